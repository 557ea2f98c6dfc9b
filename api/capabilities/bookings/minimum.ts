import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Context, job } from "../../kernel/index.ts";
import { type ResourceRow, resources } from "../resources/index.ts";
import { departureBelowMinimum } from "./events.ts";
import { bookings } from "./schema.ts";
import type { BookingRow } from "./shown.ts";

interface Leaving {
  resource_id: string;
  starts_at: string;
}

/** Looks at a departure when it can no longer be booked: whether enough are on it to run. */
export function watchDeparture(ctx: Context, { starts_at }: BookingRow, { id, lead_minutes }: ResourceRow): void {
  const at = Math.max(ctx.now, Date.parse(starts_at) - (lead_minutes ?? 24 * 60) * 60_000);
  ctx.later(checkDeparture, { resource_id: id, starts_at }, { at, key: `${id}:${starts_at}` });
}

export const checkDeparture = job<Leaving>("bookings.check_departure", async (work, { resource_id, starts_at }) => {
  const [resource, on] = await Promise.all([
    work.db.select().from(resources).where(eq(resources.id, resource_id)).get(),
    work.db
      .select({ id: bookings.id, party: bookings.party })
      .from(bookings)
      .where(
        and(
          eq(bookings.resource_id, resource_id),
          eq(bookings.starts_at, starts_at),
          inArray(bookings.status, ["pending", "confirmed"]),
          isNull(bookings.deleted_at),
        ),
      ),
  ]);
  const booked = on.reduce((sum, { party }) => sum + party, 0);
  if (!resource || resource.min_to_run === null || booked === 0 || booked >= resource.min_to_run) return;
  work.emit(departureBelowMinimum, {
    id: `${resource_id}:${starts_at}`,
    resource_id,
    resource_name: resource.name,
    starts_at,
    booked,
    min_to_run: resource.min_to_run,
    booking_ids: on.map(({ id }) => id),
  });
});
