-- forward
alter table venues add column capacity integer check (capacity > 0);
alter table venues add column tax_rate integer check (tax_rate between 0 and 10000);

create table occupancy (
  owner_id text not null,
  subject_id text not null,
  resource_id text,
  starts_at integer,
  venue_id text,
  busy_from integer not null,
  busy_to integer not null check (busy_to > busy_from and busy_to - busy_from <= 2764800000),
  places integer not null check (places > 0),
  people integer not null check (people >= 0),
  expires_at integer
);
insert into occupancy (owner_id, subject_id, resource_id, starts_at, venue_id, busy_from, busy_to, places, people, expires_at)
  select id, resource_id, resource_id, busy_from, venue_id, busy_from, busy_to, places, places, expires_at from spans;
drop table spans;
alter table occupancy rename to spans;
create index spans_by_subject on spans (subject_id, busy_from, busy_to, places, expires_at);
create index spans_by_owner on spans (owner_id);
create index spans_by_resource on spans (resource_id, busy_from, busy_to, places) where resource_id is not null;
create index spans_by_venue on spans (venue_id, busy_from, busy_to, people, expires_at) where venue_id is not null;
create index long_spans_by_subject on spans (subject_id, busy_from, busy_to, places, expires_at) where busy_to - busy_from > 86400000;
create index long_spans_by_venue on spans (venue_id, busy_from, busy_to, people, expires_at) where busy_to - busy_from > 86400000;

-- back
create table taken (
  id text primary key,
  venue_id text not null references venues (id),
  resource_id text not null,
  busy_from integer not null,
  busy_to integer not null check (busy_to > busy_from and busy_to - busy_from <= 2764800000),
  places integer not null check (places > 0),
  expires_at integer
) without rowid;
insert into taken (id, venue_id, resource_id, busy_from, busy_to, places, expires_at)
  select owner_id, venue_id, subject_id, busy_from, busy_to, places, expires_at from spans where subject_id = resource_id;
drop table spans;
alter table taken rename to spans;
create index spans_by_resource on spans (resource_id, busy_from, busy_to, places, expires_at);
create index spans_by_venue on spans (venue_id, busy_to);
alter table venues drop column tax_rate;
alter table venues drop column capacity;
