import { halfUp } from "./amounts.ts";
import { countOf, guestsOf, piecesOf } from "./guests.ts";
import type { Choice, Tariff } from "./input.ts";

/** Something that has a price of its own: a category's guests, the places, the booking. */
export interface Part {
  /** The guest category; `null` for the resource's own price. */
  category: string | null;
  label: string;
  quantity: number;
  price: number;
}

/** What is paid for, before any rule. RangeError when guests are of a category that there is not. */
export function partsOf(tariff: Tariff, choice: Choice): Part[] {
  const { name, price_per, guest_categories: categories } = tariff;
  const unknown = Object.keys(choice.guests).find((id) => !categories.some((category) => category.id === id));
  if (unknown !== undefined) throw new RangeError(`no guest category ${unknown}`);
  const asked = choice.variant_price ?? choice.venue_price;
  const own = { category: null, label: name, price: asked ?? tariff.price };
  if (categories.length === 0) return [{ ...own, quantity: price_per === "place" ? choice.party : 1 }];
  const guests = guestsOf(categories, choice.guests, choice.party);
  const parts = categories
    .map(({ id, name, price }) => ({ category: id, label: name, quantity: countOf(guests, id), price }))
    .filter(({ quantity }) => quantity > 0);
  if (price_per === "booking") return [{ ...own, quantity: 1 }, ...parts];
  if (asked === null) return parts;
  // One price for many categories: it is the dearest one's, and the others keep their proportion to it.
  const dearest = Math.max(...categories.map(({ price }) => price));
  return parts.map((part) => ({ ...part, price: proportion(part.price, asked, dearest) }));
}

function proportion(price: number, to: number, of: number): number {
  if (of === 0) return price;
  return Number((2n * BigInt(price) * BigInt(to) + BigInt(of)) / (2n * BigInt(of)));
}

/** How often a unit price is paid, and what of it is paid each time. */
export interface Length {
  times: number;
  of(price: number): number;
  /** In the resource's unit. */
  units: number;
}

const itself = (price: number) => price;

/** Broken hours are paid by the minute: one price for the whole length. */
export function lengthOf(unit: Tariff["length_unit"], minutes: number, dates: number): Length {
  if (unit === "fixed") return { times: 1, of: itself, units: 1 };
  if (unit === "hour") {
    const units = minutes / 60;
    if (minutes % 60 === 0) return { times: units, of: itself, units };
    return { times: 1, of: (price) => halfUp(price * minutes, 60), units };
  }
  return { times: dates, of: itself, units: dates };
}

/** An add-on that was chosen. */
export interface Extra {
  id: string;
  name: string;
  quantity: number;
  price: number;
  amount: number;
}

/** In the order of the resource's add-ons. RangeError for one that it lacks. */
export function extrasOf({ add_ons }: Tariff, { chosen, party }: Choice): Extra[] {
  const unknown = chosen.find(({ id }) => !add_ons.some((addOn) => addOn.id === id));
  if (unknown) throw new RangeError(`no add-on ${unknown.id}`);
  return add_ons.flatMap((addOn) => {
    const wanted = chosen.reduce((sum, { id, quantity }) => sum + (id === addOn.id ? quantity : 0), 0);
    if (wanted === 0) return [];
    const { id, name, price } = addOn;
    const quantity = piecesOf(addOn, wanted, party);
    return [{ id, name, quantity, price, amount: quantity * price }];
  });
}
