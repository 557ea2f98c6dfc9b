-- forward
create table bookings (
  n integer primary key,
  id text not null unique,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  reference text not null unique,
  resource_id text not null references resources (id),
  venue_id text not null references venues (id),
  contact_id text not null references contacts (id),
  contact text not null,
  starts_at integer not null,
  ends_at integer not null check (ends_at > starts_at),
  party integer not null check (party > 0),
  status text not null check (status in ('pending', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show')),
  price integer not null check (price >= 0),
  currency text not null,
  notes text,
  answers text not null,
  cancelled_at integer,
  cancel_reason text,
  deleted_at integer
);
create index bookings_by_start on bookings (starts_at, id) where deleted_at is null;
create index bookings_by_status on bookings (status, starts_at, id) where deleted_at is null;
create index bookings_by_resource on bookings (resource_id, starts_at, id) where deleted_at is null;
create index bookings_by_venue on bookings (venue_id, starts_at, id) where deleted_at is null;
create index bookings_by_contact on bookings (contact_id, starts_at, id) where deleted_at is null;

create virtual table bookings_search using fts5(id unindexed, reference, name, email, phone, tokenize = 'unicode61 remove_diacritics 2');
create trigger bookings_search_insert after insert on bookings begin
  insert into bookings_search (rowid, id, reference, name, email, phone) values (new.n, new.id, new.reference, new.contact ->> 'name', new.contact ->> 'email', new.contact ->> 'phone');
end;

create table holds (
  id text primary key,
  resource_id text not null references resources (id),
  holder_id text not null,
  contact_id text references contacts (id),
  starts_at integer not null,
  ends_at integer not null,
  party integer not null,
  price integer not null,
  currency text not null,
  created_at integer not null,
  expires_at integer not null
);
create index holds_by_holder on holds (holder_id, expires_at);
create index holds_by_expiry on holds (expires_at);

-- back
drop table holds;
drop trigger bookings_search_insert;
drop table bookings_search;
drop table bookings;
