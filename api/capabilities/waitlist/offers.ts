import { and, eq, inArray, sql } from "drizzle-orm";
import { dateOf, dayNumber, localParts } from "../../core/time.ts";
import { type Context, invalid, job, Problem, problem, type z } from "../../kernel/index.ts";
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
import { type AcceptanceInput, entries, type OfferInput } from "./schema.ts";
import { find, joined, type ShownEntry, shown } from "./service.ts";

export const notWaiting = problem("not_waiting", 409, "This entry does not wait any more.");
export const nothingFree = problem("nothing_free", 409, "There is nothing free that would do.");
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
    const { spans } = await keepFor(ctx, entry, free);
    beside.push(...spans);
  }
}

interface Free {
  wish: Parameters<typeof keep>[1];
  found: Found;
  /** Until when it can be booked. */
  cutoff: number;
}

/** Keeps what is free for who waits, and tells it. */
async function keepFor(ctx: Context, entry: ShownEntry, { wish, found, cutoff }: Free, version?: number) {
  const expires = Math.min(ctx.now + kept, cutoff);
  const { hold, spans } = await keep(ctx, wish, found, { holder_id: entry.id, contact_id: entry.contact_id, expires });
  const patch = {
    status: "offered" as const,
    hold_id: hold.id,
    offered_at: ctx.at,
    offer_starts_at: hold.starts_at,
    offer_expires_at: hold.expires_at,
  };
  const after = { ...entry, ...ctx.update(entries, entry, patch, version) };
  ctx.emit(entryOffered, after, { contact: after.contact_id });
  return { entry: after, spans };
}

/** Staff offers a time at once, whoever came before: one that it names, or the first that would do. */
export async function offerNow(ctx: Context, id: string, { starts_at, version }: z.output<typeof OfferInput>) {
  const entry = await find(ctx, id);
  ctx.expect(shown(ctx, entry), version);
  if (entry.status !== "waiting" && entry.status !== "expired") throw notWaiting();
  const free = starts_at === undefined ? await firstFree(ctx, entry, []) : await freeAt(ctx, entry, starts_at);
  if (!free) throw nothingFree();
  return shown(ctx, (await keepFor(ctx, entry, free, version)).entry);
}

/** A time that staff names. */
async function freeAt(ctx: Context, entry: ShownEntry, starts_at: string): Promise<Free> {
  const wish = { ...wishOf(entry), starts_at, add_ons: [] };
  const cutoff = Date.parse(starts_at);
  if (cutoff < ctx.now + shortest) throw invalid("/starts_at", "That is too soon to be offered.");
  return { wish, found: await findPlace(ctx, wish), cutoff };
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
async function firstFree(ctx: Context, entry: ShownEntry, beside: readonly Taken[]): Promise<Free | undefined> {
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
