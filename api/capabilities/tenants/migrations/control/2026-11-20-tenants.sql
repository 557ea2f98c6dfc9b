-- forward
create table tenants (
  id text primary key,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  routing text not null unique,
  name text not null,
  subdomain text not null unique,
  plan text not null check (plan in ('basic', 'professional', 'performance', 'enterprise')),
  status text not null check (status in ('active', 'suspended', 'cancelled', 'trial_expired')),
  website text,
  description text,
  business text not null,
  payment_customer_id text,
  trial_ends_at integer,
  deleted_at integer
);

-- back
drop table tenants;
