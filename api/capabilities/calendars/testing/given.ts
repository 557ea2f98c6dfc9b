import { WEEKDAYS } from "../../../core/time.ts";
import { type Call, testApp } from "../../../testing/app.ts";

export const ada = { name: "Ada Lovelace", email: "ada@example.com" };

export interface BookingBody {
  id: string;
  reference: string;
  version: number;
  manage_url: string;
  code: string;
}

/** A pier in New York, open from nine to five all week, with two tours of an hour. */
export async function given(details: object = {}, options: Parameters<typeof testApp>[0] = {}) {
  const app = await testApp(options);
  const staff = await app.as();
  const made = async (path: string, body: object) => {
    const answer = await staff<{ id: string }>("post", path, body);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body.id;
  };
  const venue = await made("/venues", {
    name: "Pier 4",
    address: "12 Harbor Street\nBoston, MA",
    time_zone: "America/New_York",
    hours: WEEKDAYS.map((day) => ({ day, from: "09:00", to: "17:00" })),
  });
  const tour = (name: string) =>
    made("/resources", { venue_id: venue, name, duration_minutes: 60, lead_minutes: 0, price: 2500, ...details });
  const [resource, other] = [await tour("Harbor tour"), await tour("Island tour")];
  return {
    app,
    staff,
    venue,
    resource,
    other,
    book: (call: Call, starts_at: string, more: object = {}) =>
      call<BookingBody>("post", "/bookings", { resource_id: resource, starts_at, contact: ada, ...more }),
    /** The starts on offer on a date. */
    starts: async (call: Call, date: string) => {
      const { body } = await call<{ days: { slots: { starts_at: string }[] }[] }>(
        "get",
        `/availability?resource_id=${resource}&from=${date}&to=${date}`,
      );
      return body.days.flatMap(({ slots }) => slots.map(({ starts_at }) => starts_at));
    },
  };
}
