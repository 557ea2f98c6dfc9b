import type { Booking, WaitlistOffer } from "@foyer/sdk";
import { useI18n } from "../../kit/i18n.ts";
import type { en } from "./strings/en.ts";

/** What was just taken, and the way to everything else about it. */
export function Booked({ booking, entry }: { booking: Booking; entry: WaitlistOffer }) {
  const { t, date, dateRange, money } = useI18n<typeof en>();
  const { starts_at, ends_at, time_zone: timeZone, price, currency } = booking;
  const day = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone } as const;
  const time = { hour: "numeric", minute: "2-digit", timeZoneName: "short", timeZone } as const;
  const within = date(starts_at, day) === date(ends_at, day);
  const { email } = booking.contact;
  return (
    <>
      {email && <p class="wait-text">{t(booking.status === "pending" ? "requestedText" : "bookedNow", { email })}</p>}
      <dl class="wait-card">
        <dt class="f-hidden">{t("booked")}</dt>
        <dd class="wait-name">
          <bdi>{booking.resource_name}</bdi>
        </dd>
        <dd class="wait-when f-tabular">
          <strong>{date(starts_at, day)}</strong>
          <span>{dateRange(starts_at, ends_at, within ? time : { ...time, day: "numeric", month: "short" })}</span>
        </dd>
        <dd class="wait-place">
          <bdi>{entry.venue.name}</bdi>
          {entry.venue.address && <bdi class="f-muted">{entry.venue.address}</bdi>}
        </dd>
        <dd class="wait-end">
          <span>{t("guests", { count: booking.party })}</span>
          <strong class="f-tabular">{price ? money(price, currency) : t("free")}</strong>
        </dd>
        <dd class="wait-reference">{t("reference", { reference: booking.reference })}</dd>
      </dl>
      <div class="wait-actions">
        <a class="f-button f-secondary f-size-m" href={booking.manage_url}>
          {t("manage")}
        </a>
      </div>
    </>
  );
}
