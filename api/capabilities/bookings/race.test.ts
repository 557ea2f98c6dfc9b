import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readerOf } from "../../kernel/index.ts";
import type { TestApp } from "../../testing/app.ts";
import { peakOf } from "../venues/index.ts";
import { ada, type BookingBody, given } from "./testing/given.ts";

const MINUTE = 60_000;
const nine = Date.parse("2026-11-27T14:00:00Z");
const at = (minutes: number) => new Date(nine + minutes * MINUTE).toISOString();

/** The most places sold at one instant, by walking over every start and end, and not by any code of the product. */
async function mostSold(app: TestApp, now: number, what = "places", of = "1 = ?", which: string | number = 1) {
  const rows = (await app.rows(
    `select busy_from, busy_to, ${what} from spans where ${of} and (expires_at is null or expires_at > ?)`,
    which,
    now,
  )) as [number, number, number][];
  const instants = rows.map(([from]) => from);
  return Math.max(
    0,
    ...instants.map((instant) =>
      rows.reduce((sum, [from, to, places]) => sum + (from <= instant && instant < to ? places : 0), 0),
    ),
  );
}

/** Numbers that look random and are the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

test("of two hundred who want overlapping times of one place, none is sold twice", async () => {
  const { app, book, staff } = await given({ buffer_after_minutes: 10 });
  const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => book(staff, at((index * 7) % 240))));
  const codes = answers.map((answer) => (answer.status === 201 ? "booked" : answer.body.code));
  const booked = codes.filter((code) => code === "booked").length;
  expect(booked).toBeGreaterThan(0);
  expect(codes.filter((code) => code === "slot_unavailable").length).toBe(200 - booked);
  expect(
    answers.filter((answer) => answer.status !== 201).every((answer) => answer.body.alternatives.length === 5),
  ).toBe(true);
  expect(await mostSold(app, app.clock.now())).toBe(1);
  expect(await app.rows("select count(*) from spans")).toEqual([[booked]]);
  expect(app.failures).toEqual([]);
});

test("of two hundred who want one slot of twelve places, just as many places are sold", async () => {
  const { app, book, staff } = await given({ capacity: 12 });
  const answers = await Promise.all(Array.from({ length: 200 }, () => book(staff, at(0))));
  expect(answers.filter((answer) => answer.status === 201).length).toBe(12);
  expect(answers.filter((answer) => answer.body.code === "slot_unavailable").length).toBe(188);
  expect(await mostSold(app, app.clock.now())).toBe(12);
  expect(await app.rows("select count(*) from contacts")).toEqual([[1]]);
  expect(app.failures).toEqual([]);
});

test("bookings, holds, moves and cancellations at once never take more places than there are", async () => {
  for (const [seed, capacity] of [
    [1, 1],
    [2, 7],
  ] as const) {
    const { app, book, staff, resource } = await given({ capacity, buffer_before_minutes: 5 });
    const roll = dice(seed);
    const known: BookingBody[] = [];
    const held: BookingBody[] = [];
    const refusals = new Set<string>();
    const wish = () => ({ resource_id: resource.id, starts_at: at(roll(420)), party: 1 + roll(Math.min(3, capacity)) });
    const pick = <T>(list: T[]): T | undefined => list[roll(list.length)];

    const act = async () => {
      const kind = roll(10);
      const booking = pick(known);
      const hold = pick(held);
      if (kind < 4 || !booking) return book(staff, at(roll(420)), wish());
      if (kind < 6) return staff<BookingBody>("post", "/holds", wish());
      if (kind < 7 && hold) {
        const { resource_id, starts_at, party, id } = hold;
        return staff<BookingBody>("post", "/bookings", { resource_id, starts_at, party, hold_id: id, contact: ada });
      }
      if (kind < 9)
        return staff<BookingBody>("patch", `/bookings/${booking.id}`, { ...wish(), version: booking.version });
      return staff<BookingBody>("post", `/bookings/${booking.id}/cancellation`, {});
    };

    for (let round = 0; round < 6; round++) {
      const answers = await Promise.all(Array.from({ length: 40 }, act));
      for (const { status, body } of answers) {
        if (status >= 400) refusals.add(body.code);
        else if (body.id.startsWith("hld_")) held.push(body);
        else known.push(body);
      }
      expect(await mostSold(app, app.clock.now())).toBeLessThanOrEqual(capacity);
      app.clock.advance(round % 2 === 0 ? "4m" : "7m");
    }
    expect(await mostSold(app, app.clock.now())).toBeGreaterThan(0);
    const allowed = [
      "booking_not_changeable",
      "hold_expired",
      "slot_unavailable",
      "transition_not_allowed",
      "version_conflict",
    ];
    expect([...refusals].filter((code) => !allowed.includes(code))).toEqual([]);
    expect(app.failures).toEqual([]);
  }
});

test("guides, add-ons, private parties, variants, approvals and venues at once: nothing is ever taken twice", async () => {
  const capacity = 12;
  const crowd = 15;
  const { app, staff, resource, venue } = await given({ capacity, max_party: 12 }, { capacity: crowd });
  const { body: pool } = await staff<{ id: string }>("post", "/pools", { name: "Guides" });
  for (const name of ["Grace", "Hedy", "Mary"]) await staff("post", `/pools/${pool.id}/units`, { name });
  const changed = await staff("patch", `/resources/${resource.id}`, {
    version: 1,
    requires_approval: true,
    private_price: 100,
    buffer_after_minutes: 5,
    requirements: [{ pool_id: pool.id, per: 5 }],
    add_ons: [{ id: "camera", name: "Camera", price: 1, per: "booking", stock: 2 }],
    variants: [{ id: "long", name: "Long", duration_minutes: 100 }],
  });
  expect(changed.status).toBe(200);
  const { body: room } = await staff<{ id: string }>("post", "/resources", {
    venue_id: venue.id,
    name: "Room",
    kind: "service",
    sharing: "private",
    capacity: 6,
    requirements: [{ pool_id: pool.id }],
  });
  const roll = dice(11);
  const wish = () => {
    const starts_at = at(roll(18) * 10);
    if (roll(4) === 0) return { resource_id: room.id, starts_at, party: 1 + roll(3) };
    return {
      resource_id: resource.id,
      starts_at,
      party: 1 + roll(4),
      ...(roll(8) === 0 ? { private: true } : {}),
      ...(roll(4) === 0 ? { variant_id: "long" } : {}),
      ...(roll(3) === 0 ? { add_ons: [{ id: "camera", quantity: 1 + roll(2) }] } : {}),
    };
  };
  const known: BookingBody[] = [];
  const held: BookingBody[] = [];
  const act = () => {
    const kind = roll(12);
    const booking = known[roll(known.length)];
    const hold = held[roll(held.length)];
    if (kind < 4 || !booking) return staff<BookingBody>("post", "/bookings", { ...wish(), contact: ada });
    if (kind < 6) return staff<BookingBody>("post", "/holds", wish());
    if (kind < 8 && hold) {
      const { resource_id, starts_at, party, variant_id, id } = hold;
      const named = variant_id ? { variant_id } : {};
      return staff<BookingBody>("post", "/bookings", {
        resource_id,
        starts_at,
        party,
        ...named,
        hold_id: id,
        contact: ada,
      });
    }
    if (kind < 9)
      return staff<BookingBody>("patch", `/bookings/${booking.id}/status`, { status: "confirmed", version: 1 });
    if (kind < 11) {
      const { resource_id: _, ...moved } = wish();
      return staff<BookingBody>("patch", `/bookings/${booking.id}`, { ...moved, version: booking.version });
    }
    return staff<BookingBody>("post", `/bookings/${booking.id}/cancellation`, {});
  };
  const rooms = new Map<string, number>([
    [resource.id, capacity],
    [room.id, 6],
    [`${resource.id}+camera`, 2],
  ]);
  const codes = new Set<string>();
  for (let round = 0; round < 8; round++) {
    const answers = await Promise.all(Array.from({ length: 25 }, act));
    for (const { status, body } of answers) {
      if (status >= 400) codes.add(body.code);
      else if (body.id.startsWith("hld_")) held.push(body);
      else known.push(body);
    }
    const now = app.clock.now();
    const subjects = (await app.rows("select distinct subject_id from spans")) as [string][];
    for (const [subject] of subjects) {
      expect(await mostSold(app, now, "places", "subject_id = ?", subject)).toBeLessThanOrEqual(
        rooms.get(subject) ?? 1,
      );
    }
    expect(await mostSold(app, now, "people", "venue_id = ?", venue.id)).toBeLessThanOrEqual(crowd);
    app.clock.advance(round % 2 === 0 ? "4m" : "7m");
    await app.settle();
  }
  const guides = await app.rows(
    `select people, units from (
       select sum(people) as people, sum(people = 0 and instr(subject_id, '+') = 0) as units
       from spans where resource_id = ? and expires_at is null
       and starts_at not in (select starts_at from bookings where private = 1)
       and starts_at not in (select starts_at from spans where expires_at is not null) group by starts_at)
     where units < (people + 4) / 5`,
    resource.id,
  );
  expect(guides).toEqual([]);
  const allowed = [
    "booking_not_changeable",
    "contended",
    "hold_expired",
    "slot_unavailable",
    "transition_not_allowed",
    "validation_failed",
    "version_conflict",
  ];
  expect([...codes].filter((code) => !allowed.includes(code))).toEqual([]);
  expect(known.length).toBeGreaterThan(20);
  expect(app.failures).toEqual([]);
});

test("two moves of one booking at once: one wins, and the places are taken once", async () => {
  const { app, book, staff } = await given();
  const { body } = await book(staff, at(0));
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      staff<BookingBody>("patch", `/bookings/${body.id}`, { version: 1, starts_at: at(60 + index * 5) }),
    ),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array(9).fill(409)]);
  expect(new Set(answers.filter((answer) => answer.status === 409).map((answer) => answer.body.code))).toEqual(
    new Set(["version_conflict"]),
  );
  expect(await app.rows("select count(*) from spans")).toEqual([[1]]);
});

test("one hold used many times at once is one booking", async () => {
  const { app, book, staff, resource } = await given({ capacity: 5 });
  const { body } = await staff<BookingBody>("post", "/holds", { resource_id: resource.id, starts_at: at(0) });
  const answers = await Promise.all(Array.from({ length: 10 }, () => book(staff, at(0), { hold_id: body.id })));
  expect(answers.map((answer) => (answer.status === 201 ? "booked" : answer.body.code)).sort()).toEqual([
    "booked",
    ...Array(9).fill("hold_expired"),
  ]);
  expect(await app.rows("select count(*) from spans")).toEqual([[1]]);
});

test("a booking and the deletion of its resource at once: one of them is refused", async () => {
  for (let round = 0; round < 5; round++) {
    const { app, book, staff, resource } = await given();
    const [booked, deleted] = await Promise.all([book(staff, at(0)), staff("delete", `/resources/${resource.id}`)]);
    expect([booked.status, deleted.status]).toEqual(booked.status === 201 ? [201, 409] : [400, 204]);
    expect(app.failures).toEqual([]);
  }
});

test("the guard's cost does not grow with the table", async () => {
  const { app, staff, resource, venue } = await given({ capacity: 5 });
  const rows = 200_000;
  await app.database.commit([
    {
      sql: `with recursive n(i) as (select 0 union all select i + 1 from n where i < ${rows - 1})
        insert into spans select 'old_' || i, ?1, ?1, ?3 - i * 600000, ?2, ?3 - i * 600000, ?3 - i * 600000 + 600000, 1, 1, null from n`,
      args: [resource.id, venue.id, nine - 86_400_000],
    },
  ]);
  const started = performance.now();
  for (let index = 0; index < 20; index++) {
    const answer = await staff("post", "/bookings", {
      resource_id: resource.id,
      starts_at: at(index * 60),
      contact: ada,
    });
    expect(answer.status).toBe(201);
  }
  expect((performance.now() - started) / 20).toBeLessThan(100);
  // Last: the driver keeps on reading what was there when it explained a plan.
  const guard = peakOf(resource.id, nine, nine + 60 * MINUTE, nine);
  const plan = await readerOf(app.database).values<unknown[]>(sql`explain query plan select ${guard}`);
  expect(plan.map((step) => String(step.at(-1))).filter((step) => step.includes("spans"))).toEqual([
    "SEARCH spans USING COVERING INDEX spans_by_subject (subject_id=? AND busy_from>? AND busy_from<?)",
    "SEARCH spans USING COVERING INDEX long_spans_by_subject (subject_id=? AND busy_from>? AND busy_from<?)",
  ]);
});
