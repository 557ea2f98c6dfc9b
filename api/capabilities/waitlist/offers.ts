import { and, eq, inArray, sql } from "drizzle-orm";
import { dateOf, dayNumber, localParts } from "../../core/time.ts";
import { type Context, job, Problem, problem, type z } from "../../kernel/index.ts";
import {
  availability,
  book,
  type Found,
  find as findPlace,
  holds,
  keep,
  shownBooking,
  slotUnavailable,
  type Taken,
} from "../bookings/index.ts";
import { entryBooked, entryExpired, entryOffered } from "./events.ts";
import { type AcceptanceInput, entries } from "./schema.ts";
import { find, joined, type ShownEntry } from "./service.ts";

export const noOffer = problem("no_offer", 409, "No place is kept for this entry any more.");

const HOUR = 3_600_000;
/** How long a place is kept for whoever waited, and the least that is worth offering. */
const kept = 4 * HOUR;
const shortest = HOUR / 6;
/** Entries of a resource that are looked at in one run, and slots that are tried for each. */
const lookedAt = 100;
const tried = 5;

/** Offers what is free of a resource to those who wait for it, in the order in which they came. */
export const offerPlaces = job<{ resource_id: string }>("waitlist.offer", (work, { resource_id }) =>
  offer(work, resource_id),
);

async function offer(ctx: Context, resourceId: string): Promise<void> {
  const rows = await joined(ctx.db)
    .where(and(eq(entries.resource_id, resourceId), inArray(entries.status, ["waiting", "offered"])))
    // Rows are numbered as they were committed: of two in one millisecond the first stays the first.
    .orderBy(sql`${entries}.rowid`)
    .limit(lookedAt);
  await expire(
    ctx,
    rows.filter(({ status }) => status === "offered"),
  );
  const beside: Taken[] = [];
  for (const entry of rows.filter(({ status }) => status === "waiting")) {
    if (isOver(ctx, entry)) {
      end(ctx, entry);
      continue;
    }
    const free = await firstFree(ctx, entry, beside);
    if (!free) continue;
    const { wish, found, cutoff } = free;
    const expires = Math.min(ctx.now + kept, cutoff);
    const { hold, spans } = await keep(ctx, wish, found, {
      holder_id: entry.id,
      contact_id: entry.contact_id,
      expires,
    });
    beside.push(...spans);
    const patch = {
      status: "offered" as const,
      hold_id: hold.id,
      offered_at: ctx.at,
      offer_starts_at: hold.starts_at,
      offer_expires_at: hold.expires_at,
    };
    const after = { ...entry, ...ctx.update(entries, entry, patch) };
    ctx.emit(entryOffered, after, { contact: after.contact_id });
  }
}

/** Offers that nobody took in time. */
async function expire(ctx: Context, offered: readonly ShownEntry[]): Promise<void> {
  for (const entry of offered) {
    if (entry.offer_expires_at !== null && Date.parse(entry.offer_expires_at) <= ctx.now) end(ctx, entry);
  }
}

function end(ctx: Context, entry: ShownEntry): void {
  const after = { ...entry, ...ctx.update(entries, entry, { status: "expired", hold_id: null }) };
  ctx.emit(entryExpired, after, { contact: after.contact_id });
}

const isOver = (ctx: Context, { to_date, time_zone }: ShownEntry) =>
  dayNumber(to_date) < localParts(time_zone, ctx.now).day_number;

const wishOf = ({ resource_id, venue_id, variant_id, party, guests }: ShownEntry) => ({
  resource_id,
  venue_id,
  variant_id: variant_id ?? undefined,
  ...(Object.keys(guests).length > 0 ? { guests } : { party }),
  private: false,
});

/** The first time that would do and can be had. */
async function firstFree(ctx: Context, entry: ShownEntry, beside: readonly Taken[]) {
  const today = localParts(entry.time_zone, ctx.now).day_number;
  const from = dateOf(Math.max(today, dayNumber(entry.from_date)));
  const { days } = await availability(ctx, { ...wishOf(entry), from, to: entry.to_date, include_closed: false }).catch(
    noPlaceAnyMore,
  );
  const slots = days
    .flatMap((day) => day.slots)
    .filter(({ starts_at, cutoff_at }) => {
      const meant = entry.starts_at === null || entry.starts_at === starts_at;
      return meant && Date.parse(cutoff_at) >= ctx.now + shortest;
    });
  for (const slot of slots.slice(0, tried)) {
    const wish = { ...wishOf(entry), starts_at: slot.starts_at, ends_at: slot.ends_at, add_ons: [], beside };
    const found = await findPlace(ctx, wish).catch(taken);
    if (found) return { wish, found, cutoff: Date.parse(slot.cutoff_at) };
  }
  return undefined;
}

/** A resource that was retired or changed meanwhile has nothing for anybody. */
function noPlaceAnyMore(error: unknown): { days: never[] } {
  if (error instanceof Problem) return { days: [] };
  throw error;
}

function taken(error: unknown): Found | undefined {
  if (error instanceof Problem && error.kind === slotUnavailable) return undefined;
  throw error;
}

/** Books what is kept for an entry. */
export async function accept(ctx: Context, input: z.output<typeof AcceptanceInput>) {
  const entry = await find(ctx, ctx.linked);
  if (entry.status !== "offered" || entry.hold_id === null) throw noOffer();
  const hold = await ctx.db.select().from(holds).where(eq(holds.id, entry.hold_id)).get();
  if (!hold || Date.parse(hold.expires_at) <= ctx.now) throw noOffer();
  const { contact_id, contact } = entry;
  const wish = {
    ...wishOf(entry),
    starts_at: hold.starts_at,
    ends_at: hold.ends_at,
    add_ons: [],
    hold_id: hold.id,
    ...input,
  };
  const { booking } = await book(ctx, wish, { contact_id, contact, group_id: null, beside: [] });
  const after = {
    ...entry,
    ...ctx.update(entries, entry, { status: "booked", booking_id: booking.id, hold_id: null }),
  };
  ctx.emit(entryBooked, after, { contact: contact_id });
  return shownBooking(ctx, booking);
}
