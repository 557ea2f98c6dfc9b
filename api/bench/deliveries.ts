import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const events = 1_000;

/** Signed deliveries a second, from the first that arrives to the last of those that many events made. */
export async function deliveriesPerSecond(origin: string, secret: string): Promise<number> {
  let done: (() => void) | undefined;
  const arrivals: number[] = [];
  const receiver = createServer((request, response) => {
    request.resume().on("end", () => {
      arrivals.push(performance.now());
      response.writeHead(204).end();
      if (arrivals.length >= events) done?.();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const { port } = receiver.address() as AddressInfo;
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${origin}/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
  };
  const endpoint = await call<{ id: string }>("POST", "/webhook-endpoints", {
    url: `http://127.0.0.1:${port}/hook`,
    events: ["contact.created"],
  });
  const finished = new Promise<void>((resolve) => {
    done = resolve;
  });
  const creations = Array.from({ length: events }, (_, index) => index);
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let index = creations.pop(); index !== undefined; index = creations.pop()) {
        await call("POST", "/contacts", { name: `Bench ${index}` });
      }
    }),
  );
  await Promise.race([
    finished,
    new Promise((_, reject) =>
      setTimeout(() => reject(new Error(`only ${arrivals.length} deliveries came`)), 60_000).unref(),
    ),
  ]);
  await call("DELETE", `/webhook-endpoints/${endpoint.id}`);
  receiver.close();
  const [first = 0, last = 0] = [arrivals[0], arrivals.at(-1)];
  return arrivals.length / ((last - first) / 1000);
}
