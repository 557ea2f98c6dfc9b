-- forward
create table media (
  id text primary key,
  name text not null,
  type text not null,
  size integer not null check (size > 0),
  owner_kind text not null,
  owner_id text not null,
  created_at integer not null,
  deleted_at integer
);
create index media_by_time on media (created_at, id) where deleted_at is null;

-- back
drop table media;
