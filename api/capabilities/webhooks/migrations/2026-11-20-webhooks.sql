-- forward
create table webhook_endpoints (
  id text primary key,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  url text not null,
  description text,
  events text not null,
  status text not null check (status in ('enabled', 'disabled')),
  disabled_reason text,
  secret_sealed text not null,
  previous_secret_sealed text,
  previous_secret_until integer,
  failing_since integer,
  deleted_at integer
);
create index webhook_endpoints_by_time on webhook_endpoints (created_at, id) where deleted_at is null;

create table webhook_deliveries (
  id text primary key,
  endpoint_id text not null references webhook_endpoints (id),
  event_id text not null,
  event_type text not null,
  status text not null check (status in ('pending', 'sent', 'failed')),
  attempts integer not null,
  round integer not null,
  next_attempt_at integer,
  last_status integer,
  payload text not null,
  created_at integer not null,
  unique (endpoint_id, event_id)
);
create index webhook_deliveries_by_endpoint on webhook_deliveries (endpoint_id, created_at, id);
-- Most deliveries are sent, and those that are not are the ones that are looked for.
create index webhook_deliveries_unsent on webhook_deliveries (endpoint_id, status, created_at, id) where status <> 'sent';
create index webhook_deliveries_by_age on webhook_deliveries (created_at);

create table webhook_attempts (
  delivery_id text not null references webhook_deliveries (id) on delete cascade,
  id text not null,
  at integer not null,
  status integer,
  duration integer not null,
  response_body text,
  failure text,
  primary key (delivery_id, id)
) without rowid;

-- back
drop table webhook_attempts;
drop table webhook_deliveries;
drop table webhook_endpoints;
