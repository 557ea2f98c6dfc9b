import type { Booking } from "../../../../sdk/index.ts";
import { useI18n } from "../../../kit/index.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { canMove, guest } from "../bookings/state.ts";
import type { Places } from "../bookings/use-places.ts";
import type { Entry } from "./layout.ts";
import { en } from "./strings.ts";
import { wallOf } from "./zone.ts";

/** The state that stands for all bookings of an entry: what asks for attention first. */
export const toneOf = ({ bookings }: Entry): Booking["status"] =>
  bookings.find(({ status }) => status === "pending")?.status ?? bookings[0].status;

/** The place an entry opens: its booking, or the list of them. */
export const placeOf = ({ bookings, resource_id, starts_at }: Entry): string =>
  bookings.length === 1
    ? `/calendar/${bookings[0].id}`
    : `/calendar/at/${resource_id}/${encodeURIComponent(starts_at)}`;

/** What an entry says, in parts and as a sentence. */
export function useWords(places: Places, zone: string) {
  const { t, date, dateRange } = useStrings(en);
  const words = useI18n<typeof shell>();
  return (entry: Entry) => {
    const [first] = entry.bookings;
    const several = entry.bookings.length > 1;
    const count = entry.bookings.reduce((sum, { party }) => sum + party, 0);
    const capacity = places.resourceOf(entry.resource_id)?.capacity ?? count;
    // A full hour needs no zeros: there is little room.
    const minutes = wallOf(entry.starts_at, zone).minutes % 60 ? ({ minute: "2-digit" } as const) : {};
    const time = date(entry.starts_at, { hour: "numeric", ...minutes, timeZone: zone });
    const title = several ? first.resource_name : guest(first);
    const detail = several
      ? `${t("bookings", { count: entry.bookings.length })} · ${t("guests", { count, capacity })}`
      : first.resource_name;
    const range = dateRange(entry.starts_at, entry.ends_at, {
      weekday: "long",
      day: "numeric",
      month: "long",
      hour: "numeric",
      minute: "2-digit",
      timeZone: zone,
    });
    /** What is not seen, or only as a colour. */
    const rest = [range, words.t(`status.${toneOf(entry)}`)].join(", ");
    return { time, title, detail, rest };
  };
}

/** What of an entry can be taken hold of: a single booking, by who may change it. */
export function gripOf(
  { bookings }: Entry,
  write: boolean,
): { booking: Booking; move: boolean; resize: boolean } | undefined {
  const [booking] = bookings;
  if (!write || bookings.length > 1) return undefined;
  const move = canMove(booking);
  const resize = move || booking.status === "in_progress";
  return resize ? { booking, move, resize } : undefined;
}
