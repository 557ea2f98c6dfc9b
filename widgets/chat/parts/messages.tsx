import type { Attachment, Message } from "@foyer/sdk";
import { Avatar } from "../../kit/controls/avatar.tsx";
import { Skeleton } from "../../kit/controls/skeleton.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { lazy } from "../../kit/lazy.tsx";
import type { Chat } from "../chat.ts";
import type { Item } from "../outbox.ts";
import type { Thread } from "../state.ts";
import type { en } from "../strings/languages.ts";

const Files = lazy(
  () => import("./files.tsx").then((module) => module.Files),
  () => <Skeleton width="180px" height="44px" radius="10px" />,
);

/** Milliseconds between messages of one person that still belong together. */
const together = 5 * 60_000;

/** What is drawn: a message of the thread, or one on its way. */
interface Line {
  /** The same on its way and when it has arrived, so that its bubble stays where it is. */
  key: string;
  own: boolean;
  name: string;
  text: string;
  at: number;
  attachments: readonly Attachment[];
  system?: Message["event"];
  item?: Item;
  seq?: number;
}

function linesOf(thread: Thread | undefined, pending: readonly Item[]): Line[] {
  const said = (thread?.messages ?? []).map((message) => ({
    key: message.client_msg_id ?? message.id,
    own: message.sender_kind === "customer",
    name: message.sender_name,
    text: message.text,
    at: Date.parse(message.created_at),
    attachments: message.attachments,
    system: message.event,
    seq: message.seq,
  }));
  const items = pending.map((item) => ({ ...item, key: item.id, own: true, name: "", item }));
  // Changes of assignee are the team's own affair.
  return [...said, ...items].filter((line: Line) => !line.system || line.system.type === "status");
}

export function Messages(props: { chat: Chat; thread: Thread | undefined; pending: readonly Item[]; stuck: boolean }) {
  const { chat, thread, pending, stuck } = props;
  const lines = linesOf(thread, pending);
  const lastOwn = lines.findLast((line) => line.own)?.key;
  return (
    <ol class="messages">
      {lines.map((line, at) => {
        const [before, after] = [lines[at - 1], lines[at + 1]];
        const firstOfDay = !before || dayOf(before.at) !== dayOf(line.at);
        const joins = (a: Line, b: Line) =>
          !a.system && !b.system && a.own === b.own && a.name === b.name && b.at - a.at < together;
        const begins = firstOfDay || !before || !(joins(before, line) || (line.item && before.own && !before.system));
        const ends = !after || dayOf(after.at) !== dayOf(line.at) || !(joins(line, after) || (after.item && line.own));
        return [
          firstOfDay && <Day key={`day ${dayOf(line.at)}`} at={line.at} />,
          line.system ? (
            <SystemLine key={line.key} to={line.system.to} />
          ) : (
            <li key={line.key} class={`line${line.own ? " own" : ""}${begins ? " begins" : ""}${ends ? " ends" : ""}`}>
              {!line.own && <span class="who">{ends && <Avatar name={line.name} size={28} />}</span>}
              <Bubble
                chat={chat}
                line={line}
                begins={begins}
                ends={ends}
                state={line.key === lastOwn || line.item?.failed ? stateOf(line, thread, stuck) : undefined}
              />
            </li>
          ),
        ];
      })}
    </ol>
  );
}

const dayOf = (at: number) => new Date(at).toDateString();

type Delivery = "sending" | "waiting" | "refused" | "sent" | "seen";

function stateOf({ item, seq }: Line, thread: Thread | undefined, stuck: boolean): Delivery {
  if (item?.failed) return "refused";
  if (item) return stuck ? "waiting" : "sending";
  return thread && seq !== undefined && thread.staff_read >= seq ? "seen" : "sent";
}

function Day({ at }: { at: number }) {
  const { t, date } = useI18n<typeof en>();
  const now = new Date();
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  const year = new Date(at).getFullYear() === now.getFullYear() ? {} : ({ year: "numeric" } as const);
  const name =
    dayOf(at) === dayOf(now.getTime())
      ? t("today")
      : dayOf(at) === dayOf(yesterday.getTime())
        ? t("yesterday")
        : date(at, { weekday: "long", day: "numeric", month: "long", ...year });
  return (
    <li class="day">
      <span>{name}</span>
    </li>
  );
}

function SystemLine({ to }: { to: string | null }) {
  const { t } = useI18n<typeof en>();
  const text = to === "resolved" || to === "closed" ? t(to) : to === "open" ? t("reopened") : undefined;
  return text ? <li class="system">{text}</li> : null;
}

interface BubbleProps {
  chat: Chat;
  line: Line;
  begins: boolean;
  ends: boolean;
  state: Delivery | undefined;
}

function Bubble({ chat, line, begins, ends, state }: BubbleProps) {
  const { t, date } = useI18n<typeof en>();
  const kit = useI18n();
  const { item, text, attachments } = line;
  return (
    <div class="said">
      {begins && <span class={line.own ? "f-hidden" : "name"}>{line.own ? t("you") : line.name}</span>}
      {text && (
        <p class="bubble" dir="auto">
          <Linked text={text} />
        </p>
      )}
      {attachments.length > 0 && <Files session={chat.session} files={attachments} />}
      {(ends || state) && (
        <span class={state === "refused" ? "meta refused" : "meta"}>
          {ends && (
            <time class="f-tabular" dateTime={new Date(line.at).toISOString()}>
              {date(line.at, { hour: "numeric", minute: "2-digit" })}
            </time>
          )}
          {state && <span class="delivery">{t(state)}</span>}
          {state === "refused" && item && (
            <>
              <button type="button" onClick={() => chat.retry(item.id)}>
                {kit.t("kit.retry")}
              </button>
              <button type="button" onClick={() => chat.discard(item.id)}>
                {t("discard")}
              </button>
            </>
          )}
          {state === "waiting" && (
            <button type="button" onClick={chat.tryNow}>
              {t("tryNow")}
            </button>
          )}
        </span>
      )}
    </div>
  );
}

/** Text with its addresses as links. */
function Linked({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'])/);
  return (
    <>
      {parts.map((part, at) =>
        at % 2 ? (
          <a key={at} href={part} target="_blank" rel="noopener noreferrer nofollow">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
