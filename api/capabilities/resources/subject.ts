import type { ResourceRow } from "./schema.ts";

type Stock = Pick<ResourceRow, "id" | "venue_id" | "stock" | "capacity" | "also_at">;
type Counted = Stock & Pick<ResourceRow, "add_ons">;

/** Under which name the places of a resource are counted at a venue. */
export const subjectOf = ({ id, stock, venue_id }: Stock, venue: string): string =>
  stock === "per_venue" && venue !== venue_id ? `${id}@${venue}` : id;

/** How many places it has at a venue. */
export const capacityAt = ({ capacity, also_at }: Stock, venue: string): number =>
  also_at.find(({ venue_id }) => venue_id === venue)?.capacity ?? capacity;

/** All that it counts: its places, and the pieces of add-ons of which there are few. */
export function subjectsOf(resource: Counted): { subject: string; capacity: number }[] {
  const addOns = resource.add_ons.flatMap(({ id, stock }) =>
    stock === null ? [] : [{ subject: addOnSubject(resource.id, id), capacity: stock }],
  );
  const home = { subject: resource.id, capacity: resource.capacity };
  if (resource.stock === "shared") return [home, ...addOns];
  const others = resource.also_at.map(({ venue_id }) => ({
    subject: subjectOf(resource, venue_id),
    capacity: capacityAt(resource, venue_id),
  }));
  return [home, ...others, ...addOns];
}

/** Under which name the stock of an add-on is counted. */
export const addOnSubject = (resourceId: string, addOn: string): string => `${resourceId}+${addOn}`;
