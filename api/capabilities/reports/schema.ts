import { field, z } from "../../kernel/index.ts";
import { Booking } from "../bookings/index.ts";

export const groupings = ["day", "week", "hour", "weekday", "resource", "variant", "venue", "status"] as const;
export type Grouping = (typeof groupings)[number];

export const BookingReportQuery = z.strictObject({
  from: field.date.openapi({ description: "First local date at each venue." }),
  to: field.date.openapi({ description: "Last local date, at most 400 days in all." }),
  resource_id: field.id("res").optional(),
  venue_id: field.id("ven").optional(),
  group_by: z.enum(groupings).default("day"),
  currency: field.currency.optional().openapi({ description: "Whose money is added up; the company's when left out." }),
});

const figures = {
  bookings: z.int().openapi({ description: "That start there, whatever became of them." }),
  guests: z.int().openapi({ description: "Of those that were neither cancelled nor missed." }),
  cancelled: z.int(),
  no_show: z.int(),
  revenue: z.int().openapi({ description: "Prices in minor units; of what was cancelled, what is kept." }),
  paid: z.int().openapi({ description: "Payments less refunds." }),
  booked_minutes: z.int().openapi({ description: "Place-minutes that were taken, each where it falls." }),
  offered_minutes: z
    .int()
    .nullable()
    .openapi({ description: "Place-minutes by the present timetables; `null` where they cannot be told apart." }),
  utilisation: z.number().nullable().openapi({ description: "Booked of offered minutes, 1 for all; `null` of none." }),
};

export const BookingReport = z
  .object({
    from: z.string(),
    to: z.string(),
    group_by: z.enum(groupings),
    currency: z.string(),
    other_currencies: z.array(z.string()).openapi({ description: "Of bookings whose money is not added up here." }),
    rows: z.array(
      z.object({
        key: z.string().openapi({
          description:
            "A date (of a week its Monday), an hour from 0 to 23, a weekday, an id (of a variant behind its resource's), or a status.",
        }),
        label: z.string(),
        ...figures,
      }),
    ),
    totals: z.object(figures),
  })
  .openapi("BookingReport");

export const TodayQuery = z.strictObject({ venue_id: field.id("ven").optional() });

export const TodayBooking = Booking.extend({
  resource_kind: z.enum(["experience", "service", "rental"]),
  attendees: z.int().openapi({ description: "Names on its list." }),
  checked_in: z.int().openapi({ description: "How many of them came." }),
}).openapi("TodayBooking");

export const Today = z
  .object({
    at: field.timestamp,
    date: z.string().openapi({ description: "Today at the venue, or else at the company." }),
    time_zone: z.string(),
    arrivals: z.array(TodayBooking).openapi({ description: "Confirmed, and start today." }),
    in_progress: z.array(TodayBooking).openapi({ description: "Going on, and not to return today." }),
    to_return: z.array(TodayBooking).openapi({ description: "Rentals that are out and end today." }),
    pending: z.array(TodayBooking).openapi({ description: "To be approved, the next first; at most 200." }),
    hours: z
      .array(z.object({ hour: z.int(), bookings: z.int(), guests: z.int() }))
      .openapi({ description: "Who starts in each hour of today, 0 to 23; neither cancelled nor missed." }),
  })
  .openapi("Today");
