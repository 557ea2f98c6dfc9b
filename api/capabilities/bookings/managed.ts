import { eq } from "drizzle-orm";
import { localParts } from "../../core/time.ts";
import type { Reading, z } from "../../kernel/index.ts";
import { resources } from "../resources/index.ts";
import { companyOf } from "../tenants/index.ts";
import { venues } from "../venues/index.ts";
import { list as attendees } from "./attendees.ts";
import type { ManagedAvailabilityQuery } from "./availability-schema.ts";
import { freeHours } from "./changes.ts";
import { availability } from "./offer.ts";
import { row } from "./service.ts";
import { shown } from "./shown.ts";

/** A booking by its link, with what its page shows besides: whose it is, where, and until when it can be changed. */
export async function retrieve(ctx: Reading) {
  const booking = await row(ctx, ctx.linked);
  const [company, hours, coming, place] = await Promise.all([
    companyOf(ctx),
    freeHours(ctx, booking.resource_id),
    attendees(ctx, booking),
    ctx.db
      .select({
        name: venues.name,
        address: venues.address,
        phone: venues.phone,
        horizon_days: resources.horizon_days,
        instructions: resources.instructions,
        length_unit: resources.length_unit,
        guest_categories: resources.guest_categories,
        questions: resources.questions,
      })
      .from(venues)
      .innerJoin(resources, eq(resources.id, booking.resource_id))
      .where(eq(venues.id, booking.venue_id))
      .get(),
  ]);
  if (!place) throw new Error(`booking ${booking.id} has no venue`);
  const { name, accent_color, cancellation_policy } = company;
  return {
    ...shown(ctx, booking),
    venue: place,
    business: { name, accent_color, cancellation_policy },
    horizon_days: place.horizon_days,
    instructions: place.instructions,
    length_unit: place.length_unit,
    attendees: coming.data,
    guest_categories: place.guest_categories,
    guest_questions: place.questions.filter(({ per }) => per === "guest"),
    changeable_until: new Date(Date.parse(booking.starts_at) - hours * 3_600_000).toISOString(),
  };
}

/** Where it could be moved to: its own present time counts as free. */
export async function slots(ctx: Reading, query: z.output<typeof ManagedAvailabilityQuery>) {
  const booking = await row(ctx, ctx.linked);
  const { resource_id, venue_id, variant_id, party, guests, starts_at, ends_at, time_zone } = booking;
  const unit = await ctx.db
    .select({ unit: resources.length_unit })
    .from(resources)
    .where(eq(resources.id, resource_id))
    .get();
  const wanted = {
    ...query,
    resource_id,
    venue_id,
    variant_id: variant_id ?? undefined,
    ...(Object.keys(guests).length > 0 ? { guests } : { party }),
    private: booking.private,
    length: lasting(unit?.unit ?? "fixed", time_zone, Date.parse(starts_at), Date.parse(ends_at)),
    include_closed: false,
  };
  return availability(ctx, wanted, booking.id);
}

/** How long it lasts now, in the unit that it is let by. */
function lasting(unit: "fixed" | "hour" | "day" | "night", zone: string, start: number, end: number) {
  if (unit === "fixed") return undefined;
  if (unit === "hour") return (end - start) / 3_600_000;
  const nights = localParts(zone, end - 1).day_number - localParts(zone, start).day_number;
  return unit === "day" ? nights + 1 : nights;
}
