import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";
import type { Answer, Call } from "./app.ts";

/** Calls a running service over HTTP, as `testApp` calls one in the same process. */
export const clientOf =
  (origin: string, credential?: string): Call =>
  async <T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const raw = body instanceof Uint8Array;
    const response = await fetch(`${origin}/v1${path}`, {
      method: method.toUpperCase(),
      headers: {
        ...(credential ? { authorization: `Bearer ${credential}` } : {}),
        ...(body === undefined || raw ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get("content-type")?.includes("json");
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text } as Answer<T>;
  };

/**
 * As a careful client calls: it asks again when the line broke, or a proxy in between gave up. Only for what a key or a
 * client's own id makes safe to ask twice.
 */
export const patient =
  (call: Call): Call =>
  async <T>(...request: Parameters<Call>) => {
    for (let attempt = 1; ; attempt++) {
      const answer = await call<T>(...request).catch((error: unknown) => {
        if (attempt === 5) throw error;
      });
      const proxy = answer?.status === 503 && !answer.headers.get("content-type")?.includes("problem");
      if (answer && !(proxy && attempt < 5)) return answer;
      await sleep(200 * attempt);
    }
  };

/** The body of a success; throws on anything else. */
export async function ok<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 400) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/** Asks again until the answer is there. Throws after `seconds`. */
export async function until<T>(
  seconds: number,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error(`not within ${seconds} seconds: ${ask}`);
    await sleep(50);
  }
}

interface Frame {
  type: string;
  seq?: number;
  event?: { type: string; seq: number; data: Record<string, unknown> };
  [field: string]: unknown;
}

/** A live connection that keeps what it was told. */
export async function live(origin: string, token: string) {
  const socket = new WebSocket(`${origin.replace("http", "ws")}/v1/live`, ["foyer.v1", `bearer.${token}`]);
  const frames: Frame[] = [];
  socket.on("message", (data) => frames.push(JSON.parse(String(data)) as Frame));
  await new Promise<void>((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  return {
    frames,
    send: (frame: object) => socket.send(JSON.stringify(frame)),
    /** The first frame that fits, also of those that came already. */
    heard: (fits: (frame: Frame) => boolean | undefined) => until(15, () => frames.find(fits)),
    close: () => {
      socket.close();
      return new Promise<void>((resolve) => socket.once("close", () => resolve()));
    },
  };
}
