-- forward
create table company (
  id text primary key check (id = 'company'),
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  name text not null,
  email text,
  phone text,
  address text,
  logo_url text,
  currency text not null,
  time_zone text not null,
  locale text not null,
  tax_rate integer not null check (tax_rate between 0 and 10000),
  cancellation_hours integer not null,
  min_booking_hours integer not null,
  max_booking_days integer not null,
  deposit_percentage integer not null check (deposit_percentage between 0 and 100),
  accent_color text not null,
  greeting text not null,
  reply_time text not null,
  terms_of_service text,
  privacy_policy text,
  cancellation_policy text,
  texts_version integer not null
);
insert into company values (
  'company', 1, unixepoch() * 1000, unixepoch() * 1000, '', null, null, null, null, 'USD', 'America/New_York', 'en',
  0, 24, 24, 30, 20, '#0f766e', '', '', null, null, null, 0
);

create table legal_texts (
  id text primary key,
  version integer not null unique,
  terms_of_service text,
  privacy_policy text,
  cancellation_policy text,
  published_at integer not null
);

-- back
drop table legal_texts;
drop table company;
