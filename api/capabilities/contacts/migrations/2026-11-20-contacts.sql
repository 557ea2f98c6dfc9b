-- forward
create table contacts (
  n integer primary key,
  id text not null unique,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  name text,
  email text,
  phone text,
  stage text not null check (stage in ('new', 'qualified', 'customer')),
  source text not null,
  tags text not null,
  notes text,
  locale text,
  time_zone text,
  custom text not null,
  external_id text unique,
  deleted_at integer
);
create index contacts_by_time on contacts (created_at, id) where deleted_at is null;
create index contacts_by_stage on contacts (stage, created_at, id) where deleted_at is null;
create index contacts_by_email on contacts (email) where email is not null;
create index contacts_by_phone on contacts (phone) where phone is not null;

create virtual table contacts_search using fts5(id unindexed, name, email, phone, tokenize = 'unicode61 remove_diacritics 2');
create trigger contacts_search_insert after insert on contacts begin
  insert into contacts_search (rowid, id, name, email, phone) values (new.n, new.id, new.name, new.email, new.phone);
end;
create trigger contacts_search_update after update of name, email, phone on contacts begin
  update contacts_search set name = new.name, email = new.email, phone = new.phone where rowid = new.n;
end;

create table visitors (
  id text primary key,
  hash text not null unique,
  contact_id text references contacts (id),
  key_id text not null references keys (id),
  created_at integer not null,
  expires_at integer not null
);
create index visitors_by_contact on visitors (contact_id) where contact_id is not null;
create index visitors_by_expiry on visitors (expires_at);

-- back
drop table visitors;
drop trigger contacts_search_update;
drop trigger contacts_search_insert;
drop table contacts_search;
drop table contacts;
