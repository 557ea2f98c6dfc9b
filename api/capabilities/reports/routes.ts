import { route } from "../../kernel/index.ts";
import { bookingReport } from "./bookings.ts";
import { BookingReport, BookingReportQuery, Today, TodayQuery } from "./schema.ts";
import { today } from "./today.ts";

const staff = ["member", "secret"] as const;

export const reportBookings = route({
  id: "reports.bookings",
  method: "get",
  path: "/reports/bookings",
  summary: "Bookings in numbers",
  about:
    "Dates, hours and weekdays are local ones of each venue. A booking counts where it starts, its time where it falls.",
  permission: "analytics:read",
  audience: staff,
  query: BookingReportQuery,
  returns: BookingReport,
  handle: (ctx, { query }) => bookingReport(ctx, query),
});

export const reportToday = route({
  id: "reports.today",
  method: "get",
  path: "/reports/today",
  summary: "The day as it stands: who comes, who is there, what is to return",
  permission: "bookings:read",
  audience: staff,
  query: TodayQuery,
  returns: Today,
  handle: (ctx, { query }) => today(ctx, query),
});
