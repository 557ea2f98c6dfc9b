import { describe, expect, test, vi } from "vitest";
import { cut, hang, json, problem, serve } from "../testing/server.ts";
import {
  AbortError,
  AuthenticationError,
  ConflictError,
  ConnectionError,
  FoyerError,
  NotFoundError,
  PermissionError,
  PreconditionFailedError,
  ProblemError,
  RateLimitError,
  ServerError,
  TimeoutError,
  ValidationError,
} from "./errors.ts";
import { path } from "./path.ts";
import { anonymous, type ClientOptions, engine } from "./request.ts";

const connect = (baseUrl: string, options: ClientOptions = {}) => engine({ baseUrl, key: "fy_sk_test", ...options });

/** What a call fails with. */
const failure = (call: Promise<unknown>): Promise<ProblemError> =>
  call.then(
    () => Promise.reject(new Error("The call did not fail.")),
    (thrown) => thrown,
  );

describe("retries", () => {
  test("a failed request is sent again twice, with the same idempotency key", async () => {
    const { url, received } = await serve(
      problem(503, "down"),
      problem(429, "rate_limited"),
      json({ id: "bkg_1" }, 201),
    );
    expect(await connect(url).send("POST", "/v1/bookings", { party: 2 })).toEqual({ id: "bkg_1" });
    const keys = received.map((request) => request.headers["idempotency-key"]);
    expect(received).toHaveLength(3);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(keys).size).toBe(1);
    expect(received.map((request) => request.body)).toEqual(Array(3).fill('{"party":2}'));
  });

  test("two calls have different keys, a given key is sent as it is, and only POST has one", async () => {
    const { url, received } = await serve(json({}));
    const e = connect(url);
    await e.send("POST", "/", {});
    await e.send("POST", "/", {});
    await e.send("POST", "/", {}, { idempotencyKey: "mine" });
    await e.send("PATCH", "/", {});
    const keys = received.map((request) => request.headers["idempotency-key"]);
    expect(keys[0]).not.toBe(keys[1]);
    expect(keys.slice(2)).toEqual(["mine", undefined]);
  });

  test("zero retries means zero, and the last error is thrown when they are used up", async () => {
    const first = await serve(problem(500, "internal"));
    await expect(connect(first.url, { maxRetries: 0 }).get("/")).rejects.toBeInstanceOf(ServerError);
    expect(first.received).toHaveLength(1);
    await expect(connect(first.url).get("/", undefined, { maxRetries: 1 })).rejects.toBeInstanceOf(ServerError);
    expect(first.received).toHaveLength(3);
  });

  test("a conflict is final, unless the first request is still under way or the problem says so", async () => {
    const final = await serve(problem(409, "slot_unavailable"));
    await expect(connect(final.url).send("POST", "/", {})).rejects.toBeInstanceOf(ConflictError);
    expect(final.received).toHaveLength(1);
    const flight = await serve(problem(409, "idempotency_in_flight"), problem(409, "x", { retryable: true }), json(1));
    expect(await connect(flight.url).send("POST", "/", {})).toBe(1);
  });

  test("a cut connection is tried again, a refused one ends as ConnectionError with its cause", async () => {
    const { url, server } = await serve(cut, json("back"));
    expect(await connect(url).get("/")).toBe("back");
    server.close();
    server.closeAllConnections();
    const error = await failure(connect(url, { maxRetries: 0 }).get("/"));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.cause).toBeInstanceOf(Error);
  });

  test("Retry-After is waited for, and one of an hour is left to the caller", async () => {
    const short = await serve(problem(429, "rate_limited", {}, { "retry-after-ms": "150" }), json(1));
    const started = Date.now();
    await connect(short.url).get("/");
    expect(Date.now() - started).toBeGreaterThanOrEqual(145);
    const long = await serve(problem(429, "rate_limited", {}, { "retry-after-ms": "", "retry-after": "3600" }));
    const error = await failure(connect(long.url).get("/"));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error.retry_after).toBe(3600);
    expect(long.received).toHaveLength(1);
  });

  test("a stream is never sent twice", async () => {
    const { url, received } = await serve(problem(503, "down"));
    const body = new Blob(["abc"]).stream();
    await expect(connect(url).send("POST", "/v1/media", body)).rejects.toBeInstanceOf(ServerError);
    expect(received.map((request) => request.body)).toEqual(["abc"]);
  });
});

describe("time limits and aborting", () => {
  test("every attempt has a time limit of its own", async () => {
    const { url, received } = await serve(hang, json("late"));
    expect(await connect(url, { timeout: 1000 }).get("/")).toBe("late");
    expect(received).toHaveLength(2);
    const never = await serve(hang);
    const error = await failure(connect(never.url, { timeout: 50, maxRetries: 0 }).get("/"));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toBeInstanceOf(ConnectionError);
  });

  test("the limit covers the body too", async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"half":');
    });
    await expect(connect(url, { timeout: 100, maxRetries: 0 }).get("/")).rejects.toBeInstanceOf(TimeoutError);
  });

  test("the caller's signal ends a request under way, a back-off, and a call not begun", async () => {
    const waiting = await serve(hang);
    const slow = await serve(problem(503, "down", {}, { "retry-after-ms": "30000" }));
    for (const { url, received } of [waiting, slow]) {
      const abort = new AbortController();
      const call = connect(url).get("/", undefined, { signal: abort.signal });
      void vi
        .waitFor(() => expect(received).toHaveLength(1), { timeout: 10_000, interval: 20 })
        .then(() => abort.abort("enough"));
      const error = await failure(call);
      expect(error).toBeInstanceOf(AbortError);
      expect(error.cause).toBe("enough");
    }
    await expect(connect(slow.url).get("/", undefined, { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(
      AbortError,
    );
    expect(slow.received).toHaveLength(1);
  });
});

describe("problems", () => {
  test("each family of status has its class", async () => {
    const kinds = new Map<number, typeof ProblemError>([
      [400, ValidationError],
      [401, AuthenticationError],
      [402, ProblemError],
      [403, PermissionError],
      [404, NotFoundError],
      [409, ConflictError],
      [412, PreconditionFailedError],
      [422, ValidationError],
      [429, RateLimitError],
      [500, ServerError],
      [503, ServerError],
    ]);
    for (const [status, Kind] of kinds) {
      const { url } = await serve(problem(status, "x"));
      const error = await failure(connect(url, { maxRetries: 0 }).get("/"));
      expect(error.constructor, String(status)).toBe(Kind);
      expect(error).toBeInstanceOf(FoyerError);
    }
  });

  test("carries everything the server said, extension members included", async () => {
    const errors = [{ pointer: "/party", detail: "Too many." }];
    const more = { detail: "Taken.", errors, alternatives: [{ starts_at: "2026-11-20T09:00:00.000Z" }] };
    const { url } = await serve(problem(409, "slot_unavailable", more));
    const error = await failure(connect(url).get("/"));
    expect(error).toMatchObject({ status: 409, code: "slot_unavailable", title: "slot_unavailable", detail: "Taken." });
    expect(error).toMatchObject({ errors, request_id: "req_1", requestId: "req_1", name: "ConflictError" });
    expect(error.problem.alternatives).toHaveLength(1);
    expect(error.message).toBe("409 slot_unavailable: Taken.");
  });

  test("a proxy's page is a problem too", async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(502, { "content-type": "text/html", "x-request-id": "req_2" }).end("<h1>Bad gateway</h1>");
    });
    const error = await failure(connect(url, { maxRetries: 0 }).get("/"));
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ status: 502, code: "unknown", title: "Bad Gateway", request_id: "req_2" });
  });
});

describe("credentials", () => {
  test("a key is a bearer token, and an open operation sends none", async () => {
    const { url, received } = await serve(json(1));
    await connect(url).get("/");
    await connect(url).get("/", undefined, anonymous());
    await connect(url).get("/", undefined, anonymous({ token: "own" }));
    expect(received.map((request) => request.headers.authorization)).toEqual([
      "Bearer fy_sk_test",
      undefined,
      "Bearer own",
    ]);
  });

  test("a token function is asked again once after 401", async () => {
    const token = vi.fn(async ({ refresh }: { refresh: boolean }) => (refresh ? "fresh" : "stale"));
    const { url, received } = await serve(problem(401, "token_expired"), json(1));
    await connect(url, { token, maxRetries: 0 }).get("/");
    expect(token.mock.calls).toEqual([[{ refresh: false }], [{ refresh: true }]]);
    expect(received.map((request) => request.headers.authorization)).toEqual(["Bearer stale", "Bearer fresh"]);
    const refusing = await serve(problem(401, "token_expired"));
    await expect(connect(refusing.url, { token }).get("/")).rejects.toBeInstanceOf(AuthenticationError);
    expect(refusing.received).toHaveLength(2);
  });

  test("a function without a token yet is asked as well, and may still have none", async () => {
    const { url, received } = await serve(problem(401, "unauthenticated"), json(1));
    expect(await connect(url, { token: ({ refresh }) => (refresh ? "fresh" : null) }).get("/")).toBe(1);
    expect(received.map((request) => request.headers.authorization)).toEqual([undefined, "Bearer fresh"]);
    const refusing = await serve(problem(401, "unauthenticated"));
    const error = await failure(connect(refusing.url, { token: () => null }).get("/"));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(refusing.received).toHaveLength(1);
  });

  test("calls that are refused together share one refresh", async () => {
    let current = "stale";
    const token = vi.fn(async ({ refresh }: { refresh: boolean }) => {
      if (refresh) await new Promise((resolve) => setTimeout(resolve, 30));
      if (refresh) current = "fresh";
      return current;
    });
    const { url } = await serve((request, response) =>
      (request.headers.authorization === "Bearer fresh" ? json(1) : problem(401, "token_expired"))(request, response),
    );
    const e = connect(url, { token });
    expect(await Promise.all([1, 2, 3, 4].map(() => e.get("/")))).toEqual([1, 1, 1, 1]);
    expect(token.mock.calls.filter(([{ refresh }]) => refresh)).toHaveLength(1);
  });

  test("a refresh may use the client itself", async () => {
    const { url, received } = await serve(problem(401, "token_expired"), json("fresh"), json("done"));
    const e = engine({
      baseUrl: url,
      token: ({ refresh }) => (refresh ? e.send<string>("POST", "/v1/auth/refresh", undefined, anonymous()) : "stale"),
    });
    expect(await e.get("/v1/auth/me")).toBe("done");
    expect(received.map((request) => request.headers.authorization)).toEqual([
      "Bearer stale",
      undefined,
      "Bearer fresh",
    ]);
  });
});

describe("what is sent", () => {
  test("queries leave out what is absent, repeat lists and write dates", async () => {
    const { url, received } = await serve(json(1));
    const query = { status: ["a", "b"], none: undefined, nil: null, from: new Date(0), q: "a&b", wait: 0 };
    await connect(`${url}/`).get("/v1/x", query);
    expect(received[0]?.url).toBe("/v1/x?status=a&status=b&from=1970-01-01T00%3A00%3A00.000Z&q=a%26b&wait=0");
  });

  test("path parameters cannot leave their place", () => {
    expect(path`/v1/tickets/${"a/b?c"}/replies`).toBe("/v1/tickets/a%2Fb%3Fc/replies");
    for (const bad of ["", ".", "..", undefined as unknown as string]) {
      expect(() => path`/v1/tickets/${bad}`).toThrow(FoyerError);
    }
  });

  test("a version becomes an ETag", async () => {
    const { url, received } = await serve(json(1));
    const e = connect(url);
    for (const ifMatch of [3, '"4"', "*"]) await e.send("PATCH", "/", {}, { ifMatch });
    expect(received.map((request) => request.headers["if-match"])).toEqual(['"3"', '"4"', "*"]);
  });

  test("bytes go as they are, a file with its type and name", async () => {
    const { url, received } = await serve(json({ id: "med_1" }, 201));
    const e = connect(url);
    await e.send("POST", "/v1/media", new File(["%PDF"], "Plän.pdf", { type: "application/pdf" }));
    await e.send("POST", "/v1/media", new TextEncoder().encode("x"), { headers: { "content-type": "text/plain" } });
    expect(received[0]).toMatchObject({ body: "%PDF", headers: { "content-type": "application/pdf" } });
    expect(received[0]?.headers["foyer-filename"]).toBe("Pl%C3%A4n.pdf");
    expect(received[1]).toMatchObject({ body: "x", headers: { "content-type": "text/plain" } });
  });

  test("an own fetch is used, and a client without an address says so", async () => {
    const fetch = vi.fn(async () => Response.json({ ok: true }));
    expect(await engine({ baseUrl: "https://api.example", fetch }).get("/v1/x")).toEqual({ ok: true });
    expect(fetch).toHaveBeenCalledWith("https://api.example/v1/x", expect.anything());
    expect(() => engine({ key: "fy_sk_test" })).toThrow(/baseUrl/);
  });
});

describe("what comes back", () => {
  test("data, data with the response, or the response alone", async () => {
    const { url, received } = await serve(json({ id: 1 }, 200, { etag: '"7"' }));
    const call = connect(url).get<{ id: number }>("/");
    expect(await call).toEqual({ id: 1 });
    const { data, response } = await call.withResponse();
    expect([data.id, response.headers.get("etag")]).toEqual([1, '"7"']);
    expect(await (await call.asResponse()).json()).toEqual({ id: 1 });
    expect(await call.finally(() => {})).toEqual({ id: 1 });
    expect(received).toHaveLength(1);
  });

  test("no content is undefined, bytes are a response", async () => {
    const { url } = await serve((_, response) => void response.writeHead(204).end());
    const call = connect(url).send<void>("DELETE", "/");
    expect(await call).toBeUndefined();
    expect((await call.asResponse()).status).toBe(204);
    const file = await serve((_, response) => void response.writeHead(200, { "content-type": "image/png" }).end("PNG"));
    expect(await (await connect(file.url).bytes("/")).text()).toBe("PNG");
    await connect(file.url).bytes("/", undefined, undefined, { from: "2026-11-20" });
    expect(file.received.map(({ method, body }) => [method, body])).toEqual([
      ["GET", ""],
      ["POST", '{"from":"2026-11-20"}'],
    ]);
  });
});
