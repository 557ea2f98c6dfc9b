-- forward
-- A row that cannot be: a batch whose condition no longer holds tries to insert one, and fails as a whole.
create table guard (ok integer not null check (ok));

create table events (
  seq integer primary key autoincrement,
  id text not null unique,
  type text not null,
  at integer not null,
  actor_kind text not null,
  actor_id text not null,
  subject text,
  contact_id text,
  visitors integer not null,
  data text not null
);
create index events_by_contact on events (contact_id, seq) where contact_id is not null;
create index events_by_subject on events (subject, seq) where subject is not null;

create table cursors (
  reader text primary key,
  seq integer not null,
  failures integer not null default 0
) without rowid;

create table jobs (
  id text primary key,
  kind text not null,
  input text not null,
  key text,
  run_at integer not null,
  attempt integer not null,
  lease_until integer,
  state text not null check (state in ('waiting', 'dead')),
  error text,
  created_at integer not null,
  unique (kind, key)
);
create index jobs_due on jobs (state, run_at);

create table audit (
  seq integer primary key autoincrement,
  id text not null unique,
  at integer not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  action text not null,
  entity_type text not null,
  entity_id text,
  outcome text not null check (outcome in ('success', 'failure', 'pending')),
  changes text not null,
  metadata text not null,
  ip text not null,
  user_agent text not null,
  request_id text not null,
  tenant text
);
create index audit_by_actor on audit (actor_id, at);
create index audit_by_action on audit (action, at);
create index audit_by_entity on audit (entity_type, entity_id, at);
create index audit_by_time on audit (at, id);

create table idempotency (
  scope text primary key,
  fingerprint text not null,
  status integer not null,
  body text not null,
  expires_at integer not null
) without rowid;
create index idempotency_by_expiry on idempotency (expires_at);

-- back
drop table idempotency;
drop table audit;
drop table jobs;
drop table cursors;
drop table events;
drop table guard;
