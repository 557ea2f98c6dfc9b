-- forward
create table conversations (
  n integer primary key,
  id text not null unique,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  contact_id text not null references contacts (id),
  subject text,
  status text not null check (status in ('open', 'pending', 'resolved', 'closed')),
  priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  channel text not null check (channel in ('chat', 'email', 'api')),
  assignee_id text,
  assigned_by text,
  booking_id text,
  tags text not null,
  snoozed_until integer,
  last_seq integer not null,
  visible_seq integer not null,
  prev_visible_seq integer not null,
  last_message_seq integer not null,
  last_message_text text not null,
  last_message_sender text not null,
  last_message_at integer not null,
  customer_read_seq integer not null,
  staff_read_seq integer not null,
  customer_unread integer not null,
  staff_unread integer not null,
  first_customer_at integer,
  first_response_at integer,
  resolved_at integer
);
create index conversations_by_activity on conversations (last_message_at, id);
create index conversations_by_status on conversations (status, last_message_at, id);
create index conversations_by_assignee on conversations (assignee_id, last_message_at, id);
create index conversations_by_contact on conversations (contact_id, last_message_at, id);
create index conversations_by_booking on conversations (booking_id) where booking_id is not null;
-- The stat cards walk these two alone: what is being worked on, and what waits to be read.
create index conversations_live on conversations (status, assignee_id) where status in ('open', 'pending');
create index conversations_unread on conversations (staff_unread) where staff_unread > 0;

create virtual table conversations_search using fts5(id unindexed, subject, tokenize = 'unicode61 remove_diacritics 2');
create trigger conversations_search_insert after insert on conversations begin
  insert into conversations_search (rowid, id, subject) values (new.n, new.id, new.subject);
end;
create trigger conversations_search_update after update of subject on conversations begin
  update conversations_search set subject = new.subject where rowid = new.n;
end;
create trigger conversations_search_delete after delete on conversations begin
  delete from conversations_search where rowid = old.n;
end;

create table messages (
  n integer primary key,
  id text not null unique,
  conversation_id text not null references conversations (id) on delete cascade,
  seq integer not null,
  prev_seq integer not null,
  client_msg_id text,
  sender_kind text not null check (sender_kind in ('customer', 'staff', 'system', 'agent')),
  sender_id text not null,
  sender_name text not null,
  kind text not null check (kind in ('text', 'note', 'event')),
  visible integer not null,
  text text not null,
  event text,
  attachments text not null,
  created_at integer not null,
  unique (conversation_id, seq),
  unique (conversation_id, sender_id, client_msg_id)
);
-- A conversation is opened once by one first message, however often its sender tries.
create unique index messages_by_opening on messages (sender_id, client_msg_id) where seq = 1;

-- Notes stay out of it, so that no search can find them.
create virtual table messages_search using fts5(conversation_id unindexed, text, tokenize = 'unicode61 remove_diacritics 2');
create trigger messages_search_insert after insert on messages when new.kind = 'text' begin
  insert into messages_search (rowid, conversation_id, text) values (new.n, new.conversation_id, new.text);
end;
create trigger messages_search_delete after delete on messages when old.kind = 'text' begin
  delete from messages_search where rowid = old.n;
end;

-- back
drop trigger messages_search_delete;
drop trigger messages_search_insert;
drop table messages_search;
drop table messages;
drop trigger conversations_search_delete;
drop trigger conversations_search_update;
drop trigger conversations_search_insert;
drop table conversations_search;
drop table conversations;
