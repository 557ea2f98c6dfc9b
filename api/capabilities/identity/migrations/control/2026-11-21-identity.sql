-- forward
create table accounts (
  id text primary key,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  email text not null unique,
  email_confirmed_at integer,
  name text not null,
  password_hash text not null,
  password_changed_at integer not null,
  must_change_password integer not null,
  failed_attempts integer not null,
  locked_until integer
);

create table memberships (
  id text primary key,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  account_id text not null references accounts (id),
  tenant_id text not null references tenants (id),
  name text not null,
  role text not null check (role in ('owner', 'admin', 'team_lead', 'user', 'developer', 'viewer')),
  status text not null check (status in ('active', 'invited', 'deactivated')),
  last_active_at integer,
  unique (account_id, tenant_id)
);
create index memberships_by_tenant on memberships (tenant_id, created_at, id);
create index memberships_by_role on memberships (tenant_id, role, status);

create table sessions (
  id text primary key,
  account_id text not null references accounts (id),
  membership_id text not null references memberships (id),
  refresh_secret text not null,
  generation integer not null,
  rotated_at integer not null,
  user_agent text not null,
  device text not null,
  browser text not null,
  os text not null,
  ip text not null,
  last_active_at integer not null,
  created_at integer not null,
  expires_at integer not null,
  revoked_at integer,
  revoked_reason text
);
create index sessions_by_account on sessions (account_id, created_at, id);
create index sessions_by_membership on sessions (membership_id, created_at, id);
create index sessions_by_expiry on sessions (expires_at);

-- back
drop table sessions;
drop table memberships;
drop table accounts;
