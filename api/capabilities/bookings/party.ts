import { invalid } from "../../kernel/index.ts";
import { checkAddOns, checkGuests, placesOf, type ResourceRow } from "../resources/index.ts";
import type { Wished } from "./wish.ts";

type Who = Pick<Wished, "party" | "guests" | "private" | "add_ons">;

/** Who comes, and how much of a resource they take. */
export interface Party {
  /** People who take a place. */
  size: number;
  guests: Record<string, number>;
  /** Whether nobody else shares it. */
  alone: boolean;
  /** Places that are taken: all of them, where nobody else may share. */
  places: number;
}

/** How many come, told by the guests where there are some. */
export function sizeOf({ guest_categories }: ResourceRow, { party, guests }: Pick<Who, "party" | "guests">): number {
  return guests && Object.keys(guests).length > 0 ? placesOf(guest_categories, guests) : (party ?? 1);
}

const fits = ({ min_party, max_party }: ResourceRow, size: number): boolean => size >= min_party && size <= max_party;

export function partyOf(resource: ResourceRow, wished: Who, capacity = resource.capacity): Party {
  const size = sizeOf(resource, wished);
  const alone = resource.sharing === "private" || wished.private;
  return { size, guests: wished.guests ?? {}, alone, places: alone ? Math.max(capacity, size) : size };
}

const sharedOnly = ({ sharing, private_price }: ResourceRow) => sharing === "shared" && private_price === null;

/** Why such a party is not let in, whenever it comes. */
export function barring(resource: ResourceRow, wished: Omit<Who, "add_ons">): "not_on_offer" | "party_size" | null {
  const size = sizeOf(resource, wished);
  if (wished.private && sharedOnly(resource)) return "not_on_offer";
  return fits(resource, size) && !checkGuests(resource, wished.guests ?? {}, size) ? null : "party_size";
}

/** Refuses to answer about guests of a category that there is not. */
export function checkCategories({ guest_categories }: ResourceRow, { guests = {} }: Pick<Who, "guests">): void {
  const unknown = Object.keys(guests).find((id) => !guest_categories.some((category) => category.id === id));
  if (unknown !== undefined) throw invalid("/guests", `There is no category ${unknown}.`, "query");
}

/** Refuses a party, guests, add-ons or a privilege that the resource does not offer. */
export function checkParty(resource: ResourceRow, wished: Who): void {
  const size = sizeOf(resource, wished);
  const objection = checkGuests(resource, wished.guests ?? {}, size) ?? checkAddOns(resource, wished.add_ons);
  if (objection) throw invalid(objection.pointer, objection.detail);
  const told = wished.guests !== undefined && Object.keys(wished.guests).length > 0;
  if (told && wished.party !== undefined && wished.party !== size) {
    throw invalid("/party", `The guests take ${size} places.`);
  }
  if (!fits(resource, size)) {
    throw invalid(
      told ? "/guests" : "/party",
      `From ${resource.min_party} to ${resource.max_party} places in one booking.`,
    );
  }
  if (wished.private && sharedOnly(resource)) throw invalid("/private", "It cannot be had alone.");
}
