import { type Context, problem, type z } from "../../kernel/index.ts";
import { companyOf } from "../tenants/index.ts";
import { vacate } from "../venues/index.ts";
import { bookingUpdated } from "./events.ts";
import { become, open, schedule } from "./lifecycle.ts";
import { claim, find, termsOf, type Wish } from "./offer.ts";
import { trusted } from "./place.ts";
import { type BookingPatch, type BookingStatus, bookings, type CancellationInput } from "./schema.ts";
import { type BookingRow, type ShownRow, shown } from "./shown.ts";

export const windowPassed = problem(
  "cancellation_window_passed",
  409,
  "It is too close to its start to be changed or cancelled without calling.",
);
export const notChangeable = problem("booking_not_changeable", 409, "It is over, cancelled or going on already.");

type Patch = z.output<typeof BookingPatch>;

/**
 * Changes a booking that the caller may change. A new time, resource or party has to be free, its own present time not
 * counted, and is priced anew; when it is refused, everything stays as it was.
 */
export async function update(ctx: Context, before: ShownRow, { version, ...patch }: Patch) {
  ctx.expect(before, version);
  const wish = {
    resource_id: patch.resource_id ?? before.resource_id,
    starts_at: patch.starts_at ?? before.starts_at,
    party: patch.party ?? before.party,
    except: before.id,
  };
  const moves =
    wish.resource_id !== before.resource_id || wish.starts_at !== before.starts_at || wish.party !== before.party;
  const { names, columns } = moves ? await move(ctx, before, wish) : unmoved;
  const next = ctx.update(bookings, before, { ...columns, notes: patch.notes }, version);
  if (next === before) return shown(ctx, before);
  const after: ShownRow = { ...before, ...next, ...names };
  if (moves) schedule(ctx, after);
  ctx.emit(bookingUpdated, after, { contact: after.contact_id });
  return shown(ctx, after);
}

const unmoved = { names: {}, columns: {} };

async function move(ctx: Context, before: ShownRow, wish: Wish) {
  if (!open(before)) throw notChangeable();
  await insideWindow(ctx, before);
  const place = await find(ctx, wish);
  vacate(ctx, before.id);
  claim(ctx, place, before.id, wish);
  const { resource, venue } = place;
  return {
    names: { resource_name: resource.name, time_zone: venue.time_zone },
    columns: { resource_id: resource.id, venue_id: venue.id, ...termsOf(place, wish) },
  };
}

export async function cancel(ctx: Context, before: ShownRow, input: z.output<typeof CancellationInput>) {
  ctx.expect(before, input.version);
  if (open(before)) await insideWindow(ctx, before);
  else if (before.status === "in_progress" && !trusted(ctx)) throw windowPassed();
  const patch = { cancelled_at: ctx.at, cancel_reason: input.reason ?? null };
  return shown(ctx, become(ctx, before, "cancelled", patch, input.version));
}

export function setStatus(ctx: Context, before: ShownRow, status: BookingStatus, version: number | undefined) {
  const patch = status === "cancelled" ? { cancelled_at: ctx.at } : {};
  return shown(ctx, become(ctx, before, status, patch, version));
}

/** Staff may always; whoever booked only until the company's notice before the start. */
async function insideWindow(ctx: Context, { starts_at }: BookingRow): Promise<void> {
  if (trusted(ctx)) return;
  const { cancellation_hours } = await companyOf(ctx);
  if (Date.parse(starts_at) - ctx.now < cancellation_hours * 3_600_000) {
    throw windowPassed(`Possible up to ${cancellation_hours} hours before the start.`, {
      members: { cancellation_hours },
    });
  }
}
