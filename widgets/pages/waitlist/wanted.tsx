import type { WaitlistOffer } from "@foyer/sdk";
import { useI18n } from "../../kit/i18n.ts";
import type { en } from "./strings/en.ts";

/** What somebody waits for, or waited for. */
export function Wanted({ entry }: { entry: WaitlistOffer }) {
  const { t, date, dateRange } = useI18n<typeof en>();
  const { starts_at, from_date, to_date, time_zone: timeZone, venue, party } = entry;
  const day = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
  return (
    <dl class="wait-card">
      <dt class="f-hidden">{t("wanted")}</dt>
      <dd class="wait-name">
        <bdi>{entry.resource_name}</bdi>
      </dd>
      <dd class="f-tabular">
        {starts_at
          ? date(starts_at, { ...day, hour: "numeric", minute: "2-digit", timeZoneName: "short", timeZone })
          : dateRange(from_date, to_date, { ...day, timeZone: "UTC" })}
      </dd>
      <dd class="wait-place">
        <bdi>{venue.name}</bdi>
        {venue.address && <bdi class="f-muted">{venue.address}</bdi>}
      </dd>
      <dd class="f-muted">{t("guests", { count: party })}</dd>
    </dl>
  );
}
