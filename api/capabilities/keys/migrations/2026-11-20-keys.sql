-- forward
create table keys (
  id text primary key,
  name text not null,
  kind text not null check (kind in ('secret', 'publishable')),
  hash text not null unique,
  prefix text not null,
  scopes text not null,
  origins text not null,
  created_at integer not null,
  last_used_at integer,
  expires_at integer,
  revoked_at integer
);
create index keys_by_time on keys (created_at, id);

-- back
drop table keys;
