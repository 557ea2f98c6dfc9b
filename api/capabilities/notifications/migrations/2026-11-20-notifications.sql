-- forward
create table notifications (
  id text primary key,
  recipient_id text not null,
  cause text not null,
  type text not null,
  title text not null,
  text text not null,
  entity_type text,
  entity_id text,
  url text,
  read_at integer,
  created_at integer not null,
  unique (cause, recipient_id)
);
create index notifications_by_recipient on notifications (recipient_id, created_at, id);
create index notifications_unread on notifications (recipient_id, created_at, id) where read_at is null;

create table mail_deliveries (
  id text primary key,
  key text not null unique,
  channel text not null check (channel in ('email')),
  template text not null,
  variables text not null,
  recipient text not null,
  contact_id text,
  status text not null check (status in ('pending', 'sent', 'failed', 'bounced')),
  error text,
  attempts integer not null,
  provider_id text,
  sent_at integer,
  created_at integer not null
);
create index mail_deliveries_by_contact on mail_deliveries (contact_id, created_at) where contact_id is not null;
create index mail_deliveries_by_age on mail_deliveries (created_at);
create index notifications_by_age on notifications (created_at);

-- back
drop table mail_deliveries;
drop table notifications;
