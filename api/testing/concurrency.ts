import { expect, test } from "vitest";
import type { Call } from "./app.ts";
import { afternoon, place } from "./behaviours.ts";
import { clientOf, ok, patient } from "./client.ts";
import type { Runtime } from "./runtimes.ts";

interface Thing extends Record<string, unknown> {
  id: string;
  code: string;
}

interface Wish {
  from: number;
  to: number;
  places: number;
}

const MINUTE = 60_000;
const ada = { name: "Ada Lovelace", email: "ada@example.com" };

/** The most places taken at one instant of [from, to), by walking over every start. */
function mostTaken(taken: readonly Wish[], from: number, to: number): number {
  const near = taken.filter((wish) => wish.from < to && from < wish.to);
  const instants = [from, ...near.map((wish) => Math.max(wish.from, from))];
  const used = (at: number) => near.reduce((sum, wish) => sum + (wish.from <= at && at < wish.to ? wish.places : 0), 0);
  return Math.max(...instants.map(used));
}

/** Reads the log from its beginning, and answers the bookings of a resource that stand by it; each state is looked at. */
async function standingBy(call: Call, resource: string, look: (live: Wish[]) => void): Promise<Map<string, Wish>> {
  const standing = new Map<string, Wish>();
  for (let after = "0"; ; ) {
    const page = await ok(
      call<{ data: { type: string; data: Thing }[]; has_more: boolean; next_cursor: string }>(
        "get",
        `/events?limit=500&after=${after}`,
      ),
    );
    for (const { type, data } of page.data) {
      if (!type.startsWith("booking.") || data.resource_id !== resource) continue;
      const [from, to] = [data.starts_at, data.ends_at].map((at) => Date.parse(at as string)) as [number, number];
      if (data.status === "cancelled") standing.delete(data.id);
      else standing.set(data.id, { from, to: to + 10 * MINUTE, places: data.party as number });
      look([...standing.values()]);
    }
    if (!page.has_more) return standing;
    after = page.next_cursor;
  }
}

/** What must hold when many want the same at once, over HTTP. */
export function concurrency(runtime: () => Runtime): void {
  const staff = () => patient(clientOf(runtime().origin, runtime().keys.secret));

  test("of two hundred overlapping wishes, those are granted that fit, and no other", async () => {
    const capacity = 5;
    const [before, after, duration] = [5, 10, 60];
    const resource = await place(staff(), {
      capacity,
      duration_minutes: duration,
      buffer_before_minutes: before,
      buffer_after_minutes: after,
    });
    const wishes = Array.from({ length: 200 }, (_, index) => {
      const starts_at = afternoon(7, (index * 7) % 360);
      const start = Date.parse(starts_at);
      const party = 1 + (index % 3);
      return {
        starts_at,
        party,
        from: start - before * MINUTE,
        to: start + (duration + after) * MINUTE,
        places: party,
      };
    });
    const answers = await Promise.all(
      wishes.map(({ starts_at, party }, index) => {
        const key = { "idempotency-key": `${resource}-${index}` };
        return staff()<Thing>("post", "/bookings", { resource_id: resource, starts_at, party, contact: ada }, key);
      }),
    );
    const codes = answers.map(({ status, body }) =>
      status === 201 ? "booked" : `${status} ${body.code ?? JSON.stringify(body)}`,
    );
    expect([...new Set(codes)].sort()).toEqual(["409 slot_unavailable", "booked"]);

    const won = wishes.filter((_, index) => codes[index] === "booked");
    for (const { from, to } of won) expect(mostTaken(won, from, to)).toBeLessThanOrEqual(capacity);
    // Nothing was given back, so whoever was refused would still not fit.
    const refused = wishes.filter((_, index) => codes[index] !== "booked");
    for (const { from, to, places } of refused) expect(mostTaken(won, from, to) + places).toBeGreaterThan(capacity);

    const listed = await ok(staff()<{ data: Thing[] }>("get", `/bookings?resource_id=${resource}&limit=500`));
    const ids = answers.filter(({ status }) => status === 201).map(({ body }) => body.id);
    expect(listed.data.map(({ id }) => id).sort()).toEqual(ids.sort());
  });

  test("of two hundred who book, move, hold, approve and cancel at once, the log explains every place", async () => {
    const capacity = 4;
    const resource = await place(staff(), {
      capacity,
      duration_minutes: 50,
      buffer_after_minutes: 10,
      requires_approval: true,
    });
    const starts = (index: number) => afternoon(9, (index * 11) % 300);
    const post = (path: string, body: object, index: number) =>
      staff()<Thing>("post", path, body, { "idempotency-key": `${resource}-${path}-${index}` });
    const wish = (index: number) => ({ resource_id: resource, starts_at: starts(index), party: 1 + (index % 2) });
    const book = (index: number) => post("/bookings", { ...wish(index), contact: ada }, index);
    const first = await Promise.all(Array.from({ length: 40 }, (_, index) => book(index)));
    const booked = first.filter(({ status }) => status === 201).map(({ body }) => body);
    const acts = Array.from({ length: 160 }, async (_, number): Promise<{ status: number; body: Thing }> => {
      const index = number + 40;
      const one = booked[number % booked.length];
      if (number % 4 === 0 || !one) return book(index);
      if (number % 4 === 1) {
        const hold = await post("/holds", wish(index), index);
        if (hold.status !== 201) return hold;
        if (number % 8 === 1) return staff()<Thing>("delete", `/holds/${hold.body.id}`);
        return post("/bookings", { ...wish(index), hold_id: hold.body.id, contact: ada }, -index);
      }
      if (number % 4 === 2)
        return staff()<Thing>("patch", `/bookings/${one.id}`, { starts_at: starts(index), version: 1 });
      if (number % 8 === 3)
        return staff()<Thing>("patch", `/bookings/${one.id}/status`, { status: "confirmed", version: 1 });
      return post(`/bookings/${one.id}/cancellation`, {}, index);
    });
    const codes = new Set((await Promise.all(acts)).map(({ status, body }) => (status < 300 ? "done" : body.code)));
    const typed = [
      "booking_not_changeable",
      "contended",
      "done",
      "not_found",
      "slot_unavailable",
      "transition_not_allowed",
      "version_conflict",
    ];
    expect([...codes].filter((code) => !typed.includes(code))).toEqual([]);

    const standing = await standingBy(staff(), resource, (live) => {
      for (const { from, to } of live) expect(mostTaken(live, from, to)).toBeLessThanOrEqual(capacity);
    });
    const listed = await ok(staff()<{ data: Thing[] }>("get", `/bookings?resource_id=${resource}&limit=500`));
    const live = listed.data.filter(({ status }) => status === "pending" || status === "confirmed");
    expect([...standing.entries()].map(([id, { from }]) => [id, from]).sort()).toEqual(
      live.map(({ id, starts_at }) => [id, Date.parse(starts_at as string)]).sort(),
    );
    expect(booked.length).toBeGreaterThan(3);
  });

  test("a message that is sent a hundred times at once is said once", async () => {
    const opening = { contact: ada, message: { client_msg_id: "first", text: "Hello" } };
    const { id } = await ok(staff()<Thing>("post", "/conversations", opening));
    const path = `/conversations/${id}/messages`;
    const message = { client_msg_id: "again", text: "Are you there?" };
    const answers = await Promise.all(Array.from({ length: 100 }, () => staff()<Thing>("post", path, message)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const { data } = await ok(staff()<{ data: Thing[] }>("get", path));
    expect(data.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  test("messages of many at once take every seq once", async () => {
    const opening = { contact: ada, message: { client_msg_id: "many", text: "Hello" } };
    const { id } = await ok(staff()<Thing>("post", "/conversations", opening));
    const path = `/conversations/${id}/messages`;
    const say = (index: number) => staff()<Thing>("post", path, { client_msg_id: `m${index}`, text: String(index) });
    const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => say(index)));
    expect(answers.filter(({ status }) => status !== 201).map(({ status, body }) => [status, body])).toEqual([]);
    expect(answers.map(({ body }) => body.seq as number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 2),
    );
  });

  test("replies to one ticket at once are all kept once, though some must ask again", async () => {
    const ticket = { subject: "Leak", description: "Near the stern", contact: ada };
    const { id } = await ok(staff()<Thing>("post", "/tickets", ticket));
    const reply = async (index: number): Promise<number> => {
      const key = { "idempotency-key": `${id}-${index}` };
      const { status, body } = await staff()<Thing>("post", `/tickets/${id}/replies`, { text: String(index) }, key);
      return body.code === "contended" ? reply(index) : status;
    };
    const statuses = await Promise.all(Array.from({ length: 20 }, (_, index) => reply(index)));
    expect([...new Set(statuses)]).toEqual([201]);
    const { data } = await ok(staff()<{ data: Thing[] }>("get", `/tickets/${id}/replies?limit=100`));
    expect(data.map(({ text }) => Number(text)).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  test("a creation that is sent many times with one Idempotency-Key happens once", async () => {
    const ticket = { subject: "Leak", description: `Once ${Date.now()}`, contact: ada };
    const key = { "idempotency-key": `once-${Date.now()}` };
    const create = () => staff()<Thing>("post", "/tickets", ticket, key);
    const answers = await Promise.all(Array.from({ length: 50 }, create));
    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    // Whoever asks while the first is under way may be told so, and nothing else.
    const others = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
    expect([...new Set(others)].filter((code) => code !== "idempotency_in_flight")).toEqual([]);
    expect(made.filter(({ headers }) => headers.get("idempotent-replayed") === null).length).toBeLessThanOrEqual(1);
    const found = await ok(staff()<{ data: Thing[] }>("get", `/tickets?q=${encodeURIComponent(ticket.description)}`));
    expect(found.data).toHaveLength(1);
  });
}
