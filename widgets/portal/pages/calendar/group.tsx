import { List, Row } from "../../../kit/index.ts";
import { DetailPane } from "../../parts/list-detail.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import { guest } from "../bookings/state.ts";
import { en as bookingWords } from "../bookings/strings.ts";
import type { Places } from "../bookings/use-places.ts";
import type { Entry } from "./layout.ts";
import { en } from "./strings.ts";

/** All bookings of one resource at one time. */
export function Group({ entry, places, zone }: { entry: Entry; places: Places; zone: string }) {
  const { t, date, dateRange } = useStrings(en);
  const words = useStrings(bookingWords);
  const [first] = entry.bookings;
  const count = entry.bookings.reduce((sum, { party }) => sum + party, 0);
  const capacity = places.resourceOf(entry.resource_id)?.capacity ?? count;
  const when = date(entry.starts_at, { dateStyle: "full", timeZone: zone });
  return (
    <DetailPane
      title={first.resource_name}
      label={t("group", { resource: first.resource_name, when })}
      back="/calendar"
    >
      <p class="p-booking-day">{when}</p>
      <p class="f-tabular p-cal-group-time">
        {dateRange(entry.starts_at, entry.ends_at, { hour: "numeric", minute: "2-digit", timeZone: zone })}
        <span class="f-muted">
          {" "}
          · {t("bookings", { count: entry.bookings.length })} · {t("guests", { count, capacity })}
        </span>
      </p>
      <div class="p-cal-group">
        <List label={first.resource_name}>
          {entry.bookings.map((booking) => (
            <Row
              key={booking.id}
              href={href(`/calendar/${booking.id}${location.search}`)}
              title={guest(booking)}
              detail={`${words.t("partyCount", { count: booking.party })} · ${booking.reference}`}
              meta={<StatusBadge of={booking.status} />}
            />
          ))}
        </List>
      </div>
    </DetailPane>
  );
}
