import type { Session } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Badge, Button, Icon, List, Row, Skeleton, useI18n } from "../../../kit/index.ts";
import { useAction, useList } from "../../data/hooks.ts";
import { display } from "../../icons.ts";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { Shown } from "../../parts/shown.tsx";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

/** Where one is signed in. */
export function Sessions() {
  const { t, date } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { foyer, toasts } = usePortal();
  const sessions = useList(["sessions"], (one, page) => one.sessions.list(page), { on: ["session."] });
  const end = useAction(async (session: Session) => {
    await foyer.sessions.revoke(session.id);
    sessions.remove(session.id);
    toasts.show(t("ended"));
  });
  const endOthers = useAction(async () => {
    await foyer.sessions.revoke_others();
    sessions.reload();
    toasts.show(t("othersEnded"));
  });
  const name = ({ browser, os }: Session) => t("on", { browser, os });
  return (
    <div class="p-page p-set-list">
      <div class="p-set-bar">
        <p class="f-muted">{t("sessionsText")}</p>
        {sessions.items.length > 1 && (
          <Button busy={endOthers.busy} onClick={() => void endOthers.run()}>
            {t("endOthers")}
          </Button>
        )}
      </div>
      <Shown of={sessions} skeleton={<Skeleton lines={3} height="52px" />}>
        {(all) => (
          <div class="p-card">
            <List label={t("sessions")}>
              {all.map((session) => (
                <Row
                  key={session.id}
                  leading={<Icon of={session.device === "mobile" ? icons.phone : display} />}
                  title={name(session)}
                  detail={`${session.ip} · ${t("since", { when: date(session.created_at, { dateStyle: "medium" }) })}`}
                  trailing={
                    <span class="p-set-member">
                      <span class="f-muted">
                        {session.current ? (
                          <Badge tone="success">{t("thisOne")}</Badge>
                        ) : (
                          <RelativeTime at={session.last_active_at} />
                        )}
                      </span>
                      {!session.current && (
                        <Button
                          size="s"
                          aria-label={t("endOf", { name: name(session) })}
                          onClick={() => void end.run(session)}
                        >
                          {t("end")}
                        </Button>
                      )}
                    </span>
                  }
                />
              ))}
            </List>
            {sessions.hasMore && (
              <Button variant="quiet" busy={sessions.busy} onClick={sessions.more}>
                {words.t("loadMore")}
              </Button>
            )}
          </div>
        )}
      </Shown>
    </div>
  );
}
