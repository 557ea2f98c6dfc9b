import { csv } from "../../core/csv.ts";
import { plainMoney } from "../../core/money.ts";
import { localRfc3339 } from "../../core/time.ts";
import type { Context, Reading } from "../../kernel/index.ts";
import { resources } from "../resources/index.ts";
import { venues } from "../venues/index.ts";
import { bookingsExported } from "./events.ts";
import { type Filters, find } from "./service.ts";
import { balanceOf, type ShownRow } from "./shown.ts";

/** Rows of an export at most. */
export const mostExported = 10_000;

/** Bookings as a table for spreadsheets. That they left the house is told, and recorded. */
export async function exported(ctx: Context, filters: Filters): Promise<Response> {
  const names = await namesOf(ctx);
  const rows: ShownRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await find(ctx, { ...filters, limit: 500, cursor });
    rows.push(...page.data);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined && rows.length < mostExported);
  const said = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
  ctx.note({ rows: rows.length, filters: said });
  ctx.emit(bookingsExported, { rows: rows.length, filters: said });
  const lines = rows.map((row) => Object.values(columns).map((cell) => cell(row, names)));
  return new Response(csv(Object.keys(columns), lines), {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="bookings-${ctx.at.slice(0, 10)}.csv"`,
    },
  });
}

interface Names {
  venue: ReadonlyMap<string, string>;
  /** By the ids of resource and variant, or guest category. */
  part: ReadonlyMap<string, string>;
}

/** What ids are called, also of what is gone. */
async function namesOf({ db }: Pick<Reading, "db">): Promise<Names> {
  const { id, variants, guest_categories } = resources;
  const [places, things] = await Promise.all([
    db.select({ id: venues.id, name: venues.name }).from(venues),
    db.select({ id, variants, guest_categories }).from(resources),
  ]);
  const parts = things.flatMap(({ id, variants, guest_categories }) =>
    [...variants, ...guest_categories].map((part): [string, string] => [`${id} ${part.id}`, part.name]),
  );
  return { venue: new Map(places.map(({ id, name }) => [id, name])), part: new Map(parts) };
}

const partName = ({ resource_id }: ShownRow, { part }: Names, id: string) => part.get(`${resource_id} ${id}`) ?? id;

/** Local times on the venue's clock; money in whole units of its currency. */
const columns: Record<string, (row: ShownRow, names: Names) => string> = {
  reference: ({ reference }) => reference,
  status: ({ status }) => status,
  starts_local: ({ time_zone, starts_at }) => localRfc3339(time_zone, Date.parse(starts_at)),
  ends_local: ({ time_zone, ends_at }) => localRfc3339(time_zone, Date.parse(ends_at)),
  starts_at: ({ starts_at }) => starts_at,
  ends_at: ({ ends_at }) => ends_at,
  time_zone: ({ time_zone }) => time_zone,
  resource: ({ resource_name }) => resource_name,
  venue: ({ venue_id }, { venue }) => venue.get(venue_id) ?? venue_id,
  variant: (row, names) => (row.variant_id === null ? "" : partName(row, names, row.variant_id)),
  party: ({ party }) => String(party),
  guests: (row, names) =>
    Object.entries(row.guests)
      .map(([id, count]) => `${count} ${partName(row, names, id)}`)
      .join(", "),
  price: ({ price, currency }) => plainMoney(price, currency),
  paid: ({ paid, currency }) => plainMoney(paid, currency),
  balance: (row) => plainMoney(balanceOf(row), row.currency),
  currency: ({ currency }) => currency,
  contact_name: ({ contact }) => contact.name ?? "",
  contact_email: ({ contact }) => contact.email ?? "",
  contact_phone: ({ contact }) => contact.phone ?? "",
  notes: ({ notes }) => notes ?? "",
  created_at: ({ created_at }) => created_at,
};
