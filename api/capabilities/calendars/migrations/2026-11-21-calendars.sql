-- forward
create table blocks (
  id text primary key,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  reason text,
  starts_at integer not null,
  ends_at integer not null check (ends_at > starts_at),
  venue_ids text not null,
  resource_ids text not null,
  unit_ids text not null,
  deleted_at integer
);
create index blocks_by_start on blocks (starts_at, id) where deleted_at is null;

create table calendar_feeds (
  id text primary key,
  name text not null,
  scope text not null check (scope in ('all', 'venue', 'resource', 'member')),
  subject_id text,
  created_at integer not null,
  revoked_at integer,
  check ((scope = 'all') = (subject_id is null))
);
create index calendar_feeds_by_time on calendar_feeds (created_at, id);

create table calendar_imports (
  id text primary key,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  name text not null,
  url_sealed text not null,
  host text not null,
  url_ending text not null,
  venue_ids text not null,
  resource_ids text not null,
  unit_ids text not null,
  status text not null check (status in ('pending', 'ok', 'failing', 'paused')),
  last_synced_at integer,
  last_error text,
  warning text,
  events_count integer not null check (events_count >= 0),
  next_sync_at integer,
  etag text,
  content_hash text,
  read_at integer,
  failures integer not null,
  deleted_at integer
);
create index calendar_imports_by_time on calendar_imports (created_at, id) where deleted_at is null;

-- back
delete from jobs where kind = 'calendars.sync';
drop table calendar_imports;
drop table calendar_feeds;
drop table blocks;
