import fc from "fast-check";
import { expect, test } from "vitest";
import { WEEKDAYS } from "../core/time.ts";
import type { Call } from "./app.ts";
import { testApp } from "./app.ts";
import { overfull } from "./overfull.ts";
import { ada } from "./world.ts";

/** The same seed lets the same things to the same people. */
const given = process.env.FOYER_FUZZ_SEED ?? "20261120";
const seed = given === "random" ? Math.floor(Math.random() * 2 ** 31) : Number(given);
const resources = Number(process.env.FOYER_FUZZ_RESOURCES ?? 60);

interface Slot {
  starts_at: string;
  ends_at: string;
  vacancies: number;
  price: number;
  reason: string | null;
}
interface Days<T> {
  days: (T & { date: string; reason: string | null })[];
}
interface Taken {
  id: string;
  price: number;
  ends_at: string;
  code?: string;
}

const [first, last] = ["2026-11-25", "2026-12-02"];
const clock = fc.constantFrom("00:00", "08:30", "09:00", "12:00", "22:00");
const week = fc
  .tuple(clock, fc.constantFrom("13:00", "17:00", "24:00"), fc.subarray([...WEEKDAYS], { minLength: 4 }))
  .map(([from, to, days]) => (from < to ? days.map((day) => ({ day, from, to })) : []));
const or = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const times = fc.uniqueArray(clock, { minLength: 1, maxLength: 3 });
const date = fc.constantFrom("2026-11-25", "2026-11-27", "2026-11-30");

/** Rules that mostly go together; the few that do not are refused, and that is told. */
const rules = fc.record(
  {
    kind: fc.constantFrom("experience", "service", "rental"),
    length_unit: fc.constantFrom("fixed", "fixed", "hour", "day", "night"),
    duration_minutes: fc.constantFrom(30, 60, 90, 600),
    min_length: fc.integer({ min: 1, max: 2 }),
    max_length: fc.integer({ min: 2, max: 4 }),
    slot_step_minutes: fc.constantFrom(30, 60, 180),
    start_times: or(times),
    buffer_before_minutes: fc.constantFrom(0, 0, 15, 120),
    buffer_after_minutes: fc.constantFrom(0, 0, 30, 1440),
    capacity: fc.integer({ min: 1, max: 6 }),
    sharing: fc.constantFrom("shared", "shared", "private"),
    stock: fc.constantFrom("shared", "per_venue"),
    private_price: or(fc.constant(1000)),
    price: fc.integer({ min: 0, max: 9000 }),
    price_per: fc.constantFrom("place", "booking"),
    hours: or(week),
    seasons: fc.array(
      fc.record({
        name: fc.constant("Late"),
        from: date,
        to: fc.constant("2026-12-31"),
        hours: week,
        start_times: or(times),
      }),
      { maxLength: 1 },
    ),
    exceptions: fc.uniqueArray(
      fc.record({
        date,
        hours: fc.constantFrom([], [{ from: "10:00", to: "14:00" }]),
        rrule: or(fc.constant("FREQ=DAILY;INTERVAL=3")),
      }),
      { maxLength: 2, selector: ({ date }) => date },
    ),
    guest_categories: fc.constantFrom(
      [],
      [
        { id: "adult", name: "Adult", price: 2000 },
        { id: "infant", name: "Infant", price: 0, takes_place: false },
      ],
    ),
    price_rules: fc.constantFrom(
      [],
      [{ id: "late", name: "Late", when: { min_occupancy: 30 }, change: { kind: "percent", value: 20 } }],
      [{ id: "group", name: "Group", when: { min_party: 2 }, change: { kind: "amount", value: -100 } }],
    ),
    add_ons: fc.constantFrom(
      [],
      [{ id: "lunch", name: "Lunch", price: 500, per: "guest", stock: 3 }],
      [{ id: "lunch", name: "Lunch", price: 500, per: "booking", stock: null }],
    ),
    requirements: fc.array(
      fc.record({ count: fc.integer({ min: 1, max: 2 }), per: or(fc.integer({ min: 1, max: 3 })) }),
      {
        maxLength: 1,
      },
    ),
    lead_minutes: fc.constantFrom(0, 60, 3 * 1440),
    horizon_days: fc.constantFrom(6, 30),
  },
  { requiredKeys: ["capacity"] },
);

/** What people do with it: `at` says which of the slots. */
const acts = fc.array(
  fc.record({
    kind: fc.constantFrom("hold", "book", "book", "held", "cancel", "move", "group", "wait", "shrink"),
    at: fc.nat(10_000),
    party: fc.integer({ min: 1, max: 4 }),
    elsewhere: fc.boolean(),
    lunch: fc.boolean(),
  }),
  { minLength: 6, maxLength: 12 },
);

test(`whatever is let, and however: what is shown can be had, at that price, and never too often (seed ${seed})`, async () => {
  const app = await testApp({ limits: 1_000_000 });
  const staff = await app.as();
  const made = async (path: string, body: object) => (await staff<{ id: string }>("post", path, body)).body.id;
  const hours = WEEKDAYS.map((day) => ({ day, from: "08:00", to: "20:00" }));
  const home = await made("/venues", { name: "Pier 4", time_zone: "America/New_York", hours, capacity: 9 });
  const away = await made("/venues", { name: "Kade 1", time_zone: "Europe/Amsterdam", hours });
  const pool = await made("/pools", { name: "Guides" });
  for (const name of ["Ann", "Bo", "Cy"]) await staff("post", `/pools/${pool}/units`, { name });
  const tally = { let: 0, had: 0, refused: 0 };

  const lettings = fc.sample(fc.tuple(rules, acts), { seed, numRuns: resources });
  for (const [given, doings] of lettings) {
    const body = {
      ...given,
      name: "Thing",
      venue_id: home,
      also_at: [{ venue_id: away }],
      requirements: (given.requirements ?? []).map((one) => ({ ...one, pool_id: pool })),
    };
    const thing = await staff<{ id: string; code?: string }>("post", "/resources", body);
    if (thing.status !== 201) {
      expect([thing.status, thing.body.code]).toEqual([400, "validation_failed"]);
      continue;
    }
    tally.let++;
    const page = (await app.visitor()).call;
    const booked: Taken[] = [];
    for (const act of doings) {
      const where = JSON.stringify({ body, act });
      const venue_id = act.elsewhere ? away : home;
      const shown = await look(page, thing.body.id, venue_id, act.party, where);
      const open = shown.filter(({ reason }) => reason === null);
      const slot = (open.length > 0 && act.at % 4 > 0 ? open : shown)[act.at % Math.max(1, open.length)];
      if (!slot) continue;
      const add_ons = act.lunch && given.add_ons?.length ? [{ id: "lunch" }] : [];
      const wish = {
        resource_id: thing.body.id,
        venue_id,
        party: act.party,
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        add_ons,
      };
      const quoted = await page<{ total: number }>("post", "/quotes", wish);
      if (slot.reason === null && add_ons.length === 0) {
        expect([quoted.status, quoted.body.total], where).toEqual([200, slot.price]);
      }
      const taken = await take(page, act, wish, booked);
      if (!taken) continue;
      const had = taken.status < 300;
      tally[had ? "had" : "refused"]++;
      if (!had) expect([400, 409], where).toContain(taken.status);
      if (!["hold", "book", "held"].includes(act.kind)) continue;
      // A visitor holds few at a time.
      if (add_ons.length === 0 && taken.body.code !== "too_many_holds") expect(had, where).toBe(slot.reason === null);
      if (had) expect([taken.body.price, taken.body.ends_at], where).toEqual([quoted.body.total, slot.ends_at]);
    }
    await app.settle();
    app.clock.advance("1m");
    for (const [never, sql] of Object.entries(overfull(app.clock.now()))) {
      expect(await app.rows(sql), `${never}: ${JSON.stringify(body)}`).toEqual([]);
    }
    for (const { id } of booked) await staff("delete", `/bookings/${id}`);
  }
  console.log(`seed ${seed}: ${JSON.stringify(tally)}`);
  expect(app.failures).toEqual([]);
  expect(await app.rows("select kind, error from jobs where state = 'dead'")).toEqual([]);
  expect(tally.let).toBeGreaterThan(resources / 2);
  expect(tally.had).toBeGreaterThan(resources);
  expect(tally.refused).toBeGreaterThan(resources / 4);

  async function take(
    call: Call,
    { kind, at, party }: { kind: string; at: number; party: number },
    wish: object,
    booked: Taken[],
  ) {
    const note = (answer: { status: number; body: Taken }) => {
      if (answer.status === 201) booked.push(answer.body);
      return answer;
    };
    const target = booked[at % Math.max(1, booked.length)];
    if (kind === "hold") return call<Taken>("post", "/holds", wish);
    if (kind === "book") return note(await call<Taken>("post", "/bookings", { ...wish, contact: ada }));
    if (kind === "held") {
      const hold = await call<Taken>("post", "/holds", wish);
      if (hold.status !== 201) return hold;
      return note(await call<Taken>("post", "/bookings", { ...wish, hold_id: hold.body.id, contact: ada }));
    }
    if (kind === "cancel" && target) return staff<Taken>("post", `/bookings/${target.id}/cancellation`, {});
    if (kind === "group") {
      const items = [wish, { ...wish, add_ons: [] }];
      const answer = await call<{ data: Taken[]; code?: string }>("post", "/booking-groups", { items, contact: ada });
      booked.push(...(answer.body.data ?? []));
      return { status: answer.status, body: { code: answer.body.code } as Taken };
    }
    if (kind === "move" && target) {
      const { version } = (await staff<{ version: number }>("get", `/bookings/${target.id}`)).body;
      return staff<Taken>("patch", `/bookings/${target.id}`, { version, party, ...pickTime(wish) });
    }
    const { resource_id } = wish as { resource_id: string };
    if (kind === "wait") {
      await call("post", "/waitlist", { resource_id, from_date: first, to_date: last, party, contact: ada });
      await app.settle();
    }
    if (kind === "shrink") {
      const { version } = (await staff<{ version: number }>("get", `/resources/${resource_id}`)).body;
      return staff<Taken>("patch", `/resources/${resource_id}`, { version, capacity: party, max_party: party });
    }
    return undefined;
  }

  /** What is shown of it: days and slots agree, for each of them with what staff is told of it. */
  async function look(page: Call, id: string, venue: string, party: number, where: string): Promise<Slot[]> {
    const range = `from=${first}&to=${last}&party=${party}`;
    const path = `/availability?resource_id=${id}&venue_id=${venue}&${range}&include_closed=true`;
    const { status, body } = await page<Days<{ slots: Slot[] }>>("get", path);
    expect(status, where).toBe(200);
    const year = await page<{ data: Days<{ status: string }>[] }>(
      "get",
      `/availability/calendar?resource_ids=${id}&venue_id=${venue}&${range}`,
    );
    const [calendar] = year.body.data;
    const free = body.days.map(({ slots, date }) => [date, slots.some(({ reason }) => reason === null)]);
    expect(
      calendar?.days.map(({ date, status }) => [date, status === "open" || status === "limited"]),
      where,
    ).toEqual(free);
    const slots = body.days.flatMap((day) => day.slots);
    const some = slots[party % Math.max(1, slots.length)];
    if (some) {
      const asked = `resource_id=${id}&venue_id=${venue}&party=${party}&starts_at=${some.starts_at}&ends_at=${some.ends_at}`;
      const told = await staff<{ available: boolean }>("get", `/availability/explanation?${asked}`);
      expect([told.status, told.body.available], `${where} ${asked}`).toEqual([200, some.reason === null]);
    }
    return slots;
  }
}, 120_000);

const pickTime = (wish: object) => {
  const { starts_at, ends_at, venue_id } = wish as Record<string, string>;
  return { starts_at, ends_at, venue_id };
};
