import type { TodayBooking } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Badge, Button, Icon, Menu } from "../../../kit/index.ts";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import { canCancel, guest } from "../bookings/state.ts";
import { type Column, type Status, steps } from "./state.ts";
import { en } from "./strings.ts";

export interface CardProps {
  booking: TodayBooking;
  column: Column;
  /** Where there are several. */
  venue: string | undefined;
  open: boolean;
  /** Its press is due. */
  due: boolean;
  write: boolean;
  onSay(status: Status): void;
  onCancel(): void;
}

/** One booking on the board, and the press that moves it on. */
export function Card({ booking, column, venue, open, due, write, onSay, onCancel }: CardProps) {
  const { t, date, money } = useStrings(en);
  const { starts_at, ends_at, time_zone, party, balance, currency, attendees, checked_in } = booking;
  const name = guest(booking);
  const clock = (at: string) => date(at, { hour: "numeric", minute: "2-digit", timeZone: time_zone });
  const leaving = column === "in_progress" || column === "to_return";
  const [first, ...later] = write ? steps[column] : [];
  const label = (status: Status) =>
    status === "completed" && booking.resource_kind === "rental" && leaving ? t("returned") : t(`do.${status}`);
  const menu = [
    ...later.map((status) => ({ label: label(status), onSelect: () => onSay(status) })),
    ...(write && canCancel(booking)
      ? [
          {
            label: t(column === "pending" ? "decline" : "cancel"),
            danger: true,
            divided: later.length > 0,
            onSelect: onCancel,
          },
        ]
      : []),
  ];
  const about = [booking.resource_name, venue].filter(Boolean).join(" · ");
  return (
    <li class={`p-today-card${open ? " p-today-open" : ""}`}>
      <a
        class={`p-today-link${column === "pending" ? " p-today-stacked" : ""}`}
        href={href(`/today/${booking.id}${location.search}`)}
      >
        <span class="p-today-when f-tabular">
          {column === "pending"
            ? date(starts_at, {
                weekday: "short",
                day: "numeric",
                month: "short",
                hour: "numeric",
                minute: "2-digit",
                timeZone: time_zone,
              })
            : leaving
              ? t("until", {
                  time:
                    column === "to_return" || Date.parse(ends_at) - Date.parse(starts_at) < 86_400_000
                      ? clock(ends_at)
                      : date(ends_at, { weekday: "short", day: "numeric", month: "short", timeZone: time_zone }),
                })
              : clock(starts_at)}
        </span>
        <span class="p-today-name p-ellipsis">{name}</span>
        <span class="p-today-what">
          <span class="p-ellipsis">{about}</span>
          <span class="p-today-party">
            <Icon of={icons.users} size={14} />
            <span class="f-tabular" aria-hidden="true">
              {party}
            </span>
            <span class="f-hidden">{t("guests", { count: party })}</span>
          </span>
        </span>
      </a>
      {(balance > 0 || booking.waiver_status === "pending" || attendees > 0 || booking.notes) && (
        <div class="p-today-marks">
          {balance > 0 && <Badge tone="warning">{t("due", { amount: money(balance, currency) })}</Badge>}
          {booking.waiver_status === "pending" && <Badge tone="danger">{t("waiver")}</Badge>}
          {attendees > 0 && (
            <Badge tone={checked_in === attendees ? "success" : "neutral"}>
              {t("checkedIn", { count: checked_in, all: attendees })}
            </Badge>
          )}
          {booking.notes && <p class="p-today-notes">{booking.notes}</p>}
        </div>
      )}
      {(first || menu.length > 0 || booking.contact.phone) && (
        <div class="p-today-do">
          {first && (
            <Button size="s" variant={due ? "primary" : "secondary"} onClick={() => onSay(first)}>
              {label(first)}
              <span class="f-hidden">, {name}</span>
            </Button>
          )}
          {booking.contact.phone && (
            <a class="p-today-call" href={`tel:${booking.contact.phone}`}>
              <Icon of={icons.phone} size={16} />
              <span class="f-hidden">{t("call", { guest: name })}</span>
            </a>
          )}
          {menu.length > 0 && <Menu size="s" label={t("more", { guest: name })} items={menu} />}
        </div>
      )}
    </li>
  );
}
