import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Conversation, Message } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { announce, Button, ErrorNote, Icon, Loading, Skeleton, useStore } from "../../../kit/index.ts";
import { explain } from "../../data/explain.ts";
import { Bubble } from "../../parts/bubble.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { entries, lastSeen, type Outgoing, waiting } from "./state.ts";
import { en } from "./strings.ts";
import type { Thread } from "./thread-store.ts";
import { useReading, useTyping } from "./use-thread.ts";

interface ThreadViewProps {
  id: string;
  thread: Thread;
  row: Conversation | undefined;
  name: string;
}

/** What was said, from the oldest to the newest, which stays in view. */
export function ThreadView({ id, thread, row, name }: ThreadViewProps) {
  const { t, date, locale } = useStrings(en);
  const { me, connection } = usePortal();
  const state = useStore(thread.store);
  const status = useStore(connection, (value) => value.status);
  const scroll = useRef<HTMLDivElement>(null);
  /** The newest is in view, so that what comes stays in view too. */
  const pinned = useRef(true);
  const [below, setBelow] = useState(false);
  const typing = useTyping(id);
  const { messages, customerReadSeq } = state;

  useEffect(() => void thread.load(), [thread]);
  useEffect(() => {
    // Back on line: what was said meanwhile.
    if (status === "live" || status === "polling") thread.resume();
    const resume = () => thread.resume();
    addEventListener("online", resume);
    return () => removeEventListener("online", resume);
  }, [status, thread]);
  useReading(id, row, messages);

  const day = (at: string) => new Date(at).toLocaleDateString("en-CA");
  const drawn = useMemo(() => entries(messages ?? [], day), [messages]);
  const outbox = waiting(state.outbox, messages ?? []);
  const seen = lastSeen(messages ?? [], customerReadSeq);
  const lastMine = messages?.findLast((one) => one.sender_kind !== "customer" && one.kind === "text")?.id;
  const newest = messages?.at(-1)?.id;

  useLayoutEffect(() => {
    const box = scroll.current;
    if (!box) return;
    if (pinned.current) box.scrollTop = box.scrollHeight;
    else setBelow(true);
  }, [newest, outbox.length, typing]);
  useEffect(() => {
    // Images take their height when they arrive, and a growing composer takes it from the thread.
    const box = scroll.current;
    if (!box) return;
    const observer = new ResizeObserver(() => {
      if (pinned.current) box.scrollTop = box.scrollHeight;
    });
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    return () => observer.disconnect();
  }, [!messages]);
  useEffect(() => {
    const last = messages?.at(-1);
    if (last?.sender_kind === "customer" && scroll.current && Date.now() - Date.parse(last.created_at) < 10_000)
      announce(scroll.current, `${last.sender_name}: ${last.text}`);
  }, [newest]);

  const onScroll = () => {
    const box = scroll.current;
    if (!box) return;
    pinned.current = box.scrollHeight - box.scrollTop - box.clientHeight < 60;
    if (pinned.current) setBelow(false);
  };
  const grow = async () => {
    const box = scroll.current;
    if (!box) return;
    const before = box.scrollHeight - box.scrollTop;
    await thread.grow();
    // What is being read stays where it is.
    requestAnimationFrame(() => {
      box.scrollTop = box.scrollHeight - before;
    });
  };

  if (!messages) {
    return (
      <div class="p-thread-scroll">
        {state.error ? (
          <ErrorNote {...explain(state.error)} onRetry={() => void thread.load()} retrying={state.busy} />
        ) : (
          <Bones />
        )}
      </div>
    );
  }
  const time = (at: string) => date(at, { hour: "numeric", minute: "2-digit" });
  const author = (message: Message) => (message.sender_id === me.id ? me.name : message.sender_name);
  const dayName = (at: string) => {
    const distance = Math.round((Date.parse(day(new Date().toISOString())) - Date.parse(day(at))) / 86_400_000);
    if (distance === 0) return t("today");
    if (distance === 1) return t("yesterday");
    return new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" }).format(new Date(at));
  };
  return (
    <>
      <div
        class="p-thread-scroll"
        ref={scroll}
        onScroll={onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t("thread", { name })}
      >
        <div>
          <div class="p-thread-top">
            {state.earlier ? (
              <Button size="s" variant="quiet" busy={state.growing} onClick={() => void grow()}>
                {t("earlier")}
              </Button>
            ) : (
              <span class="p-happened">{t("begins")}</span>
            )}
          </div>
          {drawn.map((entry) => {
            if (entry.type === "day")
              return (
                <div key={entry.key} class="p-day">
                  {dayName(entry.at)}
                </div>
              );
            if (entry.type === "event")
              return (
                <p key={entry.key} class="p-happened">
                  {entry.message.text} · {time(entry.message.created_at)}
                </p>
              );
            const { message, first, last } = entry;
            const note = message.kind === "note";
            const state = message.id === seen ? t("seen") : message.id === lastMine ? t("sent") : undefined;
            return (
              <Bubble
                key={entry.key}
                side={message.sender_kind === "customer" ? "customer" : "staff"}
                note={note}
                name={message.sender_name}
                author={first && (note ? `${t("note")} · ${author(message)}` : author(message))}
                text={message.text}
                attachments={message.attachments}
                foot={
                  (last || state) && (
                    <>
                      {time(message.created_at)}
                      {state && (
                        <>
                          {" · "}
                          <Icon of={message.id === seen ? icons.checkDouble : icons.check} size={13} />
                          {state}
                        </>
                      )}
                    </>
                  )
                }
              />
            );
          })}
          {outbox.map((one) => (
            <Waiting key={one.client_msg_id} one={one} thread={thread} name={me.name} />
          ))}
          {typing && (
            <p class="p-typing" role="status">
              <span class="p-typing-dots" aria-hidden="true">
                <i />
                <i />
                <i />
              </span>
              {t("typing", { name: typing })}
            </p>
          )}
        </div>
      </div>
      {below && (
        <div class="p-thread-below">
          <Button
            size="s"
            icon={icons.chevronDown}
            onClick={() => scroll.current?.scrollTo({ top: scroll.current.scrollHeight })}
          >
            {t("newBelow")}
          </Button>
        </div>
      )}
      {!!state.error && (
        <div class="p-thread-error">
          <ErrorNote {...explain(state.error)} onRetry={() => void thread.load()} retrying={state.busy} />
        </div>
      )}
    </>
  );
}

function Waiting({ one, thread, name }: { one: Outgoing; thread: Thread; name: string }) {
  const { t } = useStrings(en);
  return (
    <Bubble
      side="staff"
      note={one.kind === "note"}
      name={name}
      text={one.text}
      faded
      foot={
        one.state === "sending" ? (
          <>
            <Icon of={icons.clock} size={13} /> {t("sending")}
          </>
        ) : (
          <span class="p-unsent" role="alert">
            <Icon of={icons.warning} size={13} /> {t("failed", { why: one.error ?? "" })}
            <Button size="s" variant="quiet" onClick={() => thread.retry(one.client_msg_id)}>
              {t("retry")}
            </Button>
            <Button size="s" variant="quiet" onClick={() => thread.discard(one.client_msg_id)}>
              {t("discard")}
            </Button>
          </span>
        )
      }
    />
  );
}

function Bones() {
  return (
    <Loading>
      <div class="p-thread-bones">
        <Skeleton width="46%" height="54px" radius="12px" />
        <Skeleton width="30%" height="34px" radius="12px" />
        <div class="p-end">
          <Skeleton width="280px" height="54px" radius="12px" />
        </div>
        <Skeleton width="52%" height="34px" radius="12px" />
      </div>
    </Loading>
  );
}
