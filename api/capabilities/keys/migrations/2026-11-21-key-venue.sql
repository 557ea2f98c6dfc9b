-- forward
alter table keys add column venue_id text;

-- back
alter table keys drop column venue_id;
