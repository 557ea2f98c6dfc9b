import type { Child } from "./child.ts";
import { median } from "./load.ts";

const DAY = 86_400_000;
const resourcesThere = 50;

type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>;

/** Calls to the server under measurement with a secret key. */
export function caller(origin: string, secret: string): Call {
  const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
  return async <T>(method: string, path: string, body?: unknown) => {
    const response = await fetch(`${origin}/v1${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
}

/**
 * Fifty resources that are open for sixteen hours a day, with so many bookings in the month that is asked about. Then
 * the same questions once more, with the database filled up to `many` bookings of other times.
 */
export async function calendarCost(ours: Child, call: Call, tenant: string, many: number) {
  const hours = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((day) => ({
    day,
    from: "06:00",
    to: "22:00",
  }));
  const venue = await call<{ id: string }>("POST", "/venues", { name: "Month", time_zone: "Europe/Berlin", hours });
  const resources: string[] = [];
  for (let number = 0; number < resourcesThere; number++) {
    const wanted = { venue_id: venue.id, name: `Court ${number}`, duration_minutes: 60, capacity: 4, lead_minutes: 0 };
    resources.push((await call<{ id: string }>("POST", "/resources", wanted)).id);
  }
  const contact = await call<{ id: string }>("POST", "/contacts", { name: "Guest", email: "month@example.com" });
  const midnight = Math.ceil(Date.now() / DAY) * DAY;
  const date = (days: number) => new Date(midnight + days * DAY).toISOString().slice(0, 10);
  const fill = (from: number, days: number, count: number) =>
    ours.ask("fill", {
      tenant,
      venue: venue.id,
      contact: contact.id,
      resources,
      from: midnight + from * DAY,
      days,
      count,
    });
  const month = `/availability/calendar?venue_id=${venue.id}&from=${date(2)}&to=${date(32)}`;
  const slots = `/availability?resource_id=${resources[0]}&from=${date(2)}&to=${date(32)}`;
  const ask = async () => ({ month: await p50(call, month), slots: await p50(call, slots) });

  await fill(2, 30, 10_000);
  const few = await ask();
  await fill(-900, 850, many - 10_000);
  return { few, many: await ask() };
}

async function p50(call: Call, path: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 120; round++) {
    const started = performance.now();
    await call("GET", path);
    if (round >= 20) times.push(performance.now() - started);
  }
  return median(times);
}

/** Holds of one resource from twenty callers for some seconds: how many a second, and whether every place is explained. */
export async function holdsPerSecond(ours: Child, call: Call, tenant: string, seconds: number) {
  const venue = await call<{ id: string }>("POST", "/venues", { name: "Holds", time_zone: "Europe/Berlin" });
  const capacity = 40;
  const resource = await call<{ id: string }>("POST", "/resources", {
    venue_id: venue.id,
    name: "Holds",
    duration_minutes: 60,
    slot_step_minutes: 15,
    capacity,
    lead_minutes: 0,
  });
  const start = Math.ceil(Date.now() / DAY) * DAY + 2 * DAY;
  const until = performance.now() + seconds * 1000;
  let [made, refused, next] = [0, 0, 0];
  const caller = async () => {
    while (performance.now() < until) {
      // Starts a quarter of an hour apart that overlap each other, over four weeks.
      const starts_at = new Date(start + (next++ % 2_600) * 900_000).toISOString();
      await call("POST", "/holds", { resource_id: resource.id, starts_at }).then(
        () => made++,
        (error: Error) => {
          if (!error.message.includes("slot_unavailable")) throw error;
          refused++;
        },
      );
    }
  };
  await Promise.all(Array.from({ length: 20 }, caller));
  const { taken, peak } = await ours.ask<{ taken: number; peak: number }>("places", { tenant, resource: resource.id });
  if (taken !== made) throw new Error(`${made} holds were answered, and ${taken} places are taken`);
  if (peak > capacity) throw new Error(`${peak} of ${capacity} places are taken at once`);
  return { rate: made / seconds, refused, peak, capacity };
}
