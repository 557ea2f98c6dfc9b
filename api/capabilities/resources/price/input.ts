import type { Weekday } from "../../../core/time.ts";
import type { AddOn, Deposit, GuestCategory, PriceRule } from "./schema.ts";

/** What a resource asks. A resource's row is one. */
export interface Tariff {
  /** What the line of the price itself says: the resource, or the variant of it. */
  name: string;
  currency: string;
  /** For one place or for the booking; where the length is in hours, days or nights, for each of them. */
  price: number;
  price_per: "place" | "booking";
  length_unit: "fixed" | "hour" | "day" | "night";
  /** What a party of a shared resource pays on top to have it alone; for each hour, day or night, as `price`. */
  private_price: number | null;
  guest_categories: readonly GuestCategory[];
  price_rules: readonly PriceRule[];
  add_ons: readonly AddOn[];
}

/** What somebody wants, apart from when. */
export interface Choice {
  venue_id: string;
  /** What the venue asks instead of `price`, where it does. */
  venue_price: number | null;
  variant_id: string | null;
  /** What the variant asks instead of `price`, where it does; it goes before the venue's. */
  variant_price: number | null;
  /** Places taken. */
  party: number;
  /** Guests by category; when it is empty, the party is of the first category that takes a place. */
  guests: Readonly<Record<string, number>>;
  chosen: readonly { id: string; quantity: number }[];
  private: boolean;
}

export interface Promotion {
  code: string;
  name: string;
  /** percent: whole, 0 to 100. amount: minor units. */
  kind: "percent" | "amount";
  value: number;
}

/** What the company, and the code that somebody has, make of it. */
export interface Terms {
  promotion: Promotion | null;
  /** Basis points: 825 is 8.25 %. */
  tax_rate: number;
  /** Whether the prices contain the tax. */
  tax_included: boolean;
  deposit: Deposit;
}

/** When it is, on the venue's clock. */
export interface Moment {
  /** `minutes` after local midnight. */
  start: { date: string; weekday: Weekday; minutes: number };
  /** The local dates that are paid, for lengths in days and nights; not read for others. */
  dates: readonly string[];
  /** From start to end in minutes, for lengths in hours; not read for others. */
  duration: number;
  /** Percent of the capacity that is taken before this booking. */
  occupancy: number;
  /** Local days from today to the start. */
  days_ahead: number;
}

export type QuoteInput = Tariff & Choice & Terms & Moment;
