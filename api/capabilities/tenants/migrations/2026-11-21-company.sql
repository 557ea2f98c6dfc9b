-- forward
alter table company add column tax_included integer not null default 0;

-- back
alter table company drop column tax_included;
