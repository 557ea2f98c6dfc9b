-- forward
create table resources (
  id text primary key,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  venue_id text not null references venues (id),
  name text not null,
  kind text not null check (kind in ('experience', 'service', 'rental')),
  description text,
  image_url text,
  status text not null check (status in ('available', 'maintenance', 'retired')),
  duration_minutes integer not null check (duration_minutes > 0),
  slot_step_minutes integer not null check (slot_step_minutes > 0),
  buffer_before_minutes integer not null check (buffer_before_minutes >= 0),
  buffer_after_minutes integer not null check (buffer_after_minutes >= 0),
  capacity integer not null check (capacity > 0),
  min_party integer not null check (min_party > 0),
  max_party integer not null check (max_party between min_party and capacity),
  price integer not null check (price >= 0),
  price_per text not null check (price_per in ('place', 'booking')),
  currency text not null,
  hours text,
  lead_minutes integer,
  horizon_days integer not null,
  requires_approval integer not null,
  deleted_at integer
);
create index resources_by_time on resources (created_at, id) where deleted_at is null;
create index resources_by_venue on resources (venue_id, created_at, id) where deleted_at is null;
create index resources_by_status on resources (status, created_at, id) where deleted_at is null;

-- back
drop table resources;
