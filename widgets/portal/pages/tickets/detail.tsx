import { useState } from "preact/hooks";
import { ConflictError, type Ticket, type TicketPatch, type TicketReply } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, Input, Menu, Skeleton } from "../../../kit/index.ts";
import { useAction, useList, useQuery } from "../../data/hooks.ts";
import { Attachments, Bubble, Words } from "../../parts/bubble.tsx";
import { Composer, type Kind } from "../../parts/composer.tsx";
import { copyText } from "../../parts/copy.ts";
import { DetailPane, Facts } from "../../parts/list-detail.tsx";
import { Choice, MemberPicker } from "../../parts/member-picker.tsx";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { Shown } from "../../parts/shown.tsx";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";
import { categories, priorities, statuses } from "./values.ts";

/** One ticket: what it is about, its thread, and everything that can be changed. */
export function TicketDetail({ id, onPut }: { id: string; onPut(ticket: Ticket): void }) {
  const { t } = useStrings(en);
  const query = useQuery(["ticket", id], (foyer) => foyer.tickets.retrieve(id), { on: ["ticket."] });
  if (!query.data)
    return (
      <DetailPane title=" " label={t("title")} back="/tickets">
        <Shown of={query} skeleton={<Bones />}>
          {() => null}
        </Shown>
      </DetailPane>
    );
  const put = (ticket: Ticket) => {
    query.put(ticket);
    onPut(ticket);
  };
  return <Loaded ticket={query.data} onPut={put} onStale={query.reload} />;
}

interface LoadedProps {
  ticket: Ticket;
  onPut(ticket: Ticket): void;
  onStale(): void;
}

function Loaded({ ticket, onPut, onStale }: LoadedProps) {
  const { t, date } = useStrings(en);
  const words = useStrings(shell);
  const { foyer, can, toasts, storage } = usePortal();
  const write = can("tickets:write");
  const from = ticket.contact?.name ?? ticket.contact?.email;
  const draftName = `ticket-draft-${ticket.id}`;
  const [draft, setDraft] = useState(() => storage.get<string>(draftName) ?? "");
  const [kind, setKind] = useState<Kind>(from ? "reply" : "note");
  const replies = useList(
    ["ticket", ticket.id, "replies"],
    (client, page) => client.ticket_replies.list(ticket.id, page),
    {
      on: ["ticket.replied", "ticket.noted"],
      size: 200,
    },
  );
  const change = useAction(
    async (patch: TicketPatch) => onPut(await foyer.tickets.update(ticket.id, { version: ticket.version, ...patch })),
    {
      onError: (error) => {
        if (!(error instanceof ConflictError)) return false;
        onStale();
        toasts.show(t("conflict"));
        return true;
      },
    },
  );
  const send = useAction(async (text: string, internal: boolean, attachments: string[]) => {
    const reply = await foyer.ticket_replies.create(ticket.id, {
      text,
      internal,
      ...(attachments.length ? { attachments } : {}),
    });
    replies.append(reply);
    onStale();
    return reply;
  });
  const keep = (text: string) => {
    setDraft(text);
    if (text) storage.set(draftName, text);
    else storage.remove(draftName);
  };

  return (
    <DetailPane
      title={<Subject ticket={ticket} onSave={write ? (subject) => change.run({ subject }) : undefined} />}
      label={t("label", { number: String(ticket.number) })}
      back="/tickets"
      actions={
        <Menu
          size="s"
          label={t("more")}
          items={[
            {
              label: t("copyLink"),
              icon: icons.link,
              onSelect: () =>
                void copyText(ticket.tracking_url).then((done) =>
                  toasts.show(done ? t("copied") : words.t("copyFailed")),
                ),
            },
            {
              label: t("openTracking"),
              icon: icons.external,
              onSelect: () => void open(ticket.tracking_url, "_blank", "noopener"),
            },
          ]}
        />
      }
      bottom={
        write && (
          <Composer
            draft={draft}
            onDraft={keep}
            kind={kind}
            onKind={setKind}
            to={from ?? t("team")}
            busy={send.busy}
            onSend={async (written) => {
              const reply = await send.run(written.text, written.kind === "note", written.attachments);
              if (reply) keep("");
              return !!reply;
            }}
          />
        )
      }
    >
      <Facts
        of={[
          [
            t("status"),
            <Choice
              label={t("status")}
              value={ticket.status}
              disabled={!write}
              options={statuses.map((value) => ({ value, label: words.t(`status.${value}`) }))}
              onChange={(status) => void change.run({ status: status as Ticket["status"] })}
            />,
          ],
          [
            t("assignee"),
            <MemberPicker
              label={t("assignee")}
              value={ticket.assignee_id}
              disabled={!write}
              onChange={(assignee_id) => void change.run({ assignee_id })}
            />,
          ],
          [
            t("priority"),
            <Choice
              label={t("priority")}
              value={ticket.priority}
              disabled={!write}
              options={priorities.map((value) => ({ value, label: words.t(`priority.${value}`) }))}
              onChange={(priority) => void change.run({ priority: priority as Ticket["priority"] })}
            />,
          ],
          [
            t("category"),
            <Choice
              label={t("category")}
              value={ticket.category}
              disabled={!write}
              options={categories.map((value) => ({ value, label: words.t(`category.${value}`) }))}
              onChange={(category) => void change.run({ category: category as Ticket["category"] })}
            />,
          ],
          [t("from"), ticket.contact ? <a href={href(`/contacts/${ticket.contact.id}`)}>{from}</a> : t("internal")],
          [t("created"), date(ticket.created_at, { dateStyle: "medium", timeStyle: "short" })],
          ...(ticket.resolved_at
            ? [[t("resolved"), date(ticket.resolved_at, { dateStyle: "medium", timeStyle: "short" })] as const]
            : []),
        ]}
      />
      <div class="p-tickets-description" dir="auto">
        <Words text={ticket.description} />
        {ticket.attachments.length > 0 && <Attachments of={ticket.attachments} />}
      </div>
      <h3 class="f-hidden">{t("thread")}</h3>
      <Shown of={replies} skeleton={<Skeleton height="54px" radius="12px" width="60%" />}>
        {(rows) => (
          <div class="p-tickets-thread">
            {rows.map((reply) => (
              <Reply key={reply.id} reply={reply} />
            ))}
          </div>
        )}
      </Shown>
    </DetailPane>
  );
}

function Reply({ reply }: { reply: TicketReply }) {
  const { t } = useStrings(en);
  return (
    <Bubble
      side={reply.sender_kind === "customer" ? "customer" : "staff"}
      note={reply.internal}
      name={reply.sender_name}
      author={reply.internal ? `${t("note")} · ${reply.sender_name}` : reply.sender_name}
      text={reply.text}
      attachments={reply.attachments}
      foot={<RelativeTime at={reply.created_at} />}
    />
  );
}

/** The subject; a press on the pencil lets it be changed in place. */
function Subject({ ticket, onSave }: { ticket: Ticket; onSave: ((subject: string) => Promise<unknown>) | undefined }) {
  const { t } = useStrings(en);
  const words = useStrings(shell);
  const [text, setText] = useState<string>();
  if (text === undefined)
    return (
      <span class="p-tickets-subject">
        <span class="p-tickets-number">#{ticket.number}</span> {ticket.subject}
        {onSave && (
          <Button
            size="s"
            variant="quiet"
            icon={icons.edit}
            aria-label={t("edit")}
            title={t("edit")}
            onClick={() => setText(ticket.subject)}
          />
        )}
      </span>
    );
  const save = async () => {
    if (text.trim() && text.trim() !== ticket.subject) await onSave?.(text.trim());
    setText(undefined);
  };
  return (
    <span class="p-tickets-edit">
      <Input
        value={text}
        onInput={setText}
        aria-label={t("subject")}
        maxLength={200}
        autofocus
        onKeyDown={(event) => {
          if (event.key === "Enter") void save();
          if (event.key === "Escape") {
            event.preventDefault();
            setText(undefined);
          }
        }}
      />
      <Button size="s" variant="primary" onClick={() => void save()}>
        {words.t("save")}
      </Button>
    </span>
  );
}

function Bones() {
  return (
    <div class="p-tickets-bones">
      <Skeleton lines={5} height="16px" width="60%" />
      <Skeleton height="120px" radius="10px" />
      <Skeleton height="54px" width="60%" radius="12px" />
    </div>
  );
}
