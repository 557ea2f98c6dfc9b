import type { Booking } from "../../../../sdk/index.ts";
import { useI18n } from "../../../kit/index.ts";
import { href } from "../../router.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { guest } from "../bookings/state.ts";
import type { Places } from "../bookings/use-places.ts";
import type { Block } from "./layout.ts";
import { en } from "./strings.ts";
import { wallOf } from "./zone.ts";

/** The state that stands for all bookings of a block: what asks for attention first. */
export const toneOf = ({ bookings }: Block): Booking["status"] =>
  bookings.find(({ status }) => status === "pending")?.status ?? bookings[0].status;

/** The place a block opens: its booking, or the list of them. */
export const placeOf = ({ bookings, resource_id, starts_at }: Block): string =>
  bookings.length === 1
    ? `/calendar/${bookings[0].id}`
    : `/calendar/at/${resource_id}/${encodeURIComponent(starts_at)}`;

/** What a block says, in parts and as a sentence. */
export function useWords(places: Places, zone: string) {
  const { t, date, dateRange } = useStrings(en);
  const words = useI18n<typeof shell>();
  return (block: Block) => {
    const [first] = block.bookings;
    const several = block.bookings.length > 1;
    const count = block.bookings.reduce((sum, { party }) => sum + party, 0);
    const capacity = places.resourceOf(block.resource_id)?.capacity ?? count;
    // A full hour needs no zeros: there is little room.
    const minutes = wallOf(block.starts_at, zone).minutes % 60 ? ({ minute: "2-digit" } as const) : {};
    const time = date(block.starts_at, { hour: "numeric", ...minutes, timeZone: zone });
    const title = several ? first.resource_name : guest(first);
    const detail = several
      ? `${t("bookings", { count: block.bookings.length })} · ${t("guests", { count, capacity })}`
      : first.resource_name;
    const range = dateRange(block.starts_at, block.ends_at, {
      weekday: "long",
      day: "numeric",
      month: "long",
      hour: "numeric",
      minute: "2-digit",
      timeZone: zone,
    });
    /** What is not seen, or only as a colour. */
    const rest = [range, words.t(`status.${toneOf(block)}`)].join(", ");
    return { time, title, detail, rest };
  };
}

/** One line: for months and lists of the day. */
export function Line({ block, words }: { block: Block; words: ReturnType<typeof useWords> }) {
  const { time, title, detail, rest } = words(block);
  return (
    <a class={`p-cal-line p-cal-${toneOf(block)}`} href={href(placeOf(block) + location.search)}>
      <span class="f-tabular">{time}</span> <span class="p-ellipsis">{title}</span>
      <span class="f-hidden">
        {detail}, {rest}
      </span>
    </a>
  );
}
