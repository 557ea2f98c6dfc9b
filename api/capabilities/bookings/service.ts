import { and, asc, desc, isNull, type Placeholder, sql } from "drizzle-orm";
import { isDate, localToUtc } from "../../core/time.ts";
import {
  type Context,
  equal,
  field,
  invalid,
  Keyset,
  matching,
  notFound,
  plan,
  type Reading,
  startOf,
  z,
} from "../../kernel/index.ts";
import { touchContact } from "../contacts/index.ts";
import { companyOf } from "../tenants/index.ts";
import { book } from "./book.ts";
import { release } from "./departure.ts";
import { bookingDeleted } from "./events.ts";
import { returnPromotion } from "./promotion.ts";
import { type BookingInput, bookingStatus, bookings, when } from "./schema.ts";
import { columns, joined, type ShownRow, shown } from "./shown.ts";

/** What narrows a list of bookings. */
export const bookingFilters = {
  status: bookingStatus.optional(),
  resource_id: field.id("res").optional(),
  venue_id: field.id("ven").optional(),
  contact_id: field.id("con").optional(),
  from: when.optional().openapi({ description: "Starts then or later: a time, or a date of the company's." }),
  to: when.optional().openapi({ description: "Starts before that time, or on that date or earlier." }),
  group_id: field.id("grp").optional(),
  q: field.line(100).optional().openapi({ description: "Its reference, or whom it is for." }),
  order: z.enum(["asc", "desc"]).default("desc"),
};
const Filters = z.strictObject(bookingFilters);
export type Filters = z.output<typeof Filters>;

interface Paging {
  limit: number;
  cursor?: string | undefined;
}

const byId = plan(columns, (db, given) =>
  joined(db)
    .where(and(equal(bookings.id, given.id), isNull(bookings.deleted_at), equal(bookings.contact_id, given.owner)))
    .limit(1),
);

const listed = plan(columns, (db, given) => {
  const direction = given.ascending ? "asc" : "desc";
  const order = given.ascending ? asc : desc;
  return joined(db)
    .where(
      and(
        startOf(bookings.starts_at, bookings.id, given, direction),
        isNull(bookings.deleted_at),
        equal(bookings.contact_id, given.owner),
        equal(bookings.status, given.status),
        equal(bookings.resource_id, given.resource_id),
        equal(bookings.venue_id, given.venue_id),
        equal(bookings.contact_id, given.contact_id),
        equal(bookings.group_id, given.group_id),
        given.from && sql`${bookings.starts_at} >= ${given.from}`,
        given.to && sql`${bookings.starts_at} < ${given.to}`,
        given.words &&
          sql`${bookings.id} in (select id from bookings_search where bookings_search match ${given.words})`,
      ),
    )
    .orderBy(order(bookings.starts_at), order(bookings.id))
    .limit(given.take as Placeholder);
});

export async function list(ctx: Reading, query: Filters & Paging) {
  const page = await find(ctx, query);
  return { ...page, data: page.data.map((row) => shown(ctx, row)) };
}

/** A page of a list, as it is stored. */
export async function find(ctx: Reading, { from, to, q, order, limit, cursor, ...filters }: Filters & Paging) {
  const keyset = new Keyset({ by: bookings.starts_at, id: bookings.id, direction: order }, { limit, cursor });
  const dates = from === undefined && to === undefined ? {} : await between(ctx, from, to);
  const words = q === undefined ? undefined : matching(q);
  const ascending = order === "asc" || undefined;
  const rows = await listed.all(ctx, { ...filters, ...dates, words, ascending, ...keyset.args, owner: ctx.owner });
  return keyset.page(rows, (row) => [row.starts_at, row.id]);
}

/** Times, or whole dates of the company's, as milliseconds since 1970. */
export async function between(ctx: Reading, from: string | undefined, to: string | undefined) {
  const [first, last] = await Promise.all([bound(ctx, from, 0), bound(ctx, to, 1440)]);
  return { from: first, to: last };
}

/** A date is the company's day, whole: `minutes` after its midnight. */
async function bound(ctx: Reading, value: string | undefined, minutes: number): Promise<number | undefined> {
  if (value === undefined) return undefined;
  if (!isDate(value)) return Date.parse(value);
  const [year, month, day] = value.split("-").map(Number) as [number, number, number];
  const { time_zone } = await companyOf(ctx);
  return localToUtc(time_zone, year, month, day, minutes).at;
}

export async function row(ctx: Reading, id: string): Promise<ShownRow> {
  const found = await byId.get(ctx, { id, owner: ctx.owner });
  if (!found) throw notFound();
  return found;
}

const byIds = plan(columns, (db, given) =>
  joined(db).where(
    and(sql`${bookings.id} in (select value from json_each(${given.ids}))`, isNull(bookings.deleted_at)),
  ),
);

/** Those of the bookings that there are, in any order; for staff. */
export const rowsOf = (ctx: Reading, ids: readonly string[]): Promise<ShownRow[]> =>
  byIds.all(ctx, { ids: JSON.stringify(ids) });

export const retrieve = async (ctx: Reading, id: string) => shown(ctx, await row(ctx, id));

type Input = z.output<typeof BookingInput>;

export async function create(ctx: Context, { contact, ...input }: Input) {
  const whose = await bookedFor(ctx, contact);
  const { booking } = await book(ctx, input, { ...whose, group_id: null, beside: [] });
  return shown(ctx, booking);
}

/** Whose booking it is, and whom it is for: what was said, else what is known. */
export async function bookedFor(ctx: Context, said: Input["contact"]) {
  const known = ctx.actor.kind === "visitor" && ctx.actor.contact_id !== null;
  if (!said && !known) throw invalid("/contact", "Say whom the booking is for.");
  const contact = await touchContact(ctx, said ?? {}, "booking");
  const email = said?.email ?? contact.email;
  if (email === null) throw invalid("/contact", "An e-mail address is needed for the booking.");
  return {
    contact_id: contact.id,
    contact: { name: said?.name ?? contact.name, email, phone: said?.phone ?? contact.phone },
  };
}

/** Soft, for what should never have been there. Its places are free again. */
export async function remove(ctx: Context, id: string): Promise<void> {
  const before = await row(ctx, id);
  const after = { ...before, ...ctx.update(bookings, before, { deleted_at: ctx.at }) };
  await release(ctx, before);
  returnPromotion(ctx, id);
  ctx.emit(bookingDeleted, after, { contact: before.contact_id });
}
