import { useEffect, useRef, useState } from "preact/hooks";
import { ConflictError, type Contact, PreconditionFailedError } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Avatar, Button, Dialog, ErrorNote, List, Menu, Row, Skeleton, Tabs } from "../../../kit/index.ts";
import { fieldErrors } from "../../data/explain.ts";
import { useAction, useList, useMembers, useQuery } from "../../data/hooks.ts";
import { DetailPane } from "../../parts/list-detail.tsx";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { Shown } from "../../parts/shown.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { Timeline } from "../../parts/timeline.tsx";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { ContactFields } from "./form.tsx";
import { changedFields, type Fields, fieldsOf, patchOf, rebase } from "./state.ts";
import { en } from "./strings.ts";

type Tab = "details" | "timeline" | "conversations" | "bookings" | "tickets";

interface ContactDetailProps {
  id: string;
  onPut(contact: Contact): void;
  onGone(): void;
}

/** One contact: its details to edit, and everything it did. */
export function ContactDetail({ id, onPut, onGone }: ContactDetailProps) {
  const { t } = useStrings(en);
  const query = useQuery(["contact", id], (foyer) => foyer.contacts.retrieve(id), { on: ["contact."] });
  if (!query.data)
    return (
      <DetailPane title=" " label={t("title")} back="/contacts">
        <Shown of={query} skeleton={<Skeleton lines={7} height="34px" />}>
          {() => null}
        </Shown>
      </DetailPane>
    );
  const put = (contact: Contact) => {
    query.put(contact);
    onPut(contact);
  };
  return <Loaded contact={query.data} onPut={put} onStale={query.reload} onGone={onGone} />;
}

interface LoadedProps {
  contact: Contact;
  onPut(contact: Contact): void;
  onStale(): void;
  onGone(): void;
}

function Loaded({ contact, onPut, onStale, onGone }: LoadedProps) {
  const { t } = useStrings(en);
  const { can, opened } = usePortal();
  const [tab, setTab] = useState<Tab>("details");
  const [deleting, setDeleting] = useState(false);
  const form = useForm(contact, onPut, onStale);
  const name = contact.name ?? contact.email ?? contact.phone ?? t("nameless");
  const write = can("contacts:write");
  const tabs: { id: Tab; label: string }[] = [
    { id: "details", label: t("details") },
    { id: "timeline", label: t("timeline") },
    ...(can("conversations:read") ? [{ id: "conversations" as const, label: t("conversations") }] : []),
    ...(can("bookings:read") ? [{ id: "bookings" as const, label: t("bookings") }] : []),
    ...(can("tickets:read") ? [{ id: "tickets" as const, label: t("tickets") }] : []),
  ];
  return (
    <DetailPane
      label={t("label", { name })}
      back="/contacts"
      title={
        <span class="p-contacts-title">
          <Avatar name={name} size={36} />
          <span class="p-ellipsis">{name}</span>
          <StatusBadge of={contact.stage} />
        </span>
      }
      actions={
        write && (
          <Menu
            size="s"
            label={t("more")}
            items={[
              ...(can("tickets:write")
                ? [
                    {
                      label: t("raise"),
                      icon: icons.ticket,
                      disabled: !contact.email,
                      onSelect: () =>
                        opened.set({ ticket: { contact: { name: contact.name, email: contact.email ?? "" } } }),
                    },
                  ]
                : []),
              { label: t("delete"), icon: icons.trash, danger: true, divided: true, onSelect: () => setDeleting(true) },
            ]}
          />
        )
      }
      bottom={
        tab === "details" &&
        form.dirty && (
          <div class="p-form-actions p-contacts-unsaved">
            <span class="f-muted">{t("unsaved")}</span>
            <Button onClick={form.discard}>{t("discard")}</Button>
            <Button variant="primary" busy={form.busy} onClick={form.save}>
              {t("save")}
            </Button>
          </div>
        )
      }
    >
      <Tabs<Tab> label={name} tabs={tabs} selected={tab} onSelect={setTab}>
        <div class="p-contacts-panel">
          {tab === "details" && (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                form.save();
              }}
            >
              {form.theirs && (
                <div class="p-contacts-conflict">
                  <ErrorNote
                    title={t("conflictTitle")}
                    text={
                      form.theirs.length
                        ? t("conflictText", { fields: form.theirs.map((field) => t(labels[field])).join(", ") })
                        : t("conflictNone")
                    }
                  />
                </div>
              )}
              <ContactFields fields={form.fields} onChange={form.change} wrong={form.wrong} disabled={!write} />
              {/* Lets Enter save: the visible button stands outside of the form. */}
              <button type="submit" hidden />
            </form>
          )}
          {tab === "timeline" && <Past id={contact.id} />}
          {tab === "conversations" && <Conversations id={contact.id} />}
          {tab === "bookings" && <Bookings id={contact.id} />}
          {tab === "tickets" && <Tickets id={contact.id} />}
        </div>
      </Tabs>
      <Delete open={deleting} contact={contact} name={name} onClose={() => setDeleting(false)} onGone={onGone} />
    </DetailPane>
  );
}

const labels: Record<keyof Fields, keyof typeof en> = {
  name: "name",
  email: "email",
  phone: "phone",
  stage: "stage",
  tags: "tags",
  notes: "notes",
  locale: "language",
  time_zone: "zone",
};

/** Edits over a row that others may change too: what was typed is never lost, and the other's changes are named. */
function useForm(contact: Contact, onPut: (contact: Contact) => void, onStale: () => void) {
  const { t } = useStrings(en);
  const { foyer, toasts } = usePortal();
  const [fields, setFields] = useState(() => fieldsOf(contact));
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [theirs, setTheirs] = useState<(keyof Fields)[]>();
  const base = useRef(contact);
  const refused = useRef(false);

  useEffect(() => {
    if (contact.version === base.current.version) return;
    const next = rebase(fieldsOf(base.current), fields, fieldsOf(contact));
    // Told only where it matters: while something typed is at stake.
    if (refused.current || changedFields(fieldsOf(base.current), fields).length) setTheirs(next.theirs);
    refused.current = false;
    base.current = contact;
    setFields(next.fields);
  }, [contact.version]);

  const dirty = changedFields(fieldsOf(base.current), fields).length > 0;
  const save = useAction(
    async () => {
      const patch = patchOf(fieldsOf(base.current), fields);
      const saved = await foyer.contacts.update(contact.id, { ...patch, version: base.current.version });
      base.current = saved;
      setFields(fieldsOf(saved));
      setTheirs(undefined);
      setWrong({});
      onPut(saved);
      toasts.show(t("saved"));
    },
    {
      onError: (error) => {
        const conflict = error instanceof ConflictError && error.code === "version_conflict";
        if (conflict || error instanceof PreconditionFailedError) {
          refused.current = true;
          onStale();
          return true;
        }
        const found = fieldErrors(error);
        setWrong(found);
        return Object.keys(found).length > 0;
      },
    },
  );
  return {
    fields,
    wrong,
    theirs,
    dirty,
    busy: save.busy,
    change: (next: Fields) => {
      setFields(next);
      setWrong({});
    },
    save: () => dirty && !save.busy && void save.run(),
    discard: () => {
      setFields(fieldsOf(base.current));
      setWrong({});
      setTheirs(undefined);
    },
  };
}

function Past({ id }: { id: string }) {
  const { t } = useStrings(en);
  const members = useMembers();
  const list = useList(["timeline", id], (foyer, page) => foyer.contacts.timeline(id, page), {
    on: ["contact.", "booking.", "ticket.", "conversation.", "message.", "note."],
    keep: false,
  });
  return (
    <Shown of={list} skeleton={<Skeleton lines={6} height="32px" />}>
      {(events) => (
        <>
          <Timeline
            events={events}
            empty={t("noTimeline")}
            actorName={(actor) => members.items.find((member) => member.id === actor)?.name}
          />
          {list.hasMore && (
            <Button size="s" variant="quiet" busy={list.busy} onClick={list.more}>
              {t("more_events")}
            </Button>
          )}
        </>
      )}
    </Shown>
  );
}

function Conversations({ id }: { id: string }) {
  const { t } = useStrings(en);
  const list = useList(
    ["conversations", "of", id],
    (foyer, page) => foyer.conversations.list({ ...page, contact_id: id }),
    {
      on: ["conversation.", "message."],
      keep: false,
    },
  );
  return (
    <Shown of={list} skeleton={<Skeleton lines={3} height="48px" />}>
      {(rows) =>
        rows.length === 0 ? (
          <p class="f-muted">{t("noConversations")}</p>
        ) : (
          <div class="p-card">
            <List>
              {rows.map((one) => (
                <Row
                  key={one.id}
                  href={href(`/inbox/${one.id}`)}
                  title={one.subject ?? one.last_message?.text ?? ""}
                  detail={one.last_message && <RelativeTime at={one.last_message.at} />}
                  meta={<StatusBadge of={one.status} />}
                  unread={one.unread > 0}
                />
              ))}
            </List>
          </div>
        )
      }
    </Shown>
  );
}

function Bookings({ id }: { id: string }) {
  const { t, date } = useStrings(en);
  const list = useList(
    ["bookings", "of", id, "all"],
    (foyer, page) => foyer.bookings.list({ ...page, contact_id: id }),
    {
      on: ["booking."],
      keep: false,
    },
  );
  return (
    <Shown of={list} skeleton={<Skeleton lines={3} height="48px" />}>
      {(rows) =>
        rows.length === 0 ? (
          <p class="f-muted">{t("noBookings")}</p>
        ) : (
          <div class="p-card">
            <List>
              {rows.map((one) => (
                <Row
                  key={one.id}
                  href={href(`/bookings/${one.id}`)}
                  title={one.resource_name}
                  detail={`${date(one.starts_at, { dateStyle: "medium", timeStyle: "short", timeZone: one.time_zone })} · ${one.reference}`}
                  meta={<StatusBadge of={one.status} />}
                />
              ))}
            </List>
          </div>
        )
      }
    </Shown>
  );
}

function Tickets({ id }: { id: string }) {
  const { t } = useStrings(en);
  const list = useList(["tickets", "of", id, "all"], (foyer, page) => foyer.tickets.list({ ...page, contact_id: id }), {
    on: ["ticket."],
    keep: false,
  });
  return (
    <Shown of={list} skeleton={<Skeleton lines={3} height="48px" />}>
      {(rows) =>
        rows.length === 0 ? (
          <p class="f-muted">{t("noTickets")}</p>
        ) : (
          <div class="p-card">
            <List>
              {rows.map((one) => (
                <Row
                  key={one.id}
                  href={href(`/tickets/${one.id}`)}
                  title={one.subject}
                  detail={`#${one.number}`}
                  meta={<StatusBadge of={one.status} />}
                />
              ))}
            </List>
          </div>
        )
      }
    </Shown>
  );
}

interface DeleteProps {
  open: boolean;
  contact: Contact;
  name: string;
  onClose(): void;
  onGone(): void;
}

function Delete({ open, contact, name, onClose, onGone }: DeleteProps) {
  const { t } = useStrings(en);
  const words = useStrings(shell);
  const { foyer, router, toasts } = usePortal();
  const remove = useAction(async () => {
    await foyer.contacts.delete(contact.id);
    onGone();
    onClose();
    toasts.show(t("deleted", { name }));
    router.go("/contacts");
  });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="s"
      title={t("deleteTitle", { name })}
      actions={
        <>
          <Button onClick={onClose}>{words.t("cancel")}</Button>
          <Button variant="danger" busy={remove.busy} onClick={() => void remove.run()}>
            {t("delete")}
          </Button>
        </>
      }
    >
      <p>{t("deleteText")}</p>
    </Dialog>
  );
}
