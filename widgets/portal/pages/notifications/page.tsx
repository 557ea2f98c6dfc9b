import * as icons from "../../../kit/icons.ts";
import { Button, css, Empty, useI18n } from "../../../kit/index.ts";
import { useList, useQuery } from "../../data/hooks.ts";
import { LoadingRows } from "../../parts/data-table.tsx";
import { FilterChip, useParam } from "../../parts/filters.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { Shown } from "../../parts/shown.tsx";
import { NotificationRow, useReadAll } from "../../shell/bell.tsx";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import styles from "./page.css";
import { en } from "./strings.ts";

css(styles);

const on = ["notification."];

/** Everything that the bell told, newest first. */
export default function NotificationsPage() {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const [only, setOnly] = useParam("show");
  const unread = only === "unread";
  const list = useList(
    ["notifications", { unread }],
    (foyer, page) => foyer.notifications.list({ ...page, ...(unread ? { unread } : {}) }),
    { on },
  );
  const counts = useQuery(["notifications", "counts"], (foyer) => foyer.notifications.counts(), { on });
  const readAll = useReadAll();
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <Button
            size="s"
            icon={icons.check}
            busy={readAll.busy}
            disabled={!counts.data?.unread}
            onClick={() => void readAll.run()}
          >
            {words.t("readAll")}
          </Button>
        }
      >
        <FilterChip
          label={t("show")}
          value={only}
          onChange={setOnly}
          options={[{ value: "unread", label: t("unread") }]}
        />
      </PageHeader>
      <div class="p-page p-notifications">
        <Shown of={list} skeleton={<LoadingRows />}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty icon={icons.bell} title={words.t("noNotifications")} text={words.t("noNotificationsText")} />
            ) : (
              <ul class="p-card">
                {rows.map((one) => (
                  <NotificationRow key={one.id} of={one} />
                ))}
              </ul>
            )
          }
        </Shown>
        {list.hasMore && (
          <Button size="s" variant="quiet" busy={list.busy} onClick={list.more}>
            {words.t("loadMore")}
          </Button>
        )}
      </div>
    </>
  );
}
