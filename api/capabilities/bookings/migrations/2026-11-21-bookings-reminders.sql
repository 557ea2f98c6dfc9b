-- forward
create table booking_reminders (
  booking_id text primary key references bookings (id),
  requested_at integer not null
) without rowid;

-- back
drop table booking_reminders;
