import type { Booking, BookingInput, Hold, Resource, Slot, Venue } from "@foyer/sdk";
import type { BookingState } from "./state.ts";

export type Step = "resources" | "time" | "details" | "done";

export interface Catalogue {
  /** Those that something can be booked at. */
  venues: Venue[];
  resources: Resource[];
  /** Text of the terms of service, where the business has any, and which revision of its texts that is. */
  terms: { text: string; version: number } | undefined;
}

/** What the form asks for. */
export interface Details {
  name: string;
  email: string;
  phone: string;
  notes: string;
  agreed: boolean;
}

/** A wish to book that has no answer yet: it may have happened, so it is sent again under the same key. */
export interface Attempt {
  key: string;
  body: BookingInput;
}

/** What outlives a reload of the page. */
export interface Kept {
  /** Milliseconds since 1970. */
  at: number;
  step: Step;
  resourceId: string | undefined;
  party: number;
  zone: string | undefined;
  slot: Slot | undefined;
  hold: Held | undefined;
  details: Details;
  attempt: Attempt | undefined;
  booking: Booking | undefined;
}

/** A hold, and when it ends by this browser's clock, in milliseconds since 1970. */
export interface Held extends Hold {
  until: number;
}

const MINUTE = 60_000;
const lifetime = 60 * MINUTE;
/** A confirmation is read once; whoever returns later wants to book anew. */
const shownFor = 10 * MINUTE;

/** What was kept, unless it is too old to be meant. */
export function stillMeant(kept: Kept | undefined, now: number): Kept | undefined {
  return kept && now - kept.at < (kept.step === "done" ? shownFor : lifetime) ? kept : undefined;
}

const heldFor = 10 * MINUTE;

/** A browser's clock may be wrong by hours: the end is believed only where it lies as far away as holds last. */
export function heldUntil(expires_at: string, now: number): number {
  const end = Date.parse(expires_at);
  return Math.abs(end - now - heldFor) < MINUTE ? end : now + heldFor;
}

/** Seconds left, shown only when they begin to matter. */
export function countdown(until: number, now: number): number | undefined {
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  return seconds <= 180 ? seconds : undefined;
}

/** `2:05` */
export const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

export function fittingParty({ min_party, max_party }: Pick<Resource, "min_party" | "max_party">, party: number) {
  return Math.min(Math.max(party, min_party), max_party);
}

/** Minor units for the whole booking. */
export function priceFor({ price, price_per }: Pick<Resource, "price" | "price_per">, party: number) {
  return price_per === "place" ? price * party : price;
}

export type Flaw = "name" | "email" | "phone" | "agreed";

/** What has to be put right before it is worth asking. The API has the last word on addresses and numbers. */
export function flaws({ name, email, phone, agreed }: Details, needsAgreement: boolean): Flaw[] {
  const found: Flaw[] = [];
  if (!name.trim()) found.push("name");
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) found.push("email");
  if (phone.trim() && phone.replace(/\D/g, "").length < 5) found.push("phone");
  if (needsAgreement && !agreed) found.push("agreed");
  return found;
}

/** The fields that the API refused, by the pointers of its answer. */
export function refusedFields(errors: readonly { pointer: string }[]): Flaw[] {
  return (["name", "email", "phone"] as const).filter((field) =>
    errors.some(({ pointer }) => pointer === `/contact/${field}`),
  );
}

interface Wish {
  resourceId: string;
  party: number;
  slot: Slot;
  hold: Held | undefined;
  details: Details;
  terms: Catalogue["terms"];
}

export function toInput({ resourceId, party, slot, hold, details, terms }: Wish): BookingInput {
  const { name, email, phone, notes } = details;
  return {
    resource_id: resourceId,
    starts_at: slot.starts_at,
    party,
    ...(hold && { hold_id: hold.id }),
    contact: { name: name.trim(), email: email.trim(), ...(phone.trim() && { phone: phone.trim() }) },
    ...(notes.trim() && { notes: notes.trim() }),
    ...(terms && { answers: { accepted_terms_version: String(terms.version) } }),
  };
}

const loaded = (catalogue: BookingState["catalogue"]): Catalogue | undefined =>
  typeof catalogue === "object" && "resources" in catalogue ? catalogue : undefined;

export const resourceOf = ({ catalogue, resourceId }: BookingState) =>
  loaded(catalogue)?.resources.find((one) => one.id === resourceId);

export const venueOf = (state: BookingState) => {
  const id = resourceOf(state)?.venue_id ?? state.booking?.venue_id;
  return loaded(state.catalogue)?.venues.find((one) => one.id === id);
};
