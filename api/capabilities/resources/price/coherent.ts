import { countOf, guestsOf, placesOf } from "./guests.ts";
import type { Tariff } from "./input.ts";

/** What is wrong, as a problem tells it. */
export interface Objection {
  /** JSON Pointer into the body. */
  pointer: string;
  detail: string;
}

interface Priced extends Pick<Tariff, "guest_categories" | "price_rules" | "length_unit"> {
  venue_id: string;
  also_at: readonly { venue_id: string }[];
  variants: readonly { id: string }[];
  max_party: number;
}

/** The first place where prices speak of what the resource lacks, or could never be paid. */
export function coherentPrices(resource: Priced): Objection | undefined {
  const { guest_categories, price_rules, length_unit, max_party } = resource;
  const fewest = guest_categories.reduce((sum, { takes_place, min }) => sum + (takes_place ? min : 0), 0);
  if (fewest > max_party) return { pointer: "/guest_categories", detail: "Together they need more than max_party." };
  const known = {
    guest_categories: guest_categories.map(({ id }) => id),
    variant_ids: resource.variants.map(({ id }) => id),
    venue_ids: [resource.venue_id, ...resource.also_at.map(({ venue_id }) => venue_id)],
  };
  for (const [at, { when }] of price_rules.entries()) {
    const pointer = `/price_rules/${at}/when`;
    if (when.min_length !== undefined && length_unit === "fixed") {
      return { pointer: `${pointer}/min_length`, detail: "A fixed length is always the same." };
    }
    for (const list of ["guest_categories", "variant_ids", "venue_ids"] as const) {
      const unknown = when[list]?.findIndex((id) => !known[list].includes(id)) ?? -1;
      if (unknown >= 0) return { pointer: `${pointer}/${list}/${unknown}`, detail: "The resource has no such thing." };
    }
  }
  return undefined;
}

/** What is wrong with the guests of a booking. */
export function checkGuests(
  { guest_categories: categories }: Pick<Tariff, "guest_categories">,
  guests: Readonly<Record<string, number>>,
  party: number,
): Objection | undefined {
  const unknown = Object.keys(guests).find((id) => !categories.some((category) => category.id === id));
  if (unknown !== undefined) return { pointer: `/guests/${unknown}`, detail: "There is no such category." };
  const coming = guestsOf(categories, guests, party);
  for (const { id, name, min, max } of categories) {
    const count = countOf(coming, id);
    const pointer = coming === guests ? `/guests/${id}` : "/party";
    if (count < min || count > max) return { pointer, detail: `${name}: from ${min} to ${max} in one booking.` };
  }
  if (categories.length > 0 && placesOf(categories, coming) === 0) {
    return { pointer: "/guests", detail: "Somebody must take a place." };
  }
  return undefined;
}

/** What is wrong with the add-ons of a booking, their stock apart. */
export function checkAddOns(
  { add_ons }: Pick<Tariff, "add_ons">,
  chosen: readonly { id: string; quantity: number }[],
): Objection | undefined {
  for (const [at, { id, quantity }] of chosen.entries()) {
    const addOn = add_ons.find((one) => one.id === id);
    if (!addOn) return { pointer: `/add_ons/${at}/id`, detail: "There is no such add-on." };
    if (quantity > addOn.max_quantity) {
      return { pointer: `/add_ons/${at}/quantity`, detail: `At most ${addOn.max_quantity} in one booking.` };
    }
  }
  return undefined;
}
