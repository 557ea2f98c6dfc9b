import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import type { Places } from "../bookings/use-places.ts";
import { jumpOn } from "./axis.ts";
import type { Column } from "./columns.ts";
import { en } from "./strings.ts";

/** What a column is of: a day, which opens it, or a resource. */
export function Head({
  column,
  today,
  places,
  zone,
}: {
  column: Column;
  today: boolean;
  places: Places;
  zone: string;
}) {
  const { t, date } = useStrings(en);
  const at = `${column.date}T12:00:00Z`;
  if (column.resource) {
    const venue = places.venues.length > 1 ? places.venueOf(column.resource.venue_id)?.name : undefined;
    return (
      <span class="p-cal-head p-cal-head-resource">
        <span class="p-ellipsis" title={column.resource.name}>
          {column.resource.name}
        </span>
        {venue && <span class="p-ellipsis f-muted">{venue}</span>}
      </span>
    );
  }
  const query = new URLSearchParams(location.search);
  query.set("view", "day");
  query.set("date", column.date);
  const jump = jumpOn(column.date, zone);
  return (
    <a
      class={`p-cal-head${today ? " p-cal-head-today" : ""}`}
      href={href(`/calendar?${query}`)}
      aria-current={today ? "date" : undefined}
    >
      <span class="f-muted">{date(at, { weekday: "short", timeZone: "UTC" })}</span>
      <span class="p-cal-number">{date(at, { day: "numeric", timeZone: "UTC" })}</span>
      <span class="f-hidden">, {t("openDay", { day: date(at, { dateStyle: "full", timeZone: "UTC" }) })}</span>
      {jump && <span class="p-cal-jump">{t(jump.minutes > 0 ? "clocksForward" : "clocksBack")}</span>}
    </a>
  );
}
