import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Server } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Outside, OutsideRequest } from "../../ports/outside.ts";
import { createNodeOutside } from "./node.ts";
import type { OutsideOptions } from "./target.ts";
import { createWorkerOutside } from "./worker.ts";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  open.push(server);
  return (server.address() as AddressInfo).port;
}

const receiver = (handler: RequestListener) => listen(createServer(handler));

function post(url: string, extra: Partial<OutsideRequest> = {}): OutsideRequest {
  return { url, method: "POST", headers: {}, body: "{}", timeout: 2_000, keep: 1_000, ...extra };
}

/** Runs `createWorkerOutside` in workerd and calls it from here. */
const worker = `
  import { createWorkerOutside } from "./worker.ts";
  export default {
    async fetch(request) {
      const { http, allowed, method, input } = await request.json();
      const outside = createWorkerOutside({ http, allow: (host) => allowed.includes(host) });
      return Response.json({ output: await outside[method](input) });
    },
  };
`;

let workerd: Miniflare;
beforeAll(async () => {
  const stdin = { contents: worker, resolveDir: import.meta.dirname };
  const { outputFiles } = await build({ stdin, bundle: true, format: "esm", write: false });
  workerd = new Miniflare({ modules: true, script: outputFiles[0]!.text, compatibilityDate: "2026-01-01" });
  await workerd.ready;
});
afterAll(() => workerd.dispose());

function createWorkerdOutside(options: OutsideOptions = {}): Outside {
  const call = async (method: string, input: unknown) => {
    const allowed = ["127.0.0.1"].filter((host) => options.allow?.(host));
    const body = JSON.stringify({ http: options.http, allowed, method, input });
    const response = await workerd.dispatchFetch("http://worker/", { method: "POST", body });
    return ((await response.json()) as { output: never }).output;
  };
  return { vet: (url) => call("vet", url), send: (request) => call("send", request) };
}

const loopback = { http: true, allow: (host: string) => host === "127.0.0.1" };

describe.each([
  ["node", createNodeOutside],
  ["fetch on node", createWorkerOutside],
  ["fetch on workerd", createWorkerdOutside],
])("%s", (_name, create) => {
  const outside = create(loopback);

  test("sends method, headers and body, and answers with status, headers and text", async () => {
    let seen: { request: IncomingMessage; body: string } | undefined;
    const port = await receiver(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      seen = { request, body };
      response.writeHead(201, { "x-answer": "yes", "content-type": "text/plain" }).end("tëxt");
    });
    const headers = { "content-type": "application/json", "webhook-id": "msg_1", host: "elsewhere" };
    const answer = await outside.send(post(`http://127.0.0.1:${port}/hook?a=1`, { headers, body: '{"ü":1}' }));

    expect(answer).toMatchObject({ ok: true, status: 201, body: "tëxt", headers: { "x-answer": "yes" } });
    expect(answer.duration).toBeGreaterThanOrEqual(0);
    expect(seen!.body).toBe('{"ü":1}');
    expect(seen!.request).toMatchObject({ method: "POST", url: "/hook?a=1" });
    expect(seen!.request.headers).toMatchObject({
      "content-type": "application/json",
      "webhook-id": "msg_1",
      "content-length": "8",
      host: `127.0.0.1:${port}`,
    });
  });

  test("does not follow a redirect", async () => {
    let hits = 0;
    const port = await receiver((_request, response) => {
      hits++;
      response.writeHead(302, { location: "/elsewhere" }).end();
    });
    expect(await outside.send(post(`http://127.0.0.1:${port}/`))).toMatchObject({ ok: true, status: 302 });
    expect(hits).toBe(1);
  });

  test("keeps the first bytes of an endless answer and hangs up", async () => {
    let closed!: () => void;
    const hungUp = new Promise<void>((done) => {
      closed = done;
    });
    const port = await receiver((_request, response) => {
      response.on("close", closed);
      const more = () => {
        while (!response.destroyed && response.write("é".repeat(10_000)));
      };
      response.on("drain", more);
      more();
    });
    const answer = await outside.send(post(`http://127.0.0.1:${port}/`, { keep: 1_001 }));
    expect(answer).toMatchObject({ ok: true, status: 200, body: "é".repeat(500) });
    await hungUp;
  });

  test("gives up in time on a receiver that never answers, and on one that never finishes", async () => {
    const silent = await receiver(() => {});
    const slow = await receiver((_request, response) => void response.write("so far"));
    for (const port of [silent, slow]) {
      const answer = await outside.send(post(`http://127.0.0.1:${port}/`, { timeout: 200 }));
      expect(answer).toMatchObject({ ok: false, failure: "timed_out" });
      expect(answer.duration).toBeLessThan(1_500);
    }
  });

  test("names a refused connection and a broken answer", async () => {
    const gone = await receiver(() => {});
    await new Promise((done) => open.pop()!.close(done));
    const broken = await listen(createSocketServer((socket) => void socket.end("this is not HTTP\r\n\r\n")));
    const cut = await listen(
      createSocketServer((socket) => void socket.end("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc")),
    );
    for (const port of [gone, broken, cut]) {
      const answer = await outside.send(post(`http://127.0.0.1:${port}/`));
      expect(answer).toMatchObject({ ok: false, failure: "connection_failed" });
    }
  });

  test("a header that would break the message is refused, and nothing is sent", async () => {
    let hits = 0;
    const port = await receiver((_request, response) => {
      hits++;
      response.end();
    });
    const answer = await outside.send(post(`http://127.0.0.1:${port}/`, { headers: { "x-a": "1\r\nx-b: 2" } }));
    expect(answer).toMatchObject({ ok: false, failure: "connection_failed" });
    expect(hits).toBe(0);
  });

  test("bytes that are no text do no harm", async () => {
    const port = await receiver((_request, response) => void response.end(Buffer.from([0x61, 0, 0xff, 0xfe, 0x62])));
    expect(await outside.send(post(`http://127.0.0.1:${port}/`))).toMatchObject({ body: "a\ufffd\ufffd\ufffdb" });
  });

  test("a private address is refused at save and at send, without a connection", async () => {
    let hits = 0;
    const port = await receiver((_request, response) => {
      hits++;
      response.end();
    });
    const strict = create({ http: true });
    for (const host of ["127.0.0.1", "localhost", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"]) {
      const url = `http://${host}:${port}/`;
      expect(await strict.vet(url)).toMatchObject({ failure: "address_not_allowed" });
      expect(await strict.send(post(url))).toMatchObject({ ok: false, failure: "address_not_allowed" });
    }
    expect(hits).toBe(0);
  });

  test("vet has no objection to a public address", async () => {
    expect(await create().vet("https://8.8.8.8/hook")).toBeUndefined();
  });
});

describe("names on node", () => {
  const v4 = (address: string) => ({ address, family: 4 });

  test("a name with one private address among public ones is refused", async () => {
    for (const address of ["10.0.0.1", "169.254.169.254", "127.0.0.1", "0.0.0.0"]) {
      const outside = createNodeOutside({ resolve: async () => [v4("8.8.8.8"), v4(address)] });
      expect(await outside.vet("https://hooks.example/")).toMatchObject({ failure: "address_not_allowed" });
      expect(await outside.send(post("https://hooks.example/"))).toMatchObject({ failure: "address_not_allowed" });
    }
    const mapped = createNodeOutside({ resolve: async () => [{ address: "::ffff:127.0.0.1", family: 6 }] });
    expect(await mapped.vet("https://hooks.example/")).toMatchObject({ failure: "address_not_allowed" });
  });

  test("the name is asked for once, and the connection goes to that answer", async () => {
    const port = await receiver((request, response) => void response.end(request.headers.host));
    let questions = 0;
    const outside = createNodeOutside({
      http: true,
      allow: (host) => host === "hooks.example",
      resolve: async () => (questions++ === 0 ? [v4("127.0.0.1")] : [v4("127.0.0.9")]),
    });
    const answer = await outside.send(post(`http://hooks.example:${port}/`));
    expect(answer).toMatchObject({ ok: true, body: `hooks.example:${port}` });
    expect(questions).toBe(1);
  });

  test("TLS is asked for the name, not for the pinned address", async () => {
    const names: string[] = [];
    const port = await listen(
      createTlsServer({
        SNICallback: (name, callback) => {
          names.push(name);
          callback(new Error("no certificate"));
        },
      }),
    );
    const outside = createNodeOutside({
      allow: (host) => host === "hooks.example",
      resolve: async () => [v4("127.0.0.1")],
    });
    const answer = await outside.send(post(`https://hooks.example:${port}/`));
    expect(answer).toMatchObject({ ok: false, failure: "connection_failed" });
    expect(names).toEqual(["hooks.example"]);
  });

  test("a name without an address is named, and slow DNS counts against the time", async () => {
    const missing = createNodeOutside({ resolve: () => Promise.reject(new Error("ENOTFOUND")) });
    expect(await missing.send(post("https://hooks.example/"))).toMatchObject({ failure: "dns_failed" });
    const slow = createNodeOutside({ resolve: () => new Promise(() => {}) });
    const answer = await slow.send(post("https://hooks.example/", { timeout: 100 }));
    expect(answer).toMatchObject({ failure: "timed_out" });
    expect(answer.duration).toBeLessThan(1_000);
  });

  test("headers without end are too large", async () => {
    const port = await listen(
      createSocketServer((socket) => {
        socket.on("error", () => {});
        socket.write(`HTTP/1.1 200 OK\r\nx-long: ${"a".repeat(200_000)}\r\n\r\n`);
      }),
    );
    const answer = await createNodeOutside(loopback).send(post(`http://127.0.0.1:${port}/`));
    expect(answer).toMatchObject({ ok: false, failure: "response_too_large" });
  });
});
