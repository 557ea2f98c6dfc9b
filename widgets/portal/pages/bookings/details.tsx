import type { ComponentChildren } from "preact";
import type { Booking } from "../../../../sdk/index.ts";
import { CopyBox } from "../../parts/copy-box.tsx";
import { Facts } from "../../parts/list-detail.tsx";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import { wallOf } from "../calendar/zone.ts";
import type { PartProps } from "./booking.tsx";
import { guestsOf, PaidBadge } from "./columns.tsx";
import { en } from "./detail-strings.ts";
import { Notes } from "./notes.tsx";
import { saidOf } from "./said.ts";
import { Siblings } from "./siblings.tsx";
import { canMove, guest } from "./state.ts";
import { Talk } from "./talk.tsx";
import { usePlaces } from "./use-places.ts";

type Fact = readonly [label: string, value: ComponentChildren];

/** What is booked, by whom, and what was said about it. */
export function Details({ booking, put, onError, back }: PartProps & { back: string }) {
  const { t, date, dateRange, money } = useStrings(en);
  const { can } = usePortal();
  const places = usePlaces();
  const zone = booking.time_zone;
  const elsewhere = zone !== Intl.DateTimeFormat().resolvedOptions().timeZone;
  const resource = places.resourceOf(booking.resource_id);
  const variant = resource?.variants.find(({ id }) => id === booking.variant_id)?.name ?? booking.variant_id;
  const addOns = booking.add_ons.map(({ id, quantity }) => {
    const name = resource?.add_ons.find((one) => one.id === id)?.name ?? id;
    return quantity === 1 ? name : `${quantity} × ${name}`;
  });
  const when = { dateStyle: "medium", timeStyle: "short" } as const;
  const facts: (Fact | false)[] = [
    [
      t("resource"),
      can("resources:read") ? (
        <a href={href(`/resources/${booking.resource_id}`)}>{booking.resource_name}</a>
      ) : (
        booking.resource_name
      ),
    ],
    !!variant && [t("variant"), variant],
    places.venues.length > 1 && [t("venue"), places.venueOf(booking.venue_id)?.name ?? ""],
    [t("who"), guestsOf(booking, places) ?? t("whoCount", { count: booking.party })],
    booking.private && [t("alone"), t("aloneYes")],
    addOns.length > 0 && [t("addOns"), addOns.join(", ")],
    !!booking.promotion_code && [t("code"), <code>{booking.promotion_code}</code>],
    [
      t("price"),
      <span class="p-booking-price f-tabular">
        {money(booking.price, booking.currency)} <PaidBadge of={booking} />
      </span>,
    ],
    [
      t("contact"),
      can("contacts:read") ? <a href={href(`/contacts/${booking.contact_id}`)}>{t("openContact")}</a> : guest(booking),
    ],
    !!booking.contact.email && [t("email"), <a href={`mailto:${booking.contact.email}`}>{booking.contact.email}</a>],
    !!booking.contact.phone && [t("phone"), <a href={`tel:${booking.contact.phone}`}>{booking.contact.phone}</a>],
    [t("reference"), <span class="f-tabular">{booking.reference}</span>],
    [t("made"), date(booking.created_at, when)],
    !!booking.cancelled_at && [t("cancelled"), date(booking.cancelled_at, when)],
    !!booking.cancel_reason && [t("cancelReason"), booking.cancel_reason],
    !!booking.refund && [t("refund"), <RefundSaid of={booking} />],
  ];
  const clock = { hour: "numeric", minute: "2-digit", timeZone: zone } as const;
  const full = { weekday: "short", day: "numeric", month: "short", ...clock } as const;
  const day = wallOf(booking.starts_at, zone).date;
  const oneDay = day === wallOf(booking.ends_at, zone).date;
  return (
    <>
      <div class="p-booking-when">
        <p class="p-booking-day">
          {date(booking.starts_at, {
            weekday: "long",
            day: "numeric",
            month: "long",
            year: "numeric",
            timeZone: zone,
          })}
        </p>
        <p class="f-tabular">
          {dateRange(booking.starts_at, booking.ends_at, oneDay ? clock : full)}
          {elsewhere && <span class="f-muted"> · {zone.replace(/_/g, " ")}</span>}
        </p>
      </div>
      <Facts of={facts.filter((fact): fact is Fact => fact !== false)} />
      {Object.keys(booking.answers).length > 0 && (
        <div>
          <h3 class="p-booking-title">{t("answers")}</h3>
          <Facts of={saidOf(booking.answers, resource, t)} />
        </div>
      )}
      {back !== "/calendar" && (
        <a class="p-booking-show" href={href(`/calendar/${booking.id}?view=day&date=${day}&venue=${booking.venue_id}`)}>
          {t("showCalendar")}
        </a>
      )}
      {booking.group_id && <Siblings group={booking.group_id} id={booking.id} />}
      {can("conversations:read") && <Talk booking={booking} />}
      <Notes
        key={booking.id}
        booking={booking}
        write={can("bookings:write") && canMove(booking)}
        put={put}
        onError={onError}
      />
      <div>
        <h3 class="p-booking-title">{t("manage")}</h3>
        <CopyBox text={booking.manage_url} label={t("copyManage")} />
        <p class="f-hint">{t("manageText")}</p>
      </div>
    </>
  );
}

/** What was decided to give back. */
export function RefundSaid({ of: { refund, currency } }: { of: Booking }) {
  const { t, money } = useStrings(en);
  if (!refund) return null;
  const amounts = { amount: money(refund.amount, currency), kept: money(refund.kept, currency) };
  return <span class="f-tabular">{t(`refund.${refund.decision}`, amounts)}</span>;
}
