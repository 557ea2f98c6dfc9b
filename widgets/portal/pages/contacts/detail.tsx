import { useState } from "preact/hooks";
import type { Contact } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Avatar, Button, Dialog, ErrorNote, Menu, Skeleton, Tabs } from "../../../kit/index.ts";
import { useAction, useQuery } from "../../data/hooks.ts";
import { DetailPane } from "../../parts/list-detail.tsx";
import { Shown } from "../../parts/shown.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { ContactFields } from "./form.tsx";
import { Bookings, Conversations, Past, Tickets } from "./related.tsx";
import type { Fields } from "./state.ts";
import { en } from "./strings.ts";
import { useForm } from "./use-form.ts";

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
