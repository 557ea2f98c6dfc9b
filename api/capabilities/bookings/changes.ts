import { eq } from "drizzle-orm";
import { type Context, forbidden, invalid, problem, type z } from "../../kernel/index.ts";
import { attach } from "../media/index.ts";
import { resources } from "../resources/index.ts";
import { companyOf } from "../tenants/index.ts";
import { claim } from "./claim.ts";
import { stepAside } from "./departure.ts";
import { bookingUpdated } from "./events.ts";
import { pricedAs } from "./holds.ts";
import { endFrom } from "./lasting.ts";
import { become, type Leave, open, schedule } from "./lifecycle.ts";
import { find } from "./offer.ts";
import { checkReach, trusted } from "./place.ts";
import { redeem } from "./promotion.ts";
import { checkAnswers } from "./questions.ts";
import { type BookingPatch, type BookingStatus, bookings, type CancellationInput } from "./schema.ts";
import { type BookingRow, type ShownRow, shown } from "./shown.ts";
import { takenBy } from "./terms.ts";
import type { Wished } from "./wish.ts";

export const windowPassed = problem(
  "cancellation_window_passed",
  409,
  "It is too close to its start to be changed or cancelled without calling.",
);
export const notChangeable = problem("booking_not_changeable", 409, "It is over, cancelled or going on already.");

type Patch = z.output<typeof BookingPatch>;

/** What is for staff alone to say. */
const staffs = ["attachments", "waiver_status"] as const;
/** What is told about a booking, and takes no place. */
type Told = Pick<Patch, "notes" | "answers" | "waiver_status"> & { attachments?: string[] | undefined };

/**
 * Changes a booking that the caller may change. What takes other places has to be free, its own present ones not
 * counted, and is priced anew; when it is refused, everything stays as it was.
 */
export async function update(ctx: Context, before: ShownRow, { version, ...patch }: Patch) {
  ctx.expect(shown(ctx, before), version);
  const forStaff = staffs.find((name) => patch[name] !== undefined);
  if (forStaff && !trusted(ctx)) throw forbidden(`Only staff may change \`${forStaff}\`.`);
  const { notes, answers, attachments, waiver_status, ...wanted } = patch;
  const moved = moves(before, wanted) ? await move(ctx, before, wanted) : undefined;
  const told = await tell(ctx, before, { notes, answers, attachments, waiver_status });
  const next = ctx.update(bookings, before, { ...moved?.columns, ...told }, version);
  if (next === before) return shown(ctx, before);
  const after: ShownRow = { ...before, ...next, ...moved?.names };
  if (moved) schedule(ctx, after, moved.resource, moved.spans);
  if (moved && (before.promotion_code ?? after.promotion_code) !== null) await redeem(ctx, after);
  ctx.emit(bookingUpdated, after, { contact: after.contact_id });
  return shown(ctx, after);
}

type Wanted = Omit<Patch, "version" | keyof Told>;

/** Whether anything of what it takes is to be another. */
function moves(before: ShownRow, wanted: Wanted): boolean {
  return Object.entries(wanted).some(
    ([name, to]) => to !== undefined && JSON.stringify(to) !== JSON.stringify(before[name as keyof ShownRow]),
  );
}

/** What it is to take: what it takes now, but for what is wanted otherwise. */
async function wishOf(ctx: Context, before: ShownRow, wanted: Wanted): Promise<Wished> {
  const elsewhere = wanted.resource_id !== undefined && wanted.resource_id !== before.resource_id;
  const starts_at = wanted.starts_at ?? before.starts_at;
  const guests = wanted.guests ?? (wanted.party === undefined && !elsewhere ? before.guests : {});
  return {
    resource_id: wanted.resource_id ?? before.resource_id,
    venue_id: wanted.venue_id ?? (elsewhere ? undefined : before.venue_id),
    variant_id:
      wanted.variant_id === undefined
        ? elsewhere
          ? undefined
          : (before.variant_id ?? undefined)
        : (wanted.variant_id ?? undefined),
    starts_at,
    // It keeps its length when only its start changes, and takes that of another product.
    ends_at:
      wanted.ends_at ??
      (elsewhere || wanted.variant_id !== undefined ? undefined : await sameLength(ctx, before, starts_at)),
    party: Object.keys(guests).length > 0 ? undefined : (wanted.party ?? before.party),
    guests,
    private: wanted.private ?? (elsewhere ? false : before.private),
    add_ons: wanted.add_ons ?? (elsewhere ? [] : before.add_ons),
    promotion_code:
      wanted.promotion_code === undefined ? (before.promotion_code ?? undefined) : (wanted.promotion_code ?? undefined),
  };
}

const iso = (at: number) => new Date(at).toISOString();

/** When a booking ends that is moved. A fixed length may be another now: whoever booked gets that one. */
async function sameLength(ctx: Context, before: ShownRow, starts_at: string): Promise<string | undefined> {
  if (starts_at === before.starts_at) return before.ends_at;
  const resource = await ctx.db
    .select({ unit: resources.length_unit })
    .from(resources)
    .where(eq(resources.id, before.resource_id))
    .get();
  const unit = resource?.unit ?? "fixed";
  if (unit === "fixed" && !trusted(ctx)) return undefined;
  const time = { start: Date.parse(before.starts_at), end: Date.parse(before.ends_at) };
  return iso(endFrom(unit, before.time_zone, time, Date.parse(starts_at)));
}

async function move(ctx: Context, before: ShownRow, wanted: Wanted) {
  if (!open(before) && !(trusted(ctx) && before.status === "in_progress")) throw notChangeable();
  await insideWindow(ctx, before);
  if (wanted.starts_at !== undefined) checkReach(ctx, Date.parse(wanted.starts_at), "/starts_at");
  const said = await wishOf(ctx, before, wanted);
  const wish = { ...said, except: before.id, beside: await stepAside(ctx, before, said) };
  const found = await find(ctx, wish);
  const priced = await pricedAs(ctx, wish, found);
  if (before.paid !== 0 && priced.currency !== before.currency) {
    throw invalid("/resource_id", `What was paid in ${before.currency} cannot pay for this.`);
  }
  const spans = claim(ctx, found, wish, before.id);
  const { resource, venue } = found.place;
  const times = { starts_at: wish.starts_at, ends_at: iso(found.end) };
  return {
    resource,
    spans,
    names: { resource_name: resource.name, time_zone: venue.time_zone },
    columns: { ...takenBy(found.place, wish, priced), ...times, deposit: priced.deposit },
  };
}

/** Papers and answers; a file that may not be used, or an answer that does not fit, is refused. */
async function tell(ctx: Context, before: ShownRow, { notes, answers, waiver_status, attachments }: Told) {
  if (answers !== undefined) {
    const resource = await ctx.db.select().from(resources).where(eq(resources.id, before.resource_id)).get();
    if (!resource) throw invalid("/answers", "There is no such resource any more.");
    checkAnswers(resource, { answers, attendees: [] }, false);
  }
  return { notes, answers, waiver_status, ...(attachments ? { attachments: await attach(ctx, attachments) } : {}) };
}

type Refund = NonNullable<BookingRow["refund"]>;

export async function cancel(ctx: Context, before: ShownRow, input: z.output<typeof CancellationInput>, leave?: Leave) {
  ctx.expect(shown(ctx, before), input.version);
  if (open(before)) await insideWindow(ctx, before);
  else if (before.status === "in_progress" && !trusted(ctx)) throw windowPassed();
  if (input.refund && !trusted(ctx)) throw forbidden("Only staff decides on refunds.");
  const refund = before.status === "cancelled" ? before.refund : await refundOf(ctx, before, input.refund);
  const patch = { cancelled_at: ctx.at, cancel_reason: input.reason ?? null, refund };
  return shown(ctx, await become(ctx, before, "cancelled", patch, input.version, leave));
}

/** What is given back of what was paid: as staff says, else all of it inside the free window and nothing after. */
async function refundOf(
  ctx: Context,
  { paid, starts_at, resource_id }: ShownRow,
  said: z.output<typeof CancellationInput>["refund"],
): Promise<Refund | null> {
  if (said?.decision === "partial" && (said.amount ?? 0) > paid) {
    throw invalid("/refund/amount", "That is more than was paid.");
  }
  if (paid <= 0) return null;
  const free = Date.parse(starts_at) - ctx.now >= (await freeHours(ctx, resource_id)) * 3_600_000;
  const decision = said?.decision ?? (free ? "full" : "none");
  const amount = decision === "full" ? paid : decision === "none" ? 0 : (said?.amount ?? 0);
  return { decision, amount, kept: paid - amount };
}

export async function setStatus(ctx: Context, before: ShownRow, status: BookingStatus, version: number | undefined) {
  ctx.expect(shown(ctx, before), version);
  if (status === "cancelled") return cancel(ctx, before, { version });
  return shown(ctx, await become(ctx, before, status, {}, version));
}

/** Until how many hours before its start a booking is changed and cancelled freely. */
export async function freeHours(ctx: Pick<Context, "db">, resourceId: string): Promise<number> {
  const [company, resource] = await Promise.all([
    companyOf(ctx),
    ctx.db.select({ hours: resources.cancellation_hours }).from(resources).where(eq(resources.id, resourceId)).get(),
  ]);
  return resource?.hours ?? company.cancellation_hours;
}

/** Staff may always; whoever booked only until the notice before the start. */
async function insideWindow(ctx: Context, { starts_at, resource_id }: BookingRow): Promise<void> {
  if (trusted(ctx)) return;
  const hours = await freeHours(ctx, resource_id);
  if (Date.parse(starts_at) - ctx.now < hours * 3_600_000) {
    throw windowPassed(`Possible up to ${hours} hours before the start.`, { members: { cancellation_hours: hours } });
  }
}
