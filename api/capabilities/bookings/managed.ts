import { eq } from "drizzle-orm";
import type { Reading, z } from "../../kernel/index.ts";
import { resources } from "../resources/index.ts";
import { companyOf } from "../tenants/index.ts";
import { venues } from "../venues/index.ts";
import { availability } from "./offer.ts";
import type { ManagedAvailabilityQuery } from "./schema.ts";
import { row } from "./service.ts";
import { shown } from "./shown.ts";

/** A booking by its link, with what its page shows besides: whose it is, where, and until when it can be changed. */
export async function retrieve(ctx: Reading) {
  const booking = await row(ctx, ctx.linked);
  const [company, place] = await Promise.all([
    companyOf(ctx),
    ctx.db
      .select({ name: venues.name, address: venues.address, phone: venues.phone, horizon_days: resources.horizon_days })
      .from(venues)
      .innerJoin(resources, eq(resources.id, booking.resource_id))
      .where(eq(venues.id, booking.venue_id))
      .get(),
  ]);
  if (!place) throw new Error(`booking ${booking.id} has no venue`);
  const { name, accent_color, cancellation_policy, cancellation_hours } = company;
  return {
    ...shown(ctx, booking),
    venue: place,
    business: { name, accent_color, cancellation_policy },
    horizon_days: place.horizon_days,
    changeable_until: new Date(Date.parse(booking.starts_at) - cancellation_hours * 3_600_000).toISOString(),
  };
}

/** Where it could be moved to: its own present time counts as free. */
export async function slots(ctx: Reading, query: z.output<typeof ManagedAvailabilityQuery>) {
  const { id, resource_id, party } = await row(ctx, ctx.linked);
  return availability(ctx, { ...query, resource_id, party }, id);
}
