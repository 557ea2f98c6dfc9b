import { Button } from "../../kit/controls/button.tsx";
import { Icon } from "../../kit/controls/icon.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { check, clock } from "../../kit/icons.ts";
import { useStore } from "../../kit/store.ts";
import { AddToCalendar } from "../add-to-calendar.tsx";
import { venueOf } from "../flow.ts";
import type { BookingFlow } from "../state.ts";
import type { en } from "../strings/en.ts";
import { When } from "../when.tsx";

/** What was booked, what happens next, and how to change it. */
export function Done({ flow }: { flow: BookingFlow }) {
  const { t, money } = useI18n<typeof en>();
  const state = useStore(flow.store);
  const { booking } = state;
  if (!booking) return null;
  const venue = venueOf(state);
  const pending = booking.status === "pending";
  const email = booking.contact.email ?? "";
  return (
    <div class="booking-done">
      <span class={`booking-done-mark${pending ? " booking-done-pending" : ""}`}>
        <Icon of={pending ? clock : check} size={28} />
      </span>
      <h2>{t(pending ? "pending" : "confirmed")}</h2>
      <p class="f-muted">{t(pending ? "pendingText" : "confirmedText", { email })}</p>
      <dl class="booking-ticket">
        <dt class="f-hidden">{t("title")}</dt>
        <dd class="booking-ticket-name">
          <bdi>{booking.resource_name}</bdi>
        </dd>
        <dd>
          <When
            starts_at={booking.starts_at}
            ends_at={booking.ends_at}
            timeZone={state.times?.store.get().zone ?? booking.time_zone}
          />
        </dd>
        {venue && (
          <dd class="booking-ticket-place">
            <bdi>{venue.name}</bdi>
            {venue.address && <bdi class="f-muted">{venue.address}</bdi>}
          </dd>
        )}
        <dd class="booking-ticket-end">
          <span>{booking.party > 1 && t("guests", { count: booking.party })}</span>
          <strong class="f-tabular">{booking.price ? money(booking.price, booking.currency) : t("free")}</strong>
        </dd>
        <dd class="booking-ticket-reference">{t("reference", { reference: booking.reference })}</dd>
      </dl>
      <AddToCalendar booking={booking} location={[venue?.name, venue?.address].filter(Boolean).join("\n")} />
      <div class="booking-done-actions">
        <a class="f-button f-quiet f-size-s" href={booking.manage_url} target="_blank" rel="noreferrer">
          {t("manage")}
        </a>
        <Button size="s" variant="quiet" onClick={flow.reset}>
          {t("another")}
        </Button>
      </div>
    </div>
  );
}
