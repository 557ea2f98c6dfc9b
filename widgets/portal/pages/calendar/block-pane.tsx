import * as icons from "../../../kit/icons.ts";
import { Button, List, Row, Skeleton } from "../../../kit/index.ts";
import { useQuery } from "../../data/hooks.ts";
import { DetailPane, Facts } from "../../parts/list-detail.tsx";
import { Shown } from "../../parts/shown.tsx";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import type { Places } from "../bookings/use-places.ts";
import { en } from "./strings.ts";
import { useBlocking } from "./use-blocks.ts";

/** Blocked time: what it is of, and the bookings that it runs over. */
export function BlockPane({ id, places, zone }: { id: string; places: Places; zone: string }) {
  const { t, date, dateRange, list } = useStrings(en);
  const { can, router } = usePortal();
  const query = useQuery(["block", id], (foyer) => foyer.blocks.retrieve(id), { on: ["block.", "booking."] });
  const { remove } = useBlocking();
  const block = query.data;
  const clock = { month: "short", day: "numeric", hour: "numeric", minute: "2-digit", timeZone: zone } as const;
  return (
    <DetailPane
      title={block ? (block.reason ?? t("blocked")) : <Skeleton width="160px" />}
      label={t("blocked")}
      back="/calendar"
      bottom={
        block &&
        can("calendars:write") && (
          <Button
            icon={icons.trash}
            busy={remove.busy}
            onClick={async () => {
              if (await remove.run(block)) router.go(`/calendar${location.search}`);
            }}
          >
            {t("blockFree")}
          </Button>
        )
      }
    >
      <Shown of={query} skeleton={<Skeleton lines={5} height="20px" />}>
        {(shown) => {
          const resources = shown.resource_ids.map((one) => places.resourceOf(one)?.name ?? one);
          const venues = shown.venue_ids.map((one) => places.venueOf(one)?.name ?? one);
          return (
            <div class="p-booking">
              <Facts
                of={[
                  [t("blockWhen"), dateRange(shown.starts_at, shown.ends_at, clock)],
                  ...(venues.length ? [[t("venue"), list(venues)] as const] : []),
                  ...(resources.length ? [[t("blockResources"), list(resources)] as const] : []),
                ]}
              />
              <div>
                <h3 class="p-booking-title">{t("blockConflicts")}</h3>
                {shown.conflicts.length ? (
                  <>
                    <p class="f-hint">{t("blockConflictsText")}</p>
                    <div class="p-cal-group">
                      <List label={t("blockConflicts")}>
                        {shown.conflicts.map((one) => (
                          <Row
                            key={one.booking_id}
                            href={href(`/calendar/${one.booking_id}${location.search}`)}
                            title={one.reference}
                            detail={date(one.starts_at, { weekday: "short", ...clock })}
                          />
                        ))}
                      </List>
                    </div>
                  </>
                ) : (
                  <p class="f-muted">{t("blockNoConflicts")}</p>
                )}
              </div>
            </div>
          );
        }}
      </Shown>
    </DetailPane>
  );
}
