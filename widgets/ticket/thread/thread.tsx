import type { Attachment, TicketReply } from "@foyer/sdk";
import { ProblemError } from "@foyer/sdk/engine";
import { useEffect, useRef } from "preact/hooks";
import { announce } from "../../kit/a11y.ts";
import { Avatar } from "../../kit/controls/avatar.tsx";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { Icon } from "../../kit/controls/icon.tsx";
import { Loading, Skeleton } from "../../kit/controls/skeleton.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { file as fileIcon } from "../../kit/icons.ts";
import { linkify } from "../../kit/linkify.ts";
import { useStore } from "../../kit/store.ts";
import { css } from "../../kit/styles.ts";
import { Reply } from "./reply.tsx";
import type { Thread, ThreadDesk } from "./state.ts";
import { StatusBadge } from "./status-badge.tsx";
import type { Words } from "./strings/languages.ts";
import styles from "./thread.css";

css(styles);

/** Which heading of the page around the subject is. */
type Heading = "h1" | "h3";

/** A ticket, what was said, and room for an answer. */
export function ThreadView({ desk, heading }: { desk: ThreadDesk; heading: Heading }) {
  const { t } = useI18n<Words>();
  const { thread, failure, loading, arrived } = useStore(desk.store);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (arrived && box.current) announce(box.current, t("newReply", { name: arrived.sender_name }));
  }, [arrived]);
  if (!thread) {
    if (failure === undefined) return <Waiting />;
    const requestId = failure instanceof ProblemError ? failure.request_id : undefined;
    return (
      <ErrorNote title={t("loadFailed")} requestId={requestId} onRetry={() => void desk.load()} retrying={loading} />
    );
  }
  return (
    <article ref={box} class="ticket-thread">
      <Top thread={thread} heading={heading} />
      <ol class="ticket-said">
        <Said
          mine
          name={t("you")}
          text={thread.ticket.description}
          attachments={thread.ticket.attachments}
          at={thread.ticket.created_at}
        />
        {thread.replies.map((reply) => (
          <Said
            key={reply.id}
            mine={isMine(reply)}
            name={isMine(reply) ? t("you") : reply.sender_name}
            text={reply.text}
            attachments={reply.attachments}
            at={reply.created_at}
          />
        ))}
      </ol>
      <Reply desk={desk} done={thread.ticket.status === "resolved" || thread.ticket.status === "closed"} />
    </article>
  );
}

const isMine = (reply: TicketReply) => reply.sender_kind === "customer";

function Top({ thread: { ticket }, heading: Heading }: { thread: Thread; heading: Heading }) {
  const { t, date } = useI18n<Words>();
  return (
    <header class="ticket-top">
      <p class="ticket-facts">
        <span class="f-tabular" dir="ltr">
          #{ticket.number}
        </span>
        <StatusBadge of={ticket.status} />
      </p>
      <Heading dir="auto">{ticket.subject}</Heading>
      <p class="f-muted">
        {t(ticket.category)} · {t("opened", { date: date(ticket.created_at, { dateStyle: "medium" }) })}
      </p>
    </header>
  );
}

interface SaidProps {
  mine: boolean;
  name: string;
  text: string;
  attachments: readonly Attachment[];
  at: string;
}

function Said({ mine, name, text, attachments, at }: SaidProps) {
  const { date } = useI18n();
  return (
    <li class={`ticket-one${mine ? " ticket-mine" : ""}`}>
      {!mine && <Avatar name={name} size={32} />}
      <div class="ticket-bubble">
        <p class="ticket-by">
          <strong>{name}</strong>
          <time dateTime={at}>{date(at, { dateStyle: "medium", timeStyle: "short" })}</time>
        </p>
        <p class="ticket-text" dir="auto">
          {linkify(text).map(({ text, url }) =>
            url ? (
              <a key={url} href={url} target="_blank" rel="noopener noreferrer nofollow">
                {text}
              </a>
            ) : (
              text
            ),
          )}
        </p>
        {attachments.length > 0 && (
          <ul class="ticket-files">
            {attachments.map((one) => (
              <File key={one.media_id} of={one} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function File({ of }: { of: Attachment }) {
  const { number } = useI18n();
  const image = of.type.startsWith("image/");
  const size = number(Math.max(1, Math.round(of.size / 1000)), { style: "unit", unit: "kilobyte" });
  return (
    <li>
      <a
        class={image ? "ticket-image" : "ticket-file"}
        href={of.url}
        target="_blank"
        rel="noopener noreferrer"
        title={of.name}
      >
        {image ? (
          <img src={of.url} alt={of.name} loading="lazy" width={120} height={90} />
        ) : (
          <>
            <Icon of={fileIcon} size={18} />
            <span class="ticket-file-name">{of.name}</span>
            <span class="f-muted">{size}</span>
          </>
        )}
      </a>
    </li>
  );
}

function Waiting() {
  return (
    <Loading>
      <Skeleton width="30%" height="20px" />
      <Skeleton width="70%" height="26px" />
      <Skeleton height="96px" radius="10px" />
      <Skeleton height="96px" radius="10px" />
    </Loading>
  );
}
