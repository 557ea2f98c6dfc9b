import { ProblemError } from "@foyer/sdk/engine";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../kit/controls/button.tsx";
import { Empty } from "../../kit/controls/empty.tsx";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { List, Row } from "../../kit/controls/row.tsx";
import { Loading, Skeleton } from "../../kit/controls/skeleton.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { ticket as ticketIcon } from "../../kit/icons.ts";
import type { VisitorSession } from "../../kit/session.ts";
import { useStore } from "../../kit/store.ts";
import { css } from "../../kit/styles.ts";
import type { Desk } from "../state.ts";
import { Speaking } from "../thread/speaking.tsx";
import { StatusBadge } from "../thread/status-badge.tsx";
import type { Words } from "../thread/strings/languages.ts";
import { ThreadView } from "../thread/thread.tsx";
import styles from "./mine.css";
import { createMine, createOwnThread } from "./state.ts";

css(styles);

/** The visitor's tickets, or the one that was picked. */
export function Mine({ desk }: { desk: Desk }) {
  const id = useStore(desk.store, (value) => value.ticketId);
  const session = useStore(desk.store, (value) => value.work?.session);
  if (!session) return <Waiting />;
  return (
    <Speaking waiting={<Waiting />}>
      {id ? <One key={id} session={session} id={id} /> : <All desk={desk} session={session} />}
    </Speaking>
  );
}

function One({ session, id }: { session: VisitorSession; id: string }) {
  const [thread, setThread] = useState<ReturnType<typeof createOwnThread>>();
  useEffect(() => {
    const made = createOwnThread(session, id);
    setThread(made);
    return made.stop;
  }, [session, id]);
  return thread ? <ThreadView desk={thread} heading="h3" /> : null;
}

function All({ desk, session }: { desk: Desk; session: VisitorSession }) {
  const { t, relative } = useI18n<Words>();
  const [mine] = useState(() => createMine(session));
  const { list, next, loading, failure } = useStore(mine.store);
  useEffect(() => void mine.load(), [mine]);
  if (failure) {
    const requestId = failure instanceof ProblemError ? failure.request_id : undefined;
    return <ErrorNote title={t("listFailed")} requestId={requestId} onRetry={() => void mine.load()} />;
  }
  if (!list) return <Waiting />;
  if (list.length === 0) {
    const begin = <Button onClick={() => desk.show("form")}>{t("another")}</Button>;
    return <Empty icon={ticketIcon} title={t("emptyTitle")} text={t("emptyText")} action={begin} />;
  }
  return (
    <div class="ticket-list">
      <List label={t("mine")}>
        {list.map((one) => (
          <Row
            key={one.id}
            title={<span dir="auto">{one.subject}</span>}
            detail={
              <>
                <bdi>#{one.number}</bdi> · {relative(one.last_reply_at ?? one.created_at)}
              </>
            }
            meta={<StatusBadge of={one.status} />}
            onClick={() => desk.show("mine", one.id)}
          />
        ))}
      </List>
      {next && (
        <Button full variant="quiet" busy={loading} onClick={() => void mine.more()}>
          {t("more")}
        </Button>
      )}
    </div>
  );
}

function Waiting() {
  return (
    <Loading>
      {[0, 1, 2].map((index) => (
        <Skeleton key={index} height="56px" radius="6px" />
      ))}
    </Loading>
  );
}
