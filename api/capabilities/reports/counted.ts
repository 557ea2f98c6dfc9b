import type { Interval } from "../../core/intervals.ts";
import type { Reading } from "../../kernel/index.ts";
import type { Stretch } from "../bookings/index.ts";
import { longestSpan } from "../venues/index.ts";
import type { Belonging } from "./keys.ts";

const DAY = 86_400_000;

/** A venue's clock, as far around the range as bookings reach. */
export interface Clock {
  venue_id: string;
  stretches: Stretch[];
}

export interface Counted {
  key: unknown;
  bookings: number;
  guests: number;
  cancelled: number;
  no_show: number;
  revenue: number;
  paid: number;
  currencies: string[];
}

/** Places that were taken at one time. */
export interface Sold extends Belonging, Interval {
  places: number;
  length_unit: string;
}

interface Asked {
  clocks: readonly Clock[];
  /** Wall times, in milliseconds. */
  range: Interval;
  resource_id: string | undefined;
  currency: string;
  /** The group of a row of `found`, in SQL. */
  key: string;
}

const one = (resource: string | undefined) => (resource === undefined ? "" : "and b.resource_id = ?");
const some = (resource: string | undefined) => (resource === undefined ? [] : [resource]);

/** Reads what starts in the range, added up by group, and all that lasts into it, by slot: one round trip. */
export async function countedAndSold(ctx: Reading, asked: Asked): Promise<{ counted: Counted[]; sold: Sold[] }> {
  const [groups, slots] = await ctx.read([countedOf(asked), soldOf(asked)]);
  const counted = (groups?.rows ?? []).map(
    ([key, bookings, guests, cancelled, no_show, revenue, paid, currencies]): Counted => ({
      key,
      bookings: Number(bookings),
      guests: Number(guests),
      cancelled: Number(cancelled),
      no_show: Number(no_show),
      revenue: Number(revenue),
      paid: Number(paid),
      currencies: String(currencies).split(","),
    }),
  );
  const sold = (slots?.rows ?? []).map(
    ([resource_id, venue_id, variant_id, status, length_unit, from, to, places]): Sold => ({
      resource_id: String(resource_id),
      venue_id: String(venue_id),
      variant_id: String(variant_id),
      status: String(status),
      length_unit: String(length_unit),
      from: Number(from),
      to: Number(to),
      places: Number(places),
    }),
  );
  return { counted, sold };
}

/** The range at each venue, cut where its clock is set: what starts in a piece has the wall time `starts_at + offset`. */
function countedOf({ clocks, range, resource_id, currency, key }: Asked) {
  const pieces = clocks.flatMap(({ venue_id, stretches }) =>
    stretches.flatMap(({ from, to, offset }) => {
      const [begin, end] = [Math.max(from, range.from - offset), Math.min(to, range.to - offset)];
      return begin < end ? [[venue_id, begin, end, offset]] : [];
    }),
  );
  const sql = `
    with found as (
      select b.*, b.starts_at + (piece.value ->> 3) as wall
      from json_each(?) piece cross join bookings b
      where b.venue_id = piece.value ->> 0 and b.starts_at >= piece.value ->> 1 and b.starts_at < piece.value ->> 2
        and b.deleted_at is null ${one(resource_id)}
    )
    select ${key}, count(*),
      sum(iif(status in ('cancelled', 'no_show'), 0, party)), sum(status = 'cancelled'), sum(status = 'no_show'),
      sum(iif(currency = ?, iif(status = 'cancelled', coalesce(refund ->> 'kept', 0), price), 0)),
      sum(iif(currency = ?, paid, 0)), group_concat(distinct currency)
    from found group by 1`;
  return { sql, args: [JSON.stringify(pieces), ...some(resource_id), currency, currency] };
}

function soldOf({ clocks, range, resource_id }: Asked) {
  // No offset exceeds a day; what lies beyond the range is cut off afterwards.
  const [from, to] = [range.from - DAY, range.to + DAY];
  const capacity =
    "coalesce((select other.value ->> 'capacity' from json_each(r.also_at) other where other.value ->> 'venue_id' = b.venue_id), r.capacity)";
  const sql = `
    select b.resource_id, b.venue_id, coalesce(b.variant_id, ''), b.status, r.length_unit, b.starts_at, b.ends_at,
      sum(iif(b.private or r.sharing = 'private', max(${capacity}, b.party), b.party))
    from json_each(?) venue cross join bookings b join resources r on r.id = b.resource_id
    where b.venue_id = venue.value and b.starts_at > ? and b.starts_at < ? and b.ends_at > ?
      and b.status not in ('cancelled', 'no_show') and b.deleted_at is null ${one(resource_id)}
    group by 1, 2, 3, 4, 5, 6, 7`;
  const ids = JSON.stringify(clocks.map(({ venue_id }) => venue_id));
  return { sql, args: [ids, from - longestSpan, to, from, ...some(resource_id)] };
}
