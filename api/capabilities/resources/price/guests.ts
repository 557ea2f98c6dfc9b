import type { AddOn, GuestCategory } from "./schema.ts";

/** How many places guests take. */
export function placesOf(categories: readonly GuestCategory[], guests: Readonly<Record<string, number>>): number {
  return categories.reduce((sum, { id, takes_place }) => sum + (takes_place ? countOf(guests, id) : 0), 0);
}

/** How many pieces of an add-on a party takes when it chooses some: for its stock and for its price. */
export function piecesOf({ per }: Pick<AddOn, "per">, quantity: number, party: number): number {
  return per === "guest" ? quantity * party : quantity;
}

/** Who comes: a party of which nothing more was said is of the first category that takes a place. */
export function guestsOf(
  categories: readonly GuestCategory[],
  guests: Readonly<Record<string, number>>,
  party: number,
): Readonly<Record<string, number>> {
  const first = categories.find(({ takes_place }) => takes_place);
  return Object.keys(guests).length > 0 || !first ? guests : { [first.id]: party };
}

/** Category ids may spell what every object has: `constructor`. */
export function countOf(guests: Readonly<Record<string, number>>, id: string): number {
  return Object.hasOwn(guests, id) ? guests[id]! : 0;
}
