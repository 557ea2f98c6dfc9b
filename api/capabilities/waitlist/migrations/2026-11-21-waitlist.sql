-- forward
create table waitlist_entries (
  id text primary key,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  resource_id text not null references resources (id),
  venue_id text not null references venues (id),
  variant_id text,
  contact_id text not null references contacts (id),
  contact text not null,
  from_date text not null,
  to_date text not null,
  starts_at integer,
  party integer not null check (party > 0),
  guests text not null,
  status text not null check (status in ('waiting', 'offered', 'booked', 'expired', 'cancelled')),
  hold_id text,
  offered_at integer,
  offer_starts_at integer,
  offer_expires_at integer,
  booking_id text
);
create index waitlist_by_resource on waitlist_entries (resource_id, status, created_at, id);
create index waitlist_by_status on waitlist_entries (status, created_at, id);
create index waitlist_by_time on waitlist_entries (created_at, id);
create index waitlist_by_contact on waitlist_entries (contact_id, created_at, id);
create index waitlist_by_hold on waitlist_entries (hold_id) where hold_id is not null;

-- back
drop table waitlist_entries;
