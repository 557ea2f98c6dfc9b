import { eq, getTableColumns } from "drizzle-orm";
import { linkTo, type Reader, type Reading } from "../../kernel/index.ts";
import { shownAttachments } from "../media/index.ts";
import { resources } from "../resources/index.ts";
import { venues } from "../venues/index.ts";
import { bookings } from "./schema.ts";

export type BookingRow = typeof bookings.$inferSelect;
/** A booking with what it is for and the clock it is on. */
export type ShownRow = BookingRow & { resource_name: string; time_zone: string };

export const columns = { ...getTableColumns(bookings), resource_name: resources.name, time_zone: venues.time_zone };

/** Bookings with the names beside them, to narrow down. */
export const joined = (db: Reader) =>
  db
    .select(columns)
    .from(bookings)
    .innerJoin(resources, eq(resources.id, bookings.resource_id))
    .innerJoin(venues, eq(venues.id, bookings.venue_id));

/** As the API answers it. */
export const shown = (ctx: Pick<Reading, "settings" | "tenant" | "now">, row: ShownRow) => ({
  ...row,
  balance: balanceOf(row),
  attachments: shownAttachments(ctx, row.attachments),
  manage_url: manageUrl(ctx, row.id),
});

/** What is still to be paid: of the price, or, of what was called off, of what is kept. */
export const balanceOf = ({ status, price, paid, refund }: BookingRow): number =>
  (status === "cancelled" ? (refund?.kept ?? 0) : price) - paid;

/** Where whoever has the link sees and changes a booking. */
export const manageUrl = (ctx: Pick<Reading, "settings" | "tenant">, id: string): string =>
  `${ctx.settings.origin}/manage/${linkTo(ctx.settings, "booking", ctx.tenant, id)}`;
