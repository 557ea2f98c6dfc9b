-- forward
create index audit_by_tenant on audit (tenant, at, id);

-- back
drop index audit_by_tenant;
