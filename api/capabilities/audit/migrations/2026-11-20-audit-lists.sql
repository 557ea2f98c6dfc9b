-- forward
-- An id says of what kind the thing is, so it needs no type before it; a type alone is asked for too.
drop index audit_by_entity;
create index audit_by_entity on audit (entity_id, at);
create index audit_by_type on audit (entity_type, at);

-- back
drop index audit_by_type;
drop index audit_by_entity;
create index audit_by_entity on audit (entity_type, entity_id, at);
