import { eq } from "drizzle-orm";
import type { Work, z } from "../../kernel/index.ts";
import { type bookingEvents, manageUrl } from "../bookings/index.ts";
import { resources } from "../resources/index.ts";
import { venues } from "../venues/index.ts";
import { sendMail } from "./mail.ts";
import type { TemplateName } from "./templates/index.ts";

/** A booking as the log tells it: without its link. */
export type Booking = z.output<typeof bookingEvents.bookingCreated.data>;

/**
 * Mails whoever a booking is for, where there is an address. `about` is what of the booking is told: the same is told
 * once, however often it is asked for. `before` is the booking as it was before it moved.
 */
export async function mailBooking(
  work: Work,
  booking: Booking,
  template: Extract<TemplateName, `booking-${string}`>,
  about: string,
  before?: Booking,
): Promise<void> {
  const { name, email } = booking.contact;
  if (email === null) return;
  const [resource, venue] = await placeOf(work, booking);
  sendMail(work, {
    key: `${template}:${about}`,
    template,
    to: email,
    contact_id: booking.contact_id,
    variables: {
      name,
      reference: booking.reference,
      status: booking.status,
      ...told(booking),
      before: before ? told(before) : null,
      variant_name: resource?.variants.find(({ id }) => id === booking.variant_id)?.name ?? null,
      venue_name: venue?.name ?? null,
      venue_address: venue?.address ?? null,
      instructions: resource?.instructions ?? null,
      party: booking.party,
      price: booking.price,
      deposit: booking.deposit,
      paid: booking.paid,
      refund: booking.refund?.amount ?? 0,
      currency: booking.currency,
      manage_url: manageUrl(work, booking.id),
      reason: booking.cancel_reason,
    },
  });
}

const told = ({ resource_name, starts_at, ends_at, time_zone }: Booking) => ({
  resource_name,
  starts_at,
  ends_at,
  time_zone,
});

function placeOf({ db }: Work, { resource_id, venue_id }: Booking) {
  return Promise.all([
    db
      .select({ instructions: resources.instructions, variants: resources.variants })
      .from(resources)
      .where(eq(resources.id, resource_id))
      .get(),
    db.select({ name: venues.name, address: venues.address }).from(venues).where(eq(venues.id, venue_id)).get(),
  ]);
}
