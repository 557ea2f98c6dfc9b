import { and, inArray, isNull } from "drizzle-orm";
import { invalid, type Reading } from "../../kernel/index.ts";
import { resources, subjectOf } from "../resources/index.ts";
import { subjectOf as unitSubject, units } from "../staffing/index.ts";
import { venues } from "../venues/index.ts";

/** What is meant, by its ids. */
export interface Named {
  venue_ids: string[];
  resource_ids: string[];
  unit_ids: string[];
}

/** Refuses to mean nothing, or too much. */
export function checkNamed(named: Named, most: number): void {
  const count = named.venue_ids.length + named.resource_ids.length + named.unit_ids.length;
  if (count === 0) throw invalid("/resource_ids", "Name a venue, a resource or a unit.");
  if (count > most) throw invalid("/resource_ids", `At most ${most} of all kinds together.`);
}

/**
 * Under which names the occupancy of what is meant is counted. An id that names nothing is refused with a pointer,
 * unless it was meant `before`: what has gone since takes no time.
 */
export async function subjectsOf(ctx: Reading, named: Named, before?: Named): Promise<string[]> {
  const { venue_ids, resource_ids, unit_ids } = named;
  const [places, things, people] = await Promise.all([
    venue_ids.length === 0
      ? []
      : ctx.db
          .select({ id: venues.id })
          .from(venues)
          .where(and(inArray(venues.id, venue_ids), isNull(venues.deleted_at))),
    resource_ids.length === 0
      ? []
      : ctx.db
          .select()
          .from(resources)
          .where(and(inArray(resources.id, resource_ids), isNull(resources.deleted_at))),
    unit_ids.length === 0
      ? []
      : ctx.db
          .select({ id: units.id, member_id: units.member_id })
          .from(units)
          .where(and(inArray(units.id, unit_ids), isNull(units.deleted_at))),
  ]);
  const known = new Set([...places, ...things, ...people].map(({ id }) => id));
  for (const field of ["venue_ids", "resource_ids", "unit_ids"] as const) {
    const missing = named[field].findIndex((id) => !known.has(id) && !before?.[field].includes(id));
    if (missing >= 0) throw invalid(`/${field}/${missing}`, "There is no such thing.");
  }
  const found = [
    ...places.map(({ id }) => id),
    ...things.flatMap((resource) =>
      [resource.venue_id, ...resource.also_at.map(({ venue_id }) => venue_id)].map((venue) =>
        subjectOf(resource, venue),
      ),
    ),
    ...people.map(unitSubject),
  ];
  return [...new Set(found)];
}
