import { dayNumber, type Weekday, weekdayOf } from "../../../core/time.ts";
import { halfUp } from "./amounts.ts";
import type { Choice, Moment, Tariff } from "./input.ts";
import type { Change, PriceRule, When } from "./schema.ts";

/** A rule that can hold for a choice, with what of it depends on when. */
export interface Rule extends Pick<PriceRule, "id" | "name" | "change"> {
  when: When;
  /** Starts it holds for, in minutes after midnight: from the first up to the second, over midnight if that is less. */
  from: number;
  to: number;
  /** Whether it asks for dates or weekdays, so that one booking may have it on some dates only. */
  dated: boolean;
  /** Whether it asks for anything else about when. */
  timed: boolean;
}

/** The rules that can hold for what somebody wants. */
export function rulesFor({ price_rules }: Tariff, choice: Choice): Rule[] {
  return price_rules.filter(({ when }) => suits(when, choice)).map(ruleOf);
}

function suits(when: When, { venue_id, variant_id, party }: Choice): boolean {
  return (
    party >= (when.min_party ?? party) &&
    party <= (when.max_party ?? party) &&
    (when.venue_ids?.includes(venue_id) ?? true) &&
    (when.variant_ids === undefined || (variant_id !== null && when.variant_ids.includes(variant_id)))
  );
}

function ruleOf({ id, name, change, when }: PriceRule): Rule {
  const timing = [
    when.from_time,
    when.to_time,
    when.min_length,
    when.min_occupancy,
    when.days_ahead_min,
    when.days_ahead_max,
  ];
  return {
    id,
    name,
    change,
    when,
    from: minutesOf(when.from_time ?? "00:00"),
    to: minutesOf(when.to_time ?? "24:00"),
    dated: [when.weekdays, when.from_date, when.to_date].some((condition) => condition !== undefined),
    timed: timing.some((condition) => condition !== undefined),
  };
}

/** Whether its conditions on the booking as a whole hold; `length` is in the resource's unit. */
export function holds({ when, from, to, timed }: Rule, moment: Moment, length: number): boolean {
  if (!timed) return true;
  const { minutes } = moment.start;
  const inTime = from < to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
  return (
    inTime &&
    length >= (when.min_length ?? length) &&
    moment.occupancy >= (when.min_occupancy ?? moment.occupancy) &&
    moment.days_ahead >= (when.days_ahead_min ?? moment.days_ahead) &&
    moment.days_ahead <= (when.days_ahead_max ?? moment.days_ahead)
  );
}

export interface Day {
  date: string;
  weekday: Weekday;
}

export const dayOf = (date: string): Day => ({ date, weekday: weekdayOf(dayNumber(date)) });

/** Whether its conditions on the date hold. */
export function holdsOn({ when, dated }: Rule, { date, weekday }: Day): boolean {
  if (!dated) return true;
  return (
    date >= (when.from_date ?? date) && date <= (when.to_date ?? date) && (when.weekdays?.includes(weekday) ?? true)
  );
}

/** A price after a change: whole, and never negative. */
export function changed(price: number, { kind, value }: Change): number {
  if (kind === "set") return value;
  return kind === "amount" ? Math.max(0, price + value) : halfUp(price * (100 + value), 100);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
