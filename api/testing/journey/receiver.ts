import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

/** A customer's server for webhooks, which believes nothing without a good signature. */
export interface Receiver {
  url: string;
  /** Deliveries are checked against it; those that came before are checked when it is set. */
  trust(secret: string): void;
  /** How often each type arrived with a good signature, by the id of the event. */
  events(type: string): Map<string, number>;
  /** Deliveries whose signature was not good, as sentences. */
  refused: readonly string[];
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  let webhook: Webhook | undefined;
  const received: { body: string; headers: Record<string, string> }[] = [];
  const good: { id: string; type: string }[] = [];
  const refused: string[] = [];

  function check({ body, headers }: { body: string; headers: Record<string, string> }): boolean {
    try {
      const event = webhook?.verify(body, headers) as { id: string; type: string };
      if (event.id !== headers["webhook-id"]) throw new Error(`${event.id} came under ${headers["webhook-id"]}`);
      good.push(event);
      return true;
    } catch (error) {
      refused.push(`${(error as Error).message}: ${body.slice(0, 200)}`);
      return false;
    }
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const one = { body: Buffer.concat(chunks).toString(), headers };
      if (!webhook) received.push(one);
      response.writeHead(!webhook || check(one) ? 204 : 401).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    refused,
    trust(secret) {
      webhook = new Webhook(secret);
      for (const one of received.splice(0)) check(one);
    },
    events(type) {
      const counts = new Map<string, number>();
      for (const one of good) if (one.type === type) counts.set(one.id, (counts.get(one.id) ?? 0) + 1);
      return counts;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
