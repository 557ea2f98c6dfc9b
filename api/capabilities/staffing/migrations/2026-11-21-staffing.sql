-- forward
create table pools (
  id text primary key,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  name text not null,
  venue_id text references venues (id),
  follow_shifts integer not null check (follow_shifts in (0, 1)),
  deleted_at integer
);
create index pools_by_time on pools (created_at, id) where deleted_at is null;
create index pools_by_venue on pools (venue_id, created_at, id) where deleted_at is null;

create table units (
  id text primary key,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  pool_id text not null references pools (id),
  name text not null,
  member_id text,
  color text,
  status text not null check (status in ('active', 'inactive')),
  deleted_at integer
);
create index units_by_pool on units (pool_id, created_at, id) where deleted_at is null;
create unique index units_by_member on units (member_id, pool_id) where member_id is not null and deleted_at is null;

create table venue_members (
  venue_id text not null references venues (id),
  member_id text not null,
  created_at integer not null,
  primary key (venue_id, member_id)
) without rowid;
create index venue_members_by_time on venue_members (venue_id, created_at, member_id);

create table shifts (
  id text primary key,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  member_id text not null,
  venue_id text references venues (id),
  starts_at integer not null,
  ends_at integer not null check (ends_at > starts_at and ends_at - starts_at <= 90000000),
  series_id text,
  notes text
);
create index shifts_by_time on shifts (starts_at, id);
create index shifts_by_member on shifts (member_id, starts_at, id, ends_at, venue_id);
create index shifts_by_venue on shifts (venue_id, starts_at, id) where venue_id is not null;
create index shifts_by_series on shifts (series_id, starts_at) where series_id is not null;

-- back
drop table shifts;
drop table venue_members;
drop table units;
drop table pools;
