import type { BookingReport, ReportsBookingsQuery } from "../../../../sdk/index.ts";
import { type Query, useQuery } from "../../data/hooks.ts";
import type { Span } from "./state.ts";

export type Row = BookingReport["rows"][number];
export type Totals = BookingReport["totals"];
export type Group = BookingReport["group_by"];

/** What the whole page is about. */
export interface Scope extends Span {
  resource_id?: string;
  venue_id?: string;
  currency?: string;
}

/** The bookings of a scope in groups; parts that ask the same share the answer. */
export function useReport(scope: Scope | undefined, group_by: Group): Query<BookingReport> {
  const query: ReportsBookingsQuery | undefined = scope && { ...scope, group_by };
  return useQuery(
    query && ["reports", "bookings", query],
    (foyer) => foyer.reports.bookings(query ?? { from: "", to: "" }),
    {
      keep: true,
    },
  );
}
