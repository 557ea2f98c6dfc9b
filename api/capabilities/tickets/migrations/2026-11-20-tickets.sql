-- forward
create table tickets (
  n integer primary key,
  id text not null unique,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  number integer not null unique,
  subject text not null,
  description text not null,
  category text not null check (category in ('bug', 'feature', 'question', 'other')),
  priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  status text not null check (status in ('open', 'in_progress', 'waiting_for_customer', 'resolved', 'closed')),
  scope text not null check (scope in ('visitor', 'internal', 'platform')),
  contact_id text references contacts (id),
  requester_id text,
  assignee_id text,
  attachments text not null,
  resolved_at integer,
  last_reply_at integer
);
create index tickets_by_time on tickets (created_at, id);
create index tickets_by_status on tickets (status, created_at, id);
create index tickets_by_assignee on tickets (assignee_id, created_at, id);
create index tickets_by_contact on tickets (contact_id, created_at, id);

create virtual table tickets_search using fts5(id unindexed, subject, description, tokenize = 'unicode61 remove_diacritics 2');
create trigger tickets_search_insert after insert on tickets begin
  insert into tickets_search (rowid, id, subject, description) values (new.n, new.id, new.subject, new.description);
end;
create trigger tickets_search_update after update of subject, description on tickets begin
  update tickets_search set subject = new.subject, description = new.description where rowid = new.n;
end;

create table ticket_replies (
  id text primary key,
  ticket_id text not null references tickets (id) on delete cascade,
  sender_kind text not null check (sender_kind in ('customer', 'staff')),
  sender_id text not null,
  sender_name text not null,
  text text not null,
  internal integer not null,
  attachments text not null,
  created_at integer not null
);
create index ticket_replies_by_ticket on ticket_replies (ticket_id, created_at, id);

-- back
drop table ticket_replies;
drop trigger tickets_search_update;
drop trigger tickets_search_insert;
drop table tickets_search;
drop table tickets;
