import { ProblemError } from "@foyer/sdk/engine";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../kit/controls/button.tsx";
import { Empty } from "../../kit/controls/empty.tsx";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { List, Row } from "../../kit/controls/row.tsx";
import { Loading, Skeleton } from "../../kit/controls/skeleton.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { ticket as ticketIcon } from "../../kit/icons.ts";
import { useStore } from "../../kit/store.ts";
import { css } from "../../kit/styles.ts";
import type { Desk } from "../state.ts";
import type { en } from "../strings/en.ts";
import { StatusBadge } from "../thread/status-badge.tsx";
import { ThreadView } from "../thread/thread.tsx";
import styles from "./mine.css";
import { createMine, createOwnThread } from "./state.ts";

css(styles);

/** The visitor's tickets, or the one that was picked. */
export function Mine({ desk }: { desk: Desk }) {
  const id = useStore(desk.store, (value) => value.ticketId);
  return id ? <One key={id} desk={desk} id={id} /> : <All desk={desk} />;
}

function One({ desk, id }: { desk: Desk; id: string }) {
  const [thread, setThread] = useState<ReturnType<typeof createOwnThread>>();
  useEffect(() => {
    const made = createOwnThread(desk.session(), id);
    setThread(made);
    return made.stop;
  }, [desk, id]);
  return thread ? <ThreadView desk={thread} /> : null;
}

function All({ desk }: { desk: Desk }) {
  const { t, relative } = useI18n<typeof en>();
  const [mine] = useState(() => createMine(desk.session()));
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
