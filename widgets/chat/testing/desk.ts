import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createSocket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

interface FirstRun {
  portal: { email: string; password: string };
  keys: { secret: string };
}

/** The real API in a process of its own, which can be killed and started again, and a customer's site elsewhere. */
export interface Desk {
  readonly api: string;
  readonly site: string;
  readonly key: string;
  /** Asks as the person at the front desk. */
  staff<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Types, as the person at the front desk, until told to stop. */
  types(conversation_id: string): Promise<() => void>;
  /** As a power cut does. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

export async function openDesk(script: string): Promise<Desk> {
  const data = await mkdtemp(join(tmpdir(), "foyer-chat-"));
  const port = await freePort();
  const api = `http://localhost:${port}`;
  let child: ChildProcess | undefined;
  let key = "";
  let token = "";

  async function start(): Promise<void> {
    child = spawn(process.execPath, ["api/runtime/start.ts"], {
      cwd: root,
      env: {
        ...process.env,
        PORT: `${port}`,
        FOYER_DATA: data,
        FOYER_LOG: "error",
        FOYER_RATE_LIMIT_FACTOR: "100",
        FOYER_DEMO: "no",
      },
      stdio: "ignore",
    });
    for (let tries = 0; tries < 1000; tries++) {
      const answer = await fetch(`${api}/health`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("The API did not start.");
  }

  async function kill(): Promise<void> {
    const dying = child;
    child = undefined;
    if (!dying || dying.exitCode !== null) return;
    const gone = new Promise((resolve) => dying.once("exit", resolve));
    dying.kill("SIGKILL");
    await gone;
  }

  async function ask<T>(credential: string, method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${api}/v1${path}`, {
      method,
      headers: {
        ...(credential && { authorization: `Bearer ${credential}` }),
        "content-type": "application/json",
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  const pages: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://site");
    if (pathname === "/chat.js") {
      response.setHeader("content-type", "text/javascript; charset=utf-8");
      return void response.end(script);
    }
    const language = searchParams.get("lang") ?? "en";
    const direction = language === "ar" ? "rtl" : "ltr";
    const chat = `<foyer-chat ${searchParams.get("chat") ?? "launcher"} api-key="${key}" api-origin="${api}"></foyer-chat>`;
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="${language}" dir="${direction}"><head><title>Shop</title><meta name="viewport" content="width=device-width"></head><body><main><h1>Shop</h1>${chat}</main><script type="module" src="/chat.js"></script></body></html>`,
    );
  });
  await new Promise<void>((resolve) => pages.listen(0, resolve));
  const site = `http://localhost:${(pages.address() as AddressInfo).port}`;

  try {
    await start();
  } catch (error) {
    await kill();
    throw error;
  }
  const run = JSON.parse(await readFile(join(data, "first-run.json"), "utf8")) as FirstRun;
  const made = { name: "Shop", kind: "publishable", origins: [site] };
  key = (await ask<{ token: string }>(run.keys.secret, "POST", "/keys", made)).token;
  const { email, password } = run.portal;
  token = (await ask<{ access_token: string }>("", "POST", "/auth/sign-in", { email, password })).access_token;

  return {
    api,
    site,
    get key() {
      return key;
    },
    staff: (method, path, body) => ask(token, method, path, body),
    async types(conversation_id) {
      const socket = new WebSocket(`${api.replace("http", "ws")}/v1/live`, ["foyer.v1", `bearer.${token}`]);
      const tell = () => socket.send(JSON.stringify({ type: "typing", conversation_id }));
      await new Promise<void>((resolve) => {
        socket.onopen = () => socket.send(JSON.stringify({ type: "hello", after: null }));
        socket.onmessage = ({ data }) => JSON.parse(`${data}`).type === "ready" && resolve();
      });
      tell();
      const again = setInterval(tell, 1000);
      return () => {
        clearInterval(again);
        socket.close();
      };
    },
    kill,
    start,
    async close() {
      await kill();
      pages.closeAllConnections();
      pages.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const socket = createSocket().listen(0, () => {
      const { port } = socket.address() as AddressInfo;
      socket.close(() => resolve(port));
    });
  });
}
