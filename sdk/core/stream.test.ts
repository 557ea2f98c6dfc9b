import { expect, test, vi } from "vitest";
import { cut, hang, json, problem, serve } from "../testing/server.ts";
import { AuthenticationError } from "./errors.ts";
import { engine } from "./request.ts";
import { stream } from "./stream.ts";

const event = (seq: number, type = "booking.created") => ({ id: `evt_${seq}`, seq, type, at: "", actor: {}, data: {} });
const list = (...data: object[]) => json({ data, has_more: false, next_cursor: null });

test("asks on from the last event, through cut connections, doubles left out", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const { url, received } = await serve(
    list(event(4), event(5)),
    cut,
    problem(503, "down"),
    list(event(5), event(7)),
    hang,
  );
  const stop = new AbortController();
  const seen: number[] = [];
  for await (const { seq } of stream(engine({ baseUrl: url }), { after: 3, signal: stop.signal })) {
    seen.push(seq);
    if (seq === 7) setTimeout(() => stop.abort(), 20);
  }
  expect(seen).toEqual([4, 5, 7]);
  expect(received.map((request) => request.url)).toEqual(
    [3, 5, 5, 5, 7].map((seq) => `/v1/events?after=${seq}&wait=25&limit=200`),
  );
});

test("asks for the given types only, and moves on past the others", async () => {
  const { url, received } = await serve(
    json({ data: [], has_more: true, next_cursor: "9" }),
    list(event(12, "hold.created")),
  );
  const types = ["hold.created", "hold.released"] as const;
  const next = await stream(engine({ baseUrl: url }), { after: 0, types, wait: 1 }).next();
  expect(next.value?.seq).toBe(12);
  expect(received.map((request) => request.url)).toEqual(
    [0, 9].map((seq) => `/v1/events?after=${seq}&wait=1&limit=200&type=hold.created%2Chold.released`),
  );
});

test("without a start it goes on from the cursor of an empty answer", async () => {
  const { url, received } = await serve(json({ data: [], has_more: false, next_cursor: "41" }), list(event(42)));
  const next = await stream(engine({ baseUrl: url }), { wait: 0 }).next();
  expect(next.value?.seq).toBe(42);
  expect(received.map((request) => request.url)).toEqual([
    "/v1/events?after=latest&wait=0&limit=200",
    "/v1/events?after=41&wait=0&limit=200",
  ]);
});

test("goes on behind events that are not for this reader", async () => {
  const { url, received } = await serve(json({ data: [event(4)], has_more: true, next_cursor: "90" }), list(event(95)));
  const events = stream(engine({ baseUrl: url }), { after: 3 });
  expect([(await events.next()).value?.seq, (await events.next()).value?.seq]).toEqual([4, 95]);
  expect(received[1]?.url).toBe("/v1/events?after=90&wait=25&limit=200");
});

test("ends with the problem when the API refuses for good", async () => {
  const { url } = await serve(problem(401, "unauthenticated"));
  await expect(stream(engine({ baseUrl: url })).next()).rejects.toBeInstanceOf(AuthenticationError);
});
