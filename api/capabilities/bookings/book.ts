import { newId } from "../../core/ids.ts";
import { type Context, decideAgain, invalid, type z } from "../../kernel/index.ts";
import { addAttendees } from "./attendees.ts";
import { claim, take } from "./claim.ts";
import { bookingCreated } from "./events.ts";
import { holdExpired, pricedAs, usable, use } from "./holds.ts";
import { schedule } from "./lifecycle.ts";
import { find } from "./offer.ts";
import { partyOf, sizeOf } from "./party.ts";
import { notBookable, type Place, placeOf, type Taken, time, trusted } from "./place.ts";
import { redeem } from "./promotion.ts";
import { checkAnswers } from "./questions.ts";
import { newReference } from "./reference.ts";
import { type BookingInput, bookings } from "./schema.ts";
import type { ShownRow } from "./shown.ts";
import { takenBy } from "./terms.ts";

type Input = Omit<z.output<typeof BookingInput>, "contact">;

/** Whose booking it is, whom it is for, and with what else it is made. */
export interface Whose {
  contact_id: string;
  contact: ShownRow["contact"];
  group_id: string | null;
  /** What the same command takes besides. */
  beside: readonly Taken[];
}

/** Makes one booking. Answers it with what it takes. */
export async function book(ctx: Context, input: Input, whose: Whose): Promise<{ booking: ShownRow; spans: Taken[] }> {
  const id = newId("bkg", ctx.now);
  const { place, terms, spans } = input.hold_id
    ? await fromHold(ctx, id, input, input.hold_id)
    : await fromSlot(ctx, id, input, whose.beside);
  const { resource, venue, company } = place;
  checkAnswers(resource, input, !trusted(ctx));
  if (input.terms_version !== undefined && input.terms_version !== company.texts_version) {
    throw invalid("/terms_version", `The texts have changed: they are at version ${company.texts_version}.`);
  }
  const booking: ShownRow = {
    id,
    reference: newReference(),
    resource_name: resource.name,
    time_zone: venue.time_zone,
    contact_id: whose.contact_id,
    contact: whose.contact,
    ...terms,
    deposit: terms.quote?.deposit ?? 0,
    paid: 0,
    status: resource.requires_approval ? "pending" : "confirmed",
    notes: input.notes ?? null,
    answers: input.answers ?? {},
    attachments: [],
    group_id: whose.group_id,
    terms_version: input.terms_version ?? null,
    waiver_status: resource.waiver_url === null ? "none" : "pending",
    cancelled_at: null,
    cancel_reason: null,
    refund: null,
    deleted_at: null,
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
  };
  // The one thing that can collide is the reference; the next one will not.
  ctx.insert(bookings, booking, decideAgain);
  addAttendees(ctx, booking, input.attendees);
  if (booking.promotion_code !== null) await redeem(ctx, booking);
  schedule(ctx, booking, resource, spans);
  ctx.emit(bookingCreated, booking, { contact: whose.contact_id });
  return { booking, spans };
}

async function fromSlot(ctx: Context, id: string, input: Input, beside: readonly Taken[]) {
  const wish = { ...input, beside };
  const found = await find(ctx, wish);
  const priced = await pricedAs(ctx, wish, found);
  const spans = claim(ctx, found, wish, id);
  const times = { starts_at: input.starts_at, ends_at: new Date(found.end).toISOString() };
  return { place: found.place, spans, terms: { ...takenBy(found.place, input, priced), ...times } };
}

/** What was held is booked as it was held: same time, same price, same places. */
async function fromHold(ctx: Context, id: string, input: Input, holdId: string) {
  const { hold, kept } = await usable(ctx, holdId);
  const { id: _, holder_id, contact_id, created_at, expires_at, ...terms } = hold;
  const place = await placeOf(ctx, hold, time(hold.starts_at, hold.ends_at));
  if (place.resource.status === "retired") throw notBookable();
  if (!isWhatWasHeld(place, input, hold)) {
    throw invalid("/hold_id", "This hold is for another resource, time or party.");
  }
  use(ctx, hold);
  const spans = kept.map((span) => ({ ...span, owner: id }));
  // By a faster clock the hold may have run out a moment ago, and its places gone to somebody else.
  take(ctx, place, spans, null, holdExpired);
  return { place, spans, terms };
}

type Held = Awaited<ReturnType<typeof usable>>["hold"];

/** Whoever books a hold says again what it is for; add-ons, guests and code are the hold's when left out. */
function isWhatWasHeld({ resource, capacity }: Place, input: Input, hold: Held): boolean {
  const party = input.party === undefined && input.guests === undefined ? hold.party : sizeOf(resource, input);
  return (
    hold.resource_id === input.resource_id &&
    hold.starts_at === input.starts_at &&
    (input.ends_at ?? hold.ends_at) === hold.ends_at &&
    (input.venue_id ?? hold.venue_id) === hold.venue_id &&
    (input.variant_id ?? hold.variant_id) === hold.variant_id &&
    party === hold.party &&
    (!input.private || hold.private) &&
    (input.add_ons.length === 0 || JSON.stringify(input.add_ons) === JSON.stringify(hold.add_ons)) &&
    (input.promotion_code ?? hold.promotion_code) === hold.promotion_code &&
    partyOf(resource, hold, capacity).size === hold.party
  );
}
