import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Interval } from "../../core/intervals.ts";
import { dayNumber } from "../../core/time.ts";
import { equal, type Reading } from "../../kernel/index.ts";
import { capacityAt, resources, subjectOf } from "../resources/index.ts";
import { company } from "../tenants/index.ts";
import { venues } from "../venues/index.ts";
import { openingsOf } from "./engine/openings.ts";
import { DAY, type Stretch } from "./engine/stretches.ts";
import { notice, type Place } from "./place.ts";
import { rulesOf } from "./rules.ts";

/** When a resource is open at a venue by its present timetable, whatever is booked or blocked. */
export interface OpenTimes {
  resource_id: string;
  venue_id: string;
  capacity: number;
  /** Wall times of the venue: milliseconds since 1970 if its clock were UTC. What is let by days is open all day. */
  open: Interval[];
}

interface Which {
  /** Local dates, both inclusive. */
  from: string;
  to: string;
  resource_id?: string | undefined;
  venue_id?: string | undefined;
}

/** Of all that is offered, or of one. Places that several venues share count at their home. */
export async function openTimes(ctx: Reading, { from, to, resource_id, venue_id }: Which): Promise<OpenTimes[]> {
  const further = sql`exists (select 1 from json_each(${resources.also_at}) where value ->> 'venue_id' = ${venues.id})`;
  const rows = await ctx.db
    .select({ resource: resources, venue: venues, company: notice })
    .from(resources)
    .innerJoin(venues, sql`${venues.id} = ${resources.venue_id} or (${resources.stock} = 'per_venue' and ${further})`)
    .innerJoin(company, eq(company.id, "company"))
    .where(
      and(
        isNull(resources.deleted_at),
        ne(resources.status, "retired"),
        eq(resources.template, false),
        isNull(venues.deleted_at),
        eq(venues.status, "active"),
        equal(resources.id, resource_id),
        equal(venues.id, venue_id),
      ),
    );
  return rows.map(({ resource, venue, company }) => {
    const capacity = capacityAt(resource, venue.id);
    const nothing = { variant: null, taken: [], crowd: [], team: new Map() };
    const place: Place = { resource, venue, company, capacity, subject: subjectOf(resource, venue.id), ...nothing };
    return { resource_id: resource.id, venue_id: venue.id, capacity, open: openOf(ctx, place, from, to) };
  });
}

function openOf(ctx: Reading, place: Place, from: string, to: string): Interval[] {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const openings = openingsOf(rulesOf(ctx, place), first, last);
  const { length_unit } = place.resource;
  if (length_unit === "day" || length_unit === "night") {
    const days = Array.from({ length: last - first + 1 }, (_, ahead) => first + ahead);
    return days.filter(openings.openOn).map((day) => ({ from: day * DAY, to: (day + 1) * DAY }));
  }
  return openings.from.flatMap((begin, at) => wallTimes(openings.stretches, begin, openings.to[at] ?? begin));
}

/** What a clock shows from one instant to another: in pieces, where it is set meanwhile. */
export function wallTimes(stretches: readonly Stretch[], from: number, to: number): Interval[] {
  return stretches.flatMap((stretch) => {
    const [begin, end] = [Math.max(from, stretch.from), Math.min(to, stretch.to)];
    return begin < end ? [{ from: begin + stretch.offset, to: end + stretch.offset }] : [];
  });
}
