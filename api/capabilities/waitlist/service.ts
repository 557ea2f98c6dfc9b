import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { dayNumber, localParts } from "../../core/time.ts";
import {
  type Context,
  equal,
  invalid,
  Keyset,
  linkTo,
  notFound,
  problem,
  type Reading,
  type z,
} from "../../kernel/index.ts";
import { bookedFor, checkParty, dates, giveBack, holds, notBookable, placeOf, sizeOf } from "../bookings/index.ts";
import { resources } from "../resources/index.ts";
import { companyOf } from "../tenants/index.ts";
import { venues } from "../venues/index.ts";
import { entryCancelled, entryCreated } from "./events.ts";
import { offerPlaces } from "./offers.ts";
import { type EntryRow, entries, type WaitlistInput } from "./schema.ts";

export const tooManyEntries = problem("too_many_waitlist_entries", 409, "You wait for enough places already.");

/** Of one contact at a time. */
const most = 25;
const longest = 31;

export type ShownEntry = EntryRow & { resource_name: string; time_zone: string };

const columns = { ...getTableColumns(entries), resource_name: resources.name, time_zone: venues.time_zone };

/** Entries with the names beside them, to narrow down. */
export const joined = (db: Reading["db"]) =>
  db
    .select(columns)
    .from(entries)
    .innerJoin(resources, eq(resources.id, entries.resource_id))
    .innerJoin(venues, eq(venues.id, entries.venue_id));

type Linking = Pick<Reading, "settings" | "tenant">;

/** Where whoever has the link takes an offer, or leaves. */
export const entryUrl = (ctx: Linking, id: string): string =>
  `${ctx.settings.origin}/waitlist/${linkTo(ctx.settings, "waitlist", ctx.tenant, id)}`;

export const shown = (ctx: Linking, row: ShownEntry) => ({ ...row, url: entryUrl(ctx, row.id) });

export async function join(ctx: Context, { contact, ...input }: z.output<typeof WaitlistInput>) {
  const { from_date, to_date = from_date, starts_at = null } = input;
  const days = dayNumber(to_date) - dayNumber(from_date) + 1;
  if (days < 1) throw invalid("/to_date", "Must not be before `from_date`.");
  if (days > longest) throw invalid("/to_date", `At most ${longest} days.`);
  const { resource, venue, variant } = await placeOf(ctx, input, dates(from_date, to_date));
  if (resource.status === "retired" || resource.template) throw notBookable();
  const today = localParts(venue.time_zone, ctx.now).day_number;
  if (dayNumber(to_date) < today) throw invalid("/to_date", "That is over.");
  if (dayNumber(to_date) > today + resource.horizon_days) throw invalid("/to_date", "That cannot be booked yet.");
  checkParty(resource, { ...input, private: false, add_ons: [] });
  const whose = await bookedFor(ctx, contact);
  ctx.guard(
    sql`(select count(*) from ${entries} where contact_id = ${whose.contact_id} and status in ('waiting', 'offered')) < ${most}`,
    tooManyEntries,
  );
  const row: ShownEntry = {
    id: newId("wle", ctx.now),
    resource_id: resource.id,
    resource_name: resource.name,
    venue_id: venue.id,
    time_zone: venue.time_zone,
    variant_id: variant?.id ?? null,
    ...whose,
    from_date,
    to_date,
    starts_at,
    party: sizeOf(resource, input),
    guests: input.guests ?? {},
    status: "waiting",
    hold_id: null,
    offered_at: null,
    offer_starts_at: null,
    offer_expires_at: null,
    booking_id: null,
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
  };
  ctx.insert(entries, row);
  ctx.emit(entryCreated, row, { contact: row.contact_id });
  // There may be a place even now.
  ctx.later(offerPlaces, { resource_id: resource.id }, { key: resource.id });
  return shown(ctx, row);
}

interface Filters {
  status?: EntryRow["status"] | undefined;
  resource_id?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** In the order in which they wait. */
export async function list(ctx: Reading, query: Filters) {
  const keyset = new Keyset({ by: entries.created_at, id: entries.id, direction: "asc" }, query);
  const rows = await joined(ctx.db)
    .where(
      keyset.where(
        ctx.own(entries.contact_id),
        equal(entries.status, query.status),
        equal(entries.resource_id, query.resource_id),
      ),
    )
    .orderBy(...keyset.order)
    .limit(keyset.take);
  const page = keyset.page(rows, (row) => [row.created_at, row.id]);
  return { ...page, data: page.data.map((row) => shown(ctx, row)) };
}

export async function find(ctx: Reading, id: string): Promise<ShownEntry> {
  const row = await joined(ctx.db)
    .where(and(eq(entries.id, id), ctx.own(entries.contact_id)))
    .get();
  if (!row) throw notFound();
  return row;
}

/** Whoever waits no more gives back what was kept for it. */
export async function leave(ctx: Context, id: string): Promise<void> {
  const before = await find(ctx, id);
  if (before.status !== "waiting" && before.status !== "offered") return;
  const hold =
    before.hold_id === null ? undefined : await ctx.db.select().from(holds).where(eq(holds.id, before.hold_id)).get();
  const after = { ...before, ...ctx.update(entries, before, { status: "cancelled", hold_id: null }) };
  if (hold) await giveBack(ctx, hold);
  ctx.emit(entryCancelled, after, { contact: after.contact_id });
}

/** An entry by its link, with what its page shows besides. */
export async function retrieveOffer(ctx: Reading) {
  const entry = await find(ctx, ctx.linked);
  const [company, venue, hold, resource] = await Promise.all([
    companyOf(ctx),
    ctx.db
      .select({ name: venues.name, address: venues.address })
      .from(venues)
      .where(eq(venues.id, entry.venue_id))
      .get(),
    ctx.db
      .select()
      .from(holds)
      .where(eq(holds.id, entry.hold_id ?? ""))
      .get(),
    ctx.db.select({ questions: resources.questions }).from(resources).where(eq(resources.id, entry.resource_id)).get(),
  ]);
  if (!venue) throw new Error(`waitlist entry ${entry.id} has no venue`);
  return {
    ...shown(ctx, entry),
    venue,
    business: { name: company.name, accent_color: company.accent_color },
    price: hold?.price ?? null,
    currency: hold?.currency ?? null,
    questions: resource?.questions.filter(({ per }) => per === "booking") ?? [],
  };
}
