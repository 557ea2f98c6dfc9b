import { List, Row, Skeleton } from "../../../kit/index.ts";
import { useList } from "../../data/hooks.ts";
import { Panel } from "../../parts/panel.tsx";
import { Shown } from "../../parts/shown.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./detail-strings.ts";

/** What was booked together with the one that is open. */
export function Siblings({ group, id }: { group: string; id: string }) {
  const { t, date } = useStrings(en);
  const list = useList(
    ["bookings", "group", group],
    (foyer, page) => foyer.bookings.list({ ...page, group_id: group, order: "asc" }),
    { on: ["booking."], size: 100, keep: false },
  );
  return (
    <Panel title={t("together")}>
      <Shown of={list} skeleton={<Skeleton lines={2} height="48px" />}>
        {(rows) => (
          <div class="p-card p-booking-rows">
            <List>
              {rows.map((row) => (
                <Row
                  key={row.id}
                  href={href(`/bookings/${row.id}`)}
                  title={row.resource_name}
                  detail={date(row.starts_at, { dateStyle: "medium", timeStyle: "short", timeZone: row.time_zone })}
                  meta={<StatusBadge of={row.status} />}
                  selected={row.id === id}
                />
              ))}
            </List>
          </div>
        )}
      </Shown>
    </Panel>
  );
}
