-- forward
alter table bookings add column variant_id text;
alter table bookings add column guests text not null default '{}';
alter table bookings add column private integer not null default 0;
alter table bookings add column add_ons text not null default '[]';
alter table bookings add column promotion_code text;
alter table bookings add column quote text;
alter table bookings add column deposit integer not null default 0 check (deposit >= 0);
alter table bookings add column paid integer not null default 0;
alter table bookings add column attachments text not null default '[]';
alter table bookings add column group_id text;
alter table bookings add column terms_version integer;
alter table bookings add column waiver_status text not null default 'none' check (waiver_status in ('none', 'pending', 'signed'));
alter table bookings add column refund text;
create index bookings_by_group on bookings (group_id) where group_id is not null;

drop table holds;
create table holds (
  id text primary key,
  resource_id text not null references resources (id),
  venue_id text not null references venues (id),
  holder_id text not null,
  contact_id text references contacts (id),
  starts_at integer not null,
  ends_at integer not null,
  variant_id text,
  party integer not null,
  guests text not null,
  private integer not null,
  add_ons text not null,
  promotion_code text,
  quote text,
  price integer not null,
  currency text not null,
  created_at integer not null,
  expires_at integer not null
);
create index holds_by_holder on holds (holder_id, expires_at);
create index holds_by_expiry on holds (expires_at);

create table attendees (
  id text primary key,
  booking_id text not null references bookings (id),
  position integer not null,
  name text not null,
  email text,
  guest_category text,
  answers text not null,
  checked_in_at integer
);
create index attendees_by_booking on attendees (booking_id, position);

create table booking_payments (
  id text primary key,
  booking_id text not null references bookings (id),
  kind text not null check (kind in ('payment', 'refund')),
  method text not null check (method in ('card', 'paypal', 'cash', 'check', 'wire', 'voucher')),
  amount integer not null check (amount > 0),
  currency text not null,
  note text,
  member_id text,
  created_at integer not null
);
create index booking_payments_by_booking on booking_payments (booking_id, created_at, id);
create index booking_payments_by_time on booking_payments (created_at, id);

-- back
drop table booking_payments;
drop table attendees;
drop table holds;
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
drop index bookings_by_group;
alter table bookings drop column refund;
alter table bookings drop column waiver_status;
alter table bookings drop column terms_version;
alter table bookings drop column group_id;
alter table bookings drop column attachments;
alter table bookings drop column paid;
alter table bookings drop column deposit;
alter table bookings drop column quote;
alter table bookings drop column promotion_code;
alter table bookings drop column add_ons;
alter table bookings drop column private;
alter table bookings drop column guests;
alter table bookings drop column variant_id;
