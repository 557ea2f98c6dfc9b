-- forward
create table venues (
  id text primary key,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  name text not null,
  time_zone text not null,
  address text,
  phone text,
  hours text not null,
  exceptions text not null,
  status text not null check (status in ('active', 'inactive')),
  deleted_at integer
);
create index venues_by_time on venues (created_at, id) where deleted_at is null;
create index venues_by_status on venues (status, created_at, id) where deleted_at is null;

create table spans (
  id text primary key,
  venue_id text not null references venues (id),
  resource_id text not null,
  busy_from integer not null,
  busy_to integer not null check (busy_to > busy_from and busy_to - busy_from <= 2764800000),
  places integer not null check (places > 0),
  expires_at integer
) without rowid;
create index spans_by_resource on spans (resource_id, busy_from, busy_to, places, expires_at);
create index spans_by_venue on spans (venue_id, busy_to);

-- back
drop table spans;
drop table venues;
