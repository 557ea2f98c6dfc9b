import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { type WebSocket as Peer, WebSocketServer } from "ws";
import { hang, json, problem, type Reply, serve } from "../testing/server.ts";
import { AuthenticationError } from "./errors.ts";
import { type LiveOptions, live } from "./live.ts";
import { type ClientOptions, engine } from "./request.ts";

/** Waits for what must come in the end; how soon is a matter of the machine. */
const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });

const event = (seq: number) => ({ id: `evt_${seq}`, seq, type: "booking.created", at: "", actor: {}, data: {} });
const frames = (...seqs: number[]) => seqs.map((seq) => ({ type: "event", event: event(seq) }));

/** A server whose sockets each run the next script: what it says after hello, and whether it then cuts the line. */
async function sockets(...scripts: ((hello: { after: number | null }, peer: Peer) => object[] | "cut")[]) {
  const { url, server } = await serve(json({ data: [], has_more: false, next_cursor: null }));
  const hellos: (number | null)[] = [];
  const upgrades: { url?: string | undefined; protocol?: string | undefined }[] = [];
  const wss = new WebSocketServer({ server, handleProtocols: () => "foyer.v1" });
  onTestFinished(() => wss.close());
  wss.on("connection", (peer, request) => {
    upgrades.push({ url: request.url, protocol: request.headers["sec-websocket-protocol"] });
    peer.once("message", (data) => {
      const hello = JSON.parse(String(data)) as { after: number | null };
      const script = scripts[Math.min(hellos.push(hello.after), scripts.length) - 1]!;
      const said = script(hello, peer);
      if (said === "cut") peer.terminate();
      else for (const frame of said) peer.send(JSON.stringify(frame));
    });
  });
  return { url, hellos, upgrades };
}

function follow(baseUrl: string, options: LiveOptions = {}, client: ClientOptions = {}) {
  const seen: number[] = [];
  const statuses: string[] = [];
  const connection = live(engine({ baseUrl, token: "fy_vt_1", ...client }), {
    onEvent: ({ seq }) => seen.push(seq),
    onStatus: (status) => statuses.push(status),
    ...options,
  });
  onTestFinished(() => connection.close());
  return { connection, seen, statuses };
}

beforeEach(() => {
  const random = vi.spyOn(Math, "random").mockReturnValue(0);
  return () => random.mockRestore();
});

test("goes on where it was after a cut line: nothing missed, nothing twice, no token in the address", async () => {
  const { url, hellos, upgrades } = await sockets(
    (_, peer) => {
      setTimeout(() => peer.terminate(), 20);
      return [...frames(1), { type: "ready", seq: 1 }, ...frames(2)];
    },
    () => "cut",
    () => [...frames(2, 3), { type: "ready", seq: 3 }, ...frames(3, 4)],
  );
  const { connection, seen, statuses } = follow(url, { after: 0 });
  await until(() => expect(seen).toEqual([1, 2, 3, 4]));
  expect(hellos).toEqual([0, 2, 2]);
  expect(upgrades[0]).toEqual({ url: "/v1/live", protocol: "foyer.v1, bearer.fy_vt_1" });
  expect(connection).toMatchObject({ seq: 4, status: "live" });
  expect(statuses).toEqual(["connecting", "live", "connecting", "live"]);
});

test("without a start, what came after the first ready is not missed", async () => {
  const { url, hellos } = await sockets(
    (_, peer) => {
      setTimeout(() => peer.terminate(), 10);
      return [{ type: "ready", seq: 40 }];
    },
    () => frames(41),
  );
  const { seen } = follow(url);
  await until(() => expect(seen).toEqual([41]));
  expect(hellos).toEqual([null, 40]);
});

test("a cursor that is too old resets, and events go on from there", async () => {
  const { url } = await sockets(() => [{ type: "reset", seq: 100 }, { type: "ready", seq: 100 }, ...frames(99, 101)]);
  const onReset = vi.fn();
  const { seen } = follow(url, { after: 1, onReset });
  await until(() => expect(seen).toEqual([101]));
  expect(onReset.mock.calls).toEqual([[100]]);
});

test("typing goes both ways", async () => {
  const { url } = await sockets((_, peer) => {
    peer.on("message", (data) => peer.send(String(data).replace("}", ',"sender_kind":"staff","name":"Ada"}')));
    return [{ type: "ready", seq: 0 }];
  });
  const onTyping = vi.fn();
  const { connection } = follow(url, { onTyping });
  await until(() => expect(connection.status).toBe("live"));
  connection.typing("cnv_1");
  await until(() =>
    expect(onTyping).toHaveBeenCalledWith({
      type: "typing",
      conversation_id: "cnv_1",
      sender_kind: "staff",
      name: "Ada",
    }),
  );
});

test("closing ends it for good, by hand or by signal", async () => {
  const { url, hellos } = await sockets(() => [{ type: "ready", seq: 0 }]);
  const stop = new AbortController();
  const { connection, statuses } = follow(url, { signal: stop.signal });
  await until(() => expect(connection.status).toBe("live"));
  stop.abort();
  expect(connection.status).toBe("closed");
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([hellos.length, statuses.at(-1)]).toEqual([1, "closed"]);
  expect(follow(url, { signal: AbortSignal.abort() }).connection.status).toBe("closed");
});

/** The log behind `GET /v1/events`: holds the request open until there is something to say. */
function log(...answers: (number[] | Reply)[]) {
  const asked: string[] = [];
  const reply: Reply = (request, response) => {
    const answer = answers[asked.push(request.url) - 1] ?? hang;
    if (typeof answer === "function") answer(request, response);
    else json({ data: answer.map(event), has_more: false, next_cursor: null })(request, response);
  };
  return { asked, reply };
}

test("polls where there are no sockets", async () => {
  const { asked, reply } = log([6, 7], [7, 8], problem(503, "down"), [9]);
  const { url } = await serve(reply);
  const { connection, seen } = follow(url, { after: 5 }, { WebSocket: null });
  await until(() => expect(seen).toEqual([6, 7, 8, 9]));
  expect(asked.slice(0, 4)).toEqual([
    "/v1/events?after=5&wait=0&limit=200",
    "/v1/events?after=7&wait=25&limit=200",
    "/v1/events?after=8&wait=25&limit=200",
    "/v1/events?after=8&wait=25&limit=200",
  ]);
  expect(connection.status).toBe("polling");
});

test("a cursor that is too old resets while polling too", async () => {
  const { asked, reply } = log(problem(410, "cursor_too_old", { last_seq: 100 }), [101]);
  const { url } = await serve(reply);
  const onReset = vi.fn();
  const { seen } = follow(url, { after: 5, onReset }, { WebSocket: null });
  await until(() => expect(seen).toEqual([101]));
  expect(onReset.mock.calls).toEqual([[100]]);
  expect(asked[1]).toBe("/v1/events?after=100&wait=0&limit=200");
});

test("polls when sockets fail again and again", async () => {
  const { asked, reply } = log([6], [], [7]);
  const { url, server } = await serve(reply);
  const refused = vi.fn((_, socket) => socket.end("HTTP/1.1 403 Forbidden\r\n\r\n"));
  server.on("upgrade", refused);
  const { seen, statuses } = follow(url, { after: 5 });
  await until(() => expect(asked).toHaveLength(4));
  expect(seen).toEqual([6, 7]);
  expect(refused).toHaveBeenCalledTimes(2);
  expect(asked).toEqual([
    "/v1/events?after=5&wait=0&limit=200",
    "/v1/events?after=6&wait=0&limit=200",
    "/v1/events?after=6&wait=25&limit=200",
    "/v1/events?after=7&wait=25&limit=200",
  ]);
  expect(statuses).toEqual(["connecting", "polling"]);
});

test("a token that ran out is refreshed because a request says so, and the socket comes back with it", async () => {
  const { reply } = log(problem(401, "unauthenticated"), [6]);
  const { url, server } = await serve(reply);
  const wss = new WebSocketServer({ noServer: true, handleProtocols: () => "foyer.v1" });
  server.on("upgrade", (request, socket, head) => {
    if (request.headers["sec-websocket-protocol"]?.includes("stale"))
      return socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    wss.handleUpgrade(request, socket, head, (peer) => {
      peer.once("message", () => peer.send('{"type":"ready","seq":6}'));
    });
  });
  let current = "stale";
  const token = vi.fn(({ refresh }: { refresh: boolean }) => {
    if (refresh) current = "fresh";
    return current;
  });
  const { connection, seen } = follow(url, { after: 5 }, { token });
  await until(() => expect(connection.status).toBe("live"));
  expect(seen).toEqual([6]);
  expect(token.mock.calls.filter(([{ refresh }]) => refresh)).toHaveLength(1);
});

test("a line that is cut is no reason to ask for another token", async () => {
  const { url, hellos } = await sockets(
    () => "cut",
    () => [{ type: "ready", seq: 1 }],
  );
  const token = vi.fn((_: { refresh: boolean }) => "fy_vt_1");
  const { connection } = follow(url, { after: 1 }, { token });
  await until(() => expect(connection.status).toBe("live"));
  expect(hellos).toEqual([1, 1]);
  expect(token.mock.calls.every(([{ refresh }]) => !refresh)).toBe(true);
});

test("gives up with the problem when the API refuses for good", async () => {
  const { url } = await serve(problem(401, "unauthenticated"));
  const onError = vi.fn();
  const { connection } = follow(url, { onError }, { WebSocket: null });
  await until(() => expect(onError.mock.calls[0]?.[0]).toBeInstanceOf(AuthenticationError));
  expect(connection.status).toBe("closed");
});

test("a page that is back on the network does not wait for its back-off", async () => {
  // A back-off longer than this test waits.
  vi.mocked(Math.random).mockReturnValue(60);
  const page = new EventTarget();
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  onTestFinished(() => void vi.unstubAllGlobals());
  const offline = vi.fn<typeof fetch>().mockRejectedValue(new TypeError("fetch failed"));
  const { url } = await sockets(
    () => "cut",
    () => [{ type: "ready", seq: 3 }],
  );
  const { connection } = follow(url, { after: 1 }, { fetch: offline });
  await until(() => expect(offline).toHaveBeenCalledTimes(1));
  await new Promise((resolve) => setTimeout(resolve, 50));
  offline.mockImplementation(fetch);
  page.dispatchEvent(new Event("online"));
  await until(() => expect(connection.status).toBe("live"));
});
