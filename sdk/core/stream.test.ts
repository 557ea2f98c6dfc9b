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
    [3, 5, 5, 5, 7].map((seq) => `/v1/events?after=${seq}&wait=25`),
  );
});

test("gives only the types asked for, and still moves on past the others", async () => {
  const { url, received } = await serve(list(event(1), event(2, "hold.created")), list(event(3, "hold.created")));
  const seen: number[] = [];
  for await (const { seq } of stream(engine({ baseUrl: url }), { after: 0, types: ["hold.created"], wait: 1 })) {
    seen.push(seq);
    if (seq === 3) break;
  }
  expect(seen).toEqual([2, 3]);
  expect(received[1]?.url).toBe("/v1/events?after=2&wait=1");
});

test("without a start it goes on from the cursor of an empty answer", async () => {
  const { url, received } = await serve(json({ data: [], has_more: false, next_cursor: "41" }), list(event(42)));
  const next = await stream(engine({ baseUrl: url }), { wait: 0 }).next();
  expect(next.value?.seq).toBe(42);
  expect(received.map((request) => request.url)).toEqual(["/v1/events?wait=0", "/v1/events?after=41&wait=0"]);
});

test("ends with the problem when the API refuses for good", async () => {
  const { url } = await serve(problem(401, "unauthenticated"));
  await expect(stream(engine({ baseUrl: url })).next()).rejects.toBeInstanceOf(AuthenticationError);
});
