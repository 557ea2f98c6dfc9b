import type { Booking } from "@foyer/sdk";
import { Icon } from "../kit/controls/icon.tsx";
import { calendar } from "../kit/icons.ts";
import { css } from "../kit/styles.ts";
import { when } from "./parts.tsx";
import styles from "./ticket.css";
import type { Say } from "./ui.ts";

css(styles);

type Place = { name: string; address: string | null } | undefined;

/** `20261121T090000Z`: the UTC form of RFC 5545, 3.3.5. */
const stamp = (at: string) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");

/** A booking as something to keep: what, when, where, for how many and how much; and into a calendar. */
export function ticket(say: Say, booking: Booking, venue: Place, zone: string, coming = true) {
  const { t, money } = say;
  const { reference, resource_name: text, starts_at, ends_at, party, price, currency, manage_url: url } = booking;
  const location = [venue?.name, venue?.address].filter(Boolean).join("\n");
  const description = t("entry", { reference, url, count: t("guests", { count: party }) });
  const google = new URLSearchParams({
    action: "TEMPLATE",
    text,
    dates: `${stamp(starts_at)}/${stamp(ends_at)}`,
    details: description,
    location: location.replace(/\n/g, ", "),
  });
  // Its link, of which the API makes a calendar file as well.
  const file = `${url.replace("/manage/", "/v1/managed-bookings/")}/calendar.ics`;
  return (
    <>
      <dl class="ticket">
        <dt>{t("reference", { reference })}</dt>
        <dd>
          <bdi class="name">{text}</bdi>
        </dd>
        <dd>{when(say, starts_at, ends_at, zone)}</dd>
        {venue && (
          <dd>
            <bdi>{venue.name}</bdi>
            {venue.address && <bdi class="small block">{venue.address}</bdi>}
          </dd>
        )}
        <dd class="between">
          <span>{party > 1 && t("guests", { count: party })}</span>
          <strong class="f-tabular">{price ? money(price, currency) : t("free")}</strong>
        </dd>
      </dl>
      {coming && (
        <div class="row">
          <a class="f-button f-secondary f-size-m" href={file} download>
            <Icon of={calendar} size={18} />
            {t("addToCalendar")}
          </a>
          <a
            class="f-button f-secondary f-size-m"
            href={`https://calendar.google.com/calendar/render?${google}`}
            target="_blank"
            rel="noreferrer"
          >
            {t("google")}
          </a>
        </div>
      )}
    </>
  );
}
