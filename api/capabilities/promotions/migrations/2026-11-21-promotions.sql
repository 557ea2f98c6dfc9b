-- forward
create table promotions (
  id text primary key,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  code text not null check (code = upper(code)),
  name text not null,
  kind text not null check (kind in ('percent', 'amount')),
  value integer not null check (value > 0),
  currency text not null,
  starts_on text,
  ends_on text,
  max_uses integer,
  max_uses_per_contact integer,
  min_total integer not null,
  resource_ids text not null,
  status text not null check (status in ('active', 'inactive')),
  deleted_at integer
);
create unique index promotions_by_code on promotions (code) where deleted_at is null;
create index promotions_with_code on promotions (code);
create index promotions_by_time on promotions (created_at, id) where deleted_at is null;
create index promotions_by_status on promotions (status, created_at, id) where deleted_at is null;

create table promotion_uses (
  id text primary key,
  promotion_id text not null references promotions (id),
  contact_id text not null references contacts (id),
  amount integer not null check (amount >= 0),
  created_at integer not null
) without rowid;
create index promotion_uses_by_promotion on promotion_uses (promotion_id, contact_id);
create index promotion_uses_by_contact on promotion_uses (contact_id);

-- back
drop table promotion_uses;
drop table promotions;
