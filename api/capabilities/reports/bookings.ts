import type { Interval } from "../../core/intervals.ts";
import { dayNumber } from "../../core/time.ts";
import { invalid, type Reading, type z } from "../../kernel/index.ts";
import { openTimes, stretchesOf, wallTimes } from "../bookings/index.ts";
import { resources } from "../resources/index.ts";
import { companyOf } from "../tenants/index.ts";
import { longestSpan, venues } from "../venues/index.ts";
import { type Clock, countedAndSold, type Sold } from "./counted.ts";
import { divide, keyOf, keySql, wholeRange } from "./keys.ts";
import type { BookingReport, BookingReportQuery, Grouping } from "./schema.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const mostDays = 400;

type Query = z.output<typeof BookingReportQuery>;
type Report = z.output<typeof BookingReport>;
type Row = Report["rows"][number];

/** Added up for one group; times in milliseconds. */
interface Sum {
  bookings: number;
  guests: number;
  cancelled: number;
  no_show: number;
  revenue: number;
  paid: number;
  booked: number;
  offered: number;
}

const nothing = (): Sum => ({
  bookings: 0,
  guests: 0,
  cancelled: 0,
  no_show: 0,
  revenue: 0,
  paid: 0,
  booked: 0,
  offered: 0,
});

/** What was booked on the local dates, in groups: two walks along the index of starts, however many groups. */
export async function bookingReport(ctx: Reading, query: Query): Promise<Report> {
  const { group_by, resource_id, venue_id } = query;
  const [first, last] = [dayNumber(query.from), dayNumber(query.to)];
  if (last < first) throw invalid("/to", "Must not be before `from`.", "query");
  if (last - first >= mostDays) throw invalid("/to", `At most ${mostDays} days at once.`, "query");
  const range = { from: first * DAY, to: (last + 1) * DAY };
  const [company, places, things, open] = await Promise.all([
    companyOf(ctx),
    ctx.db.select({ id: venues.id, name: venues.name, time_zone: venues.time_zone }).from(venues),
    ctx.db.select({ id: resources.id, name: resources.name, variants: resources.variants }).from(resources),
    openTimes(ctx, query),
  ]);
  const known = (list: { id: string }[], id: string | undefined) =>
    id === undefined || list.some((one) => one.id === id);
  if (!known(places, venue_id)) throw invalid("/venue_id", "There is no such venue.", "query");
  if (!known(things, resource_id)) throw invalid("/resource_id", "There is no such resource.", "query");

  const around = Math.ceil(longestSpan / DAY) + 1;
  const clocks = places
    .filter(({ id }) => venue_id === undefined || id === venue_id)
    .map(({ id, time_zone }) => ({ venue_id: id, stretches: stretchesOf(time_zone, first - around, last + around) }));
  const currency = query.currency ?? company.currency;
  const asked = { clocks, range, resource_id, currency, key: keySql[group_by] };
  const { counted, sold } = await countedAndSold(ctx, asked);

  const sums = new Map<string, Sum>((wholeRange(group_by, first, last) ?? []).map((key) => [key, nothing()]));
  const totals = nothing();
  const sumOf = (key: string): Sum => {
    const sum = sums.get(key) ?? nothing();
    sums.set(key, sum);
    return sum;
  };
  for (const { key, currencies, ...figures } of counted) {
    for (const sum of [sumOf(keyOf(group_by, key)), totals]) {
      for (const [name, figure] of Object.entries(figures)) sum[name as keyof typeof figures] += figure;
    }
  }
  for (const slot of sold) {
    for (const piece of piecesOf(slot, clocks, range)) {
      totals.booked += (piece.to - piece.from) * slot.places;
      divide(group_by, slot, piece, (key, ms) => {
        sumOf(key).booked += ms * slot.places;
      });
    }
  }
  for (const { capacity, open: times, ...where } of open) {
    for (const piece of times) {
      totals.offered += (piece.to - piece.from) * capacity;
      if (!tellsApart(group_by)) continue;
      divide(group_by, { ...where, variant_id: "", status: "" }, piece, (key, ms) => {
        sumOf(key).offered += ms * capacity;
      });
    }
  }
  const others = new Set(counted.flatMap(({ currencies }) => currencies));
  others.delete(currency);
  const labels = labelsOf(places, things);
  const rows = [...sums].map(([key, sum]): Row => ({ key, label: labels(key), ...shown(sum, tellsApart(group_by)) }));
  return {
    from: query.from,
    to: query.to,
    group_by,
    currency,
    other_currencies: [...others].sort(),
    rows: wholeRange(group_by, first, last) ? rows : rows.sort(busiestFirst),
    totals: shown(totals, true),
  };
}

/** All variants share what their resource offers, and so does whatever becomes of a booking. */
const tellsApart = (by: Grouping): boolean => by !== "variant" && by !== "status";

const busiestFirst = (a: Row, b: Row): number => b.bookings - a.bookings || (a.label < b.label ? -1 : 1);

/** The wall times that a slot takes of the range. What is let by days takes them whole, and nights the day they begin on. */
function piecesOf({ venue_id, from, to, length_unit }: Sold, clocks: readonly Clock[], range: Interval): Interval[] {
  const stretches = clocks.find((clock) => clock.venue_id === venue_id)?.stretches ?? [];
  const wall = wallTimes(stretches, from, to);
  return (length_unit === "day" || length_unit === "night" ? wholeDays(wall, length_unit) : wall).flatMap((piece) => {
    const cut = { from: Math.max(piece.from, range.from), to: Math.min(piece.to, range.to) };
    return cut.from < cut.to ? [cut] : [];
  });
}

function wholeDays(wall: readonly Interval[], unit: "day" | "night"): Interval[] {
  const [begin, end] = [wall[0]?.from, wall.at(-1)?.to];
  if (begin === undefined || end === undefined) return [];
  const first = Math.floor(begin / DAY);
  const last = Math.max(first, Math.ceil(end / DAY) - (unit === "day" ? 1 : 2));
  return [{ from: first * DAY, to: (last + 1) * DAY }];
}

function labelsOf(
  places: readonly { id: string; name: string }[],
  things: readonly { id: string; name: string; variants: readonly { id: string; name: string }[] }[],
): (key: string) => string {
  const named = new Map(places.map(({ id, name }) => [id, name]));
  for (const { id, name, variants } of things) {
    named.set(id, name);
    for (const variant of variants) named.set(`${id} ${variant.id}`, `${name}, ${variant.name}`);
  }
  return (key) => named.get(key) ?? key;
}

function shown({ booked, offered, ...figures }: Sum, apart: boolean): Report["totals"] {
  const utilisation = apart && offered > 0 ? Math.round((booked / offered) * 10_000) / 10_000 : null;
  return {
    ...figures,
    booked_minutes: Math.round(booked / MINUTE),
    offered_minutes: apart ? Math.round(offered / MINUTE) : null,
    utilisation,
  };
}
