import { WEEKDAYS } from "../../../core/time.ts";
import { type Call, testApp } from "../../../testing/app.ts";

export const ada = { name: "Ada Lovelace", email: "ada@example.com" };

/** A pier in New York, open from nine to five all week, with one resource of an hour for each of `capacity` places. */
export async function given(resource: object = {}, venue: object = {}, options: Parameters<typeof testApp>[0] = {}) {
  const app = await testApp(options);
  const staff = await app.as();
  const { body: place } = await staff<{ id: string; version: number }>("post", "/venues", {
    name: "Pier 4",
    time_zone: "America/New_York",
    hours: WEEKDAYS.map((day) => ({ day, from: "09:00", to: "17:00" })),
    ...venue,
  });
  const { body: tour } = await staff<{ id: string; version: number }>("post", "/resources", {
    venue_id: place.id,
    name: "Harbor tour",
    duration_minutes: 60,
    lead_minutes: 0,
    price: 2500,
    ...resource,
  });
  const book = (call: Call, starts_at: string, more: object = {}) =>
    call<BookingBody>("post", "/bookings", { resource_id: tour.id, starts_at, contact: ada, ...more });
  const slots = async (call: Call, from: string, to = from, more = "") =>
    (await call<AvailabilityBody>("get", `/availability?resource_id=${tour.id}&from=${from}&to=${to}${more}`)).body
      .days;
  return { app, staff, venue: place, resource: tour, book, slots };
}

export interface BookingBody {
  id: string;
  reference: string;
  status: string;
  version: number;
  manage_url: string;
  starts_at: string;
  code: string;
  alternatives: { starts_at: string }[];
  errors: { pointer: string }[];
  [field: string]: unknown;
}

interface AvailabilityBody {
  days: { date: string; slots: { starts_at: string; local_start: string; vacancies: number; price: number }[] }[];
}
