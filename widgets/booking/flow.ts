import type { Booking, BookingInput, Hold, QuoteInput, Resource, Slot, Venue } from "@foyer/sdk";

export type Step = "resources" | "time" | "details" | "done";

export interface Catalogue {
  /** Those that something can be booked at. */
  venues: Venue[];
  resources: Resource[];
  /** Text of the terms of service, where the business has any, and which revision of its texts that is. */
  terms: { text: string; version: number } | undefined;
}

/** What is wanted, in the API's own words, as far as it is known. */
export type Wish = Omit<QuoteInput, "starts_at"> & { starts_at?: string };

/** What was entered, by the JSON pointer of its place in the body of a booking. */
export type Values = Record<string, string>;

/** A wish to book that has no answer yet: it may have happened, so it is sent again under the same key. */
export interface Attempt {
  key: string;
  body: BookingInput;
}

/** A hold, what it was asked for, and when it ends by this browser's clock, in milliseconds since 1970. */
export interface Held extends Hold {
  until: number;
  wish: Wish;
}

/** What outlives a reload of the page. */
export interface Kept {
  /** Milliseconds since 1970. */
  at: number;
  step: Step;
  wish: Wish | undefined;
  zone: string | undefined;
  slot: Slot | undefined;
  hold: Held | undefined;
  values: Values;
  attempt: Attempt | undefined;
  booking: Booking | undefined;
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

const within = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max);

/** What is wanted of a resource to begin with: as many as were asked for, as far as it takes them. */
export function firstWish({ id, min_party, max_party, guest_categories }: Resource, party = 1): Wish {
  const size = within(party, min_party, max_party);
  const wish = { resource_id: id };
  if (!guest_categories.length) return { ...wish, party: size };
  const first = guest_categories.find((one) => one.takes_place !== false);
  const guests = guest_categories.map((one) => {
    const { min = 0, max = 100 } = one;
    return [one.id, within(one === first ? size : 0, min, max)] as const;
  });
  return { ...wish, guests: Object.fromEntries(guests) };
}

/** How many take a place. */
export function sizeOf({ guest_categories }: Resource, { guests, party = 1 }: Wish): number {
  if (!guests) return party;
  return guest_categories.reduce(
    (sum, { id, takes_place }) => sum + (takes_place === false ? 0 : (guests[id] ?? 0)),
    0,
  );
}

/** Whether so many may book it together. */
export const fits = (resource: Resource, wish: Wish): boolean =>
  sizeOf(resource, wish) >= resource.min_party && sizeOf(resource, wish) <= resource.max_party;

/** The prices that a resource begins with, in minor units. */
export function prices({ price, price_per, guest_categories, variants }: Resource): number[] {
  const own = variants.filter((one) => one.status !== "inactive").map((one) => one.price ?? price);
  if (price_per === "place" && guest_categories.length)
    return guest_categories.filter((one) => one.takes_place !== false).map((one) => one.price);
  return own.length ? own : [price];
}

/** The query of a question about slots. */
export function asQuery({ resource_id, venue_id, variant_id, party, guests, ...wish }: Wish): Record<string, unknown> {
  const people = Object.entries(guests ?? {}).map(([id, count]) => `${id}:${count}`);
  return {
    resource_id,
    venue_id,
    variant_id,
    party,
    guests: people.length ? people.join() : undefined,
    private: wish.private || undefined,
  };
}

/** Something that is asked for, and where the answer goes in the body of a booking. */
export interface Entry {
  /** A JSON pointer. */
  at: string;
  label: string;
  kind: "text" | "email" | "tel" | "number" | "date" | "choice" | "checkbox" | "area";
  required?: boolean;
  options?: string[] | undefined;
  autocomplete?: string;
}

type Say = (key: "name" | "email" | "phone" | "notes" | "agree") => string;

/** What is asked of whoever books: as few things as possible. */
export function contactEntries({ questions }: Resource, say: Say, terms: boolean): Entry[] {
  return [
    { at: "/contact/name", label: say("name"), kind: "text", required: true, autocomplete: "name" },
    { at: "/contact/email", label: say("email"), kind: "email", required: true, autocomplete: "email" },
    { at: "/contact/phone", label: say("phone"), kind: "tel", autocomplete: "tel" },
    ...asked(questions, "booking", "/answers/"),
    { at: "/notes", label: say("notes"), kind: "area" },
    ...(terms ? [{ at: "/terms_version", label: say("agree"), kind: "checkbox", required: true } as const] : []),
  ];
}

const asked = (questions: Resource["questions"], per: string, at: string): Entry[] =>
  questions
    .filter((one) => (one.per ?? "booking") === per)
    .map(({ id, label, kind = "text", required = false, options }) => ({
      at: at + id,
      label,
      kind,
      required,
      options,
    }));

/** A guest who has to be named, because something is asked of each. */
export interface Guest {
  category: string | undefined;
  entries: Entry[];
}

export function guestsOf(resource: Resource, wish: Wish, say: Say): Guest[] {
  const { questions, guest_categories } = resource;
  if (!questions.some(({ per }) => per === "guest")) return [];
  const ids = wish.guests
    ? guest_categories.flatMap(({ id }) => Array<string>(wish.guests?.[id] ?? 0).fill(id))
    : Array<undefined>(wish.party ?? 1).fill(undefined);
  return ids.map((category, index) => {
    const at = `/attendees/${index}/`;
    const name: Entry = { at: `${at}name`, label: say("name"), kind: "text", required: true };
    return { category, entries: [name, ...asked(questions, "guest", `${at}answers/`)] };
  });
}

const patterns: Partial<Record<Entry["kind"], RegExp>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  tel: /(\d\D*){5}/,
  number: /^-?\d{1,12}(\.\d{1,6})?$/,
};

export type Flaw = "needed" | "mail" | "tel" | "number" | "checkbox" | "wrong";

/** What has to be put right before it is worth asking, by pointer. The API has the last word. */
export function flaws(entries: Entry[], values: Values): Record<string, Flaw> {
  const found: Record<string, Flaw> = {};
  for (const { at, kind, required } of entries) {
    const value = (values[at] ?? "").trim();
    if (!value || (kind === "checkbox" && value !== "true")) {
      if (required) found[at] = kind === "checkbox" ? kind : "needed";
    } else if (!(patterns[kind]?.test(value) ?? true)) found[at] = kind === "email" ? "mail" : (kind as Flaw);
  }
  return found;
}

/** The body of a booking: what is wanted, and what was said about it, each at its place. */
export function toInput(wish: Wish, said: Entry[], guests: Guest[], values: Values, version?: number): BookingInput {
  const body = { ...wish } as BookingInput & Record<string, unknown>;
  const attendees = guests.map(({ category }) => ({ name: "", ...(category && { guest_category: category }) }));
  if (attendees.length) body.attendees = attendees;
  for (const { at } of [...said, ...guests.flatMap((guest) => guest.entries)]) {
    const value = values[at]?.trim();
    if (value) put(body, at.split("/").slice(1), at === "/terms_version" ? version : value);
  }
  return body;
}

function put(body: Record<string, unknown>, [name = "", ...rest]: string[], value: unknown): void {
  if (!rest.length) body[name] = value;
  else {
    body[name] ??= {};
    put(body[name] as Record<string, unknown>, rest, value);
  }
}
