import { WebSocket } from "ws";
import type { FirstRun } from "../runtime/first-run.ts";
import { median, percentile } from "./load.ts";

const messages = 500;

/** Milliseconds from a visitor's request to the event on a staff socket, one message after the other. */
export async function messageLatency(origin: string, keys: FirstRun["keys"]): Promise<{ median: number; p99: number }> {
  const post = async <T>(token: string, path: string, body: unknown): Promise<T> => {
    const response = await fetch(`${origin}/v1${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const visitor = await post<{ token: string }>(keys.publishable, "/visitors", {});
  const hello = { message: { client_msg_id: "bench-0", text: "hello" } };
  const conversation = await post<{ id: string }>(visitor.token, "/conversations", hello);

  const socket = new WebSocket(`${origin.replace("http", "ws")}/v1/live`, ["foyer.v1", `bearer.${keys.secret}`]);
  const arrived = new Map<string, (at: number) => void>();
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.once("open", () => socket.send(JSON.stringify({ type: "hello", after: null })));
    socket.on("message", (data) => {
      const at = performance.now();
      const frame = JSON.parse(String(data)) as {
        type: string;
        event?: { type: string; data: { client_msg_id?: string } };
      };
      if (frame.type === "ready") resolve();
      if (frame.event?.type === "message.created") arrived.get(frame.event.data.client_msg_id ?? "")?.(at);
    });
  });

  const times: number[] = [];
  for (let number = 1; number <= messages; number++) {
    const id = `bench-${number}`;
    const arrival = new Promise<number>((resolve) => arrived.set(id, resolve));
    const sent = performance.now();
    const [at] = await Promise.all([
      arrival,
      post(visitor.token, `/conversations/${conversation.id}/messages`, { client_msg_id: id, text: "hello" }),
    ]);
    times.push(at - sent);
  }
  socket.close();
  return { median: median(times), p99: percentile(times, 0.99) };
}
