import type { Hours, Resource, ResourceInput } from "../../../../sdk/index.ts";
import { wrongHours } from "./hours.ts";
import { amountOf, minorOf } from "./money.ts";

/** A resource as a form holds it: numbers are texts while they are typed. */
export interface Draft {
  venue_id: string;
  name: string;
  kind: Resource["kind"];
  description: string;
  image_url: string;
  status: Resource["status"];
  duration_minutes: string;
  slot_step_minutes: string;
  buffer_before_minutes: string;
  buffer_after_minutes: string;
  capacity: string;
  min_party: string;
  max_party: string;
  price: string;
  price_per: Resource["price_per"];
  currency: string;
  lead_minutes: string;
  horizon_days: string;
  requires_approval: boolean;
  hours: Hours | null;
}

export const freshDraft = (venue_id: string, currency: string): Draft => ({
  venue_id,
  name: "",
  kind: "experience",
  description: "",
  image_url: "",
  status: "available",
  duration_minutes: "60",
  slot_step_minutes: "60",
  buffer_before_minutes: "0",
  buffer_after_minutes: "0",
  capacity: "1",
  min_party: "1",
  max_party: "1",
  price: amountOf(0, currency),
  price_per: "place",
  currency,
  lead_minutes: "",
  horizon_days: "180",
  requires_approval: false,
  hours: null,
});

export const draftOf = (resource: Resource): Draft => ({
  venue_id: resource.venue_id,
  name: resource.name,
  kind: resource.kind,
  description: resource.description ?? "",
  image_url: resource.image_url ?? "",
  status: resource.status,
  duration_minutes: String(resource.duration_minutes),
  slot_step_minutes: String(resource.slot_step_minutes),
  buffer_before_minutes: String(resource.buffer_before_minutes),
  buffer_after_minutes: String(resource.buffer_after_minutes),
  capacity: String(resource.capacity),
  min_party: String(resource.min_party),
  max_party: String(resource.max_party),
  price: amountOf(resource.price, resource.currency),
  price_per: resource.price_per,
  currency: resource.currency,
  lead_minutes: resource.lead_minutes === null ? "" : String(resource.lead_minutes),
  horizon_days: String(resource.horizon_days),
  requires_approval: resource.requires_approval,
  hours: resource.hours,
});

const numbers = [
  "duration_minutes",
  "slot_step_minutes",
  "buffer_before_minutes",
  "buffer_after_minutes",
  "capacity",
  "min_party",
  "max_party",
  "horizon_days",
] as const;

export type Wrong = Partial<Record<keyof Draft, "missing" | "wrongNumber" | "wrongAmount">>;

export function wrongIn(draft: Draft): Wrong {
  const wrong: Wrong = {};
  if (!draft.name.trim()) wrong.name = "missing";
  if (!draft.venue_id) wrong.venue_id = "missing";
  for (const name of numbers) if (!/^\d+$/.test(draft[name].trim())) wrong[name] = "wrongNumber";
  if (draft.lead_minutes.trim() && !/^\d+$/.test(draft.lead_minutes.trim())) wrong.lead_minutes = "wrongNumber";
  if (minorOf(draft.price, draft.currency) === undefined) wrong.price = "wrongAmount";
  if (draft.hours && wrongHours(draft.hours)) wrong.hours = "missing";
  return wrong;
}

/** What the API takes; only for a draft in which nothing is wrong. */
export function inputOf(draft: Draft): ResourceInput {
  const number = (name: (typeof numbers)[number]) => Number(draft[name]);
  return {
    venue_id: draft.venue_id,
    name: draft.name.trim(),
    kind: draft.kind,
    description: draft.description.trim() || null,
    image_url: draft.image_url.trim() || null,
    status: draft.status,
    duration_minutes: number("duration_minutes"),
    slot_step_minutes: number("slot_step_minutes"),
    buffer_before_minutes: number("buffer_before_minutes"),
    buffer_after_minutes: number("buffer_after_minutes"),
    capacity: number("capacity"),
    min_party: number("min_party"),
    max_party: number("max_party"),
    price: minorOf(draft.price, draft.currency) ?? 0,
    price_per: draft.price_per,
    currency: draft.currency,
    lead_minutes: draft.lead_minutes.trim() ? Number(draft.lead_minutes) : null,
    horizon_days: number("horizon_days"),
    requires_approval: draft.requires_approval,
    hours: draft.hours,
  };
}

/** The parts of an input that are not as the resource has them. */
export function changesOf(input: ResourceInput, resource: Resource): Partial<ResourceInput> {
  const before: Record<string, unknown> = { ...resource };
  return Object.fromEntries(
    Object.entries(input).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  );
}
