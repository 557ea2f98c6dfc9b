import { eq } from "drizzle-orm";
import { dateOf, localParts } from "../../core/time.ts";
import type { LoggedEvent, Work, z } from "../../kernel/index.ts";
import type { bookingEvents } from "../bookings/index.ts";
import { resources } from "../resources/index.ts";
import { venues } from "../venues/index.ts";
import { shortTime } from "./bookings.ts";
import { notify } from "./service.ts";
import { membersWho } from "./staff.ts";

type Departure = z.output<typeof bookingEvents.departureBelowMinimum.data>;

/** Staff decides whether it runs all the same; those who booked hear of what was decided. */
export async function belowMinimum(work: Work, event: LoggedEvent<Departure>): Promise<void> {
  const { id, resource_id, resource_name, starts_at, booked, min_to_run } = event.data;
  const venue = await work.db
    .select({ time_zone: venues.time_zone })
    .from(resources)
    .innerJoin(venues, eq(venues.id, resources.venue_id))
    .where(eq(resources.id, resource_id))
    .get();
  const zone = venue?.time_zone ?? "UTC";
  const date = dateOf(localParts(zone, Date.parse(starts_at)).day_number);
  const notice = {
    cause: event.id,
    type: "departure_below_minimum" as const,
    title: "Too few to run",
    text: `${resource_name} · ${shortTime(starts_at, zone)} · ${booked} of at least ${min_to_run}`,
    entity_type: "departure",
    entity_id: id,
    url: `/portal/bookings?resource=${resource_id}&from=${date}&to=${date}`,
  };
  notify(work, notice, await membersWho(work, "bookings:read"));
}
