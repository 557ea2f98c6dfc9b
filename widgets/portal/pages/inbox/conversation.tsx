import { useEffect, useRef, useState } from "preact/hooks";
import type { ConversationPatch, Conversation as Row } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, Dialog, IconButton, Menu, useStore } from "../../../kit/index.ts";
import { useAction, useEvents, useQuery } from "../../data/hooks.ts";
import { Composer } from "../../parts/composer.tsx";
import { Choice, MemberPicker } from "../../parts/member-picker.tsx";
import { PriorityBadge, StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import { patched } from "../../router.ts";
import { Wall } from "../../shell/current-page.tsx";
import { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { ContactColumn } from "./contact-column.tsx";
import { nameOf } from "./list.tsx";
import { snoozeTimes } from "./state.ts";
import { en } from "./strings.ts";
import { ThreadView } from "./thread.tsx";
import { threadOf } from "./thread-store.ts";

const priorities = ["low", "normal", "high", "urgent"] as const;

/** The open conversation: its head, its thread, what to answer, and whom it is with. */
export function Conversation({ id }: { id: string }) {
  const { t } = useStrings(en);
  const { foyer, can, typing } = usePortal();
  const query = useQuery(["conversation", id], (client) => client.conversations.retrieve(id), {
    on: ["conversation.", "message."],
  });
  const thread = threadOf(foyer, id);
  const draft = useStore(thread.store, (state) => state.draft);
  const kind = useStore(thread.store, (state) => state.kind);
  const [about, setAbout] = useState(false);
  const typed = useRef(0);
  useEvents((event) => thread.hear(event));
  useEffect(() => {
    if (query.data) thread.store.set({ customerReadSeq: query.data.customer_read_seq });
  }, [query.data]);

  const row = query.data;
  const name = row ? nameOf(row, t("visitor")) : "";
  const write = can("conversations:write");
  return (
    <>
      <section class="p-thread" aria-label={row ? t("thread", { name }) : t("title")} tabIndex={-1}>
        <Head row={row} name={name} onPut={query.put} onAbout={() => setAbout(true)} />
        <Wall title={t("title")}>
          <ThreadView id={id} thread={thread} row={row} name={name} />
        </Wall>
        {write && (
          <div class="p-thread-composer">
            <Composer
              draft={draft}
              onDraft={(text) => thread.store.set({ draft: text })}
              kind={kind}
              onKind={(next) => thread.store.set({ kind: next })}
              to={name || t("visitor")}
              onTyping={() => {
                // Shown to the visitor for a few seconds; said again while it goes on.
                if (Date.now() - typed.current < 2500) return;
                typed.current = Date.now();
                typing(id);
              }}
              onSend={(written) => {
                thread.send(written);
                return true;
              }}
            />
          </div>
        )}
      </section>
      <aside class="p-inbox-about" aria-label={t("about")}>
        {row && <ContactColumn row={row} />}
      </aside>
      <Dialog open={about} onClose={() => setAbout(false)} title={t("about")} size="side">
        {row && <ContactColumn row={row} />}
      </Dialog>
    </>
  );
}

interface HeadProps {
  row: Row | undefined;
  name: string;
  onPut(row: Row): void;
  onAbout(): void;
}

function Head({ row, name, onPut, onAbout }: HeadProps) {
  const { t, date } = useStrings(en);
  const words = useStrings(shell);
  const { foyer, router, can, toasts, opened } = usePortal();
  const write = can("conversations:write");
  const { run } = useAction(async (patch: ConversationPatch) => {
    if (!row) return;
    // Without a version: each of these sets one value outright, so the later wish wins.
    onPut(await foyer.conversations.update(row.id, patch));
  });
  const back = () => router.go(`/inbox${patched(router.get().query, {})}`);
  const resolve = async () => {
    if (!row) return;
    const { id, status } = row;
    await run({ status: "resolved" });
    toasts.show(t("resolvedToast", { name }), {
      undo: () => void foyer.conversations.update(id, { status }).then(onPut, () => {}),
    });
  };
  const done = row?.status === "resolved" || row?.status === "closed";
  const times = snoozeTimes(new Date());
  const snooze = (at: Date) => void run({ snoozed_until: at.toISOString() });
  return (
    <header class="p-thread-head">
      <div class="p-thread-title">
        <span class="p-inbox-back">
          <IconButton icon={icons.arrowLeft} directional label={t("back")} onClick={back} />
        </span>
        <div class="p-thread-name">
          <h2 class="p-ellipsis">{row?.subject ?? (name || " ")}</h2>
          {row?.subject && <p class="p-ellipsis f-muted">{name}</p>}
        </div>
        {row && write && (
          <>
            {done ? (
              <Button size="s" icon={icons.undo} onClick={() => void run({ status: "open" })}>
                {t("reopen")}
              </Button>
            ) : (
              <Button size="s" icon={icons.check} onClick={() => void resolve()}>
                {t("resolve")}
              </Button>
            )}
            <Menu
              size="s"
              label={t("more")}
              items={[
                ...(row.snoozed_until
                  ? [{ label: t("wake"), icon: icons.bolt, onSelect: () => void run({ status: "open" }) }]
                  : [
                      { label: t("snoozeLater"), icon: icons.snooze, onSelect: () => snooze(times.later) },
                      { label: t("snoozeTomorrow"), icon: icons.snooze, onSelect: () => snooze(times.tomorrow) },
                      { label: t("snoozeMonday"), icon: icons.snooze, onSelect: () => snooze(times.monday) },
                    ]),
                {
                  label: t("pend"),
                  icon: icons.clock,
                  divided: true,
                  disabled: row.status === "pending",
                  onSelect: () => void run({ status: "pending" }),
                },
                {
                  label: t("close"),
                  icon: icons.lock,
                  disabled: row.status === "closed",
                  onSelect: () => void run({ status: "closed" }),
                },
                ...(can("tickets:write")
                  ? [
                      {
                        label: t("raise"),
                        icon: icons.ticket,
                        divided: true,
                        onSelect: () =>
                          opened.set({
                            ticket: row.contact?.email
                              ? { contact: { name: row.contact.name, email: row.contact.email } }
                              : {},
                          }),
                      },
                    ]
                  : []),
              ]}
            />
          </>
        )}
        <span class="p-inbox-info">
          <IconButton size="s" icon={icons.info} label={t("about")} onClick={onAbout} />
        </span>
      </div>
      <div class="p-thread-facts">
        {row && (
          <>
            <StatusBadge of={row.status} />
            <MemberPicker
              label={t("assignee")}
              value={row.assignee_id}
              disabled={!write}
              onChange={(assignee_id) => void run({ assignee_id })}
            />
            <Choice
              label={t("priority")}
              value={row.priority}
              disabled={!write}
              options={priorities.map((value) => ({ value, label: words.t(`priority.${value}`) }))}
              onChange={(priority) => void run({ priority: priority as Row["priority"] })}
            />
            <PriorityBadge of={row.priority} />
            {row.snoozed_until && (
              <span class="f-muted">
                {t("snoozed", {
                  when: date(row.snoozed_until, { weekday: "short", hour: "numeric", minute: "2-digit" }),
                })}
              </span>
            )}
          </>
        )}
      </div>
    </header>
  );
}
