import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A real server on this machine that keeps what it was sent. `answer` may be changed between requests. */
export async function receiver() {
  const received: Received[] = [];
  const box = {
    received,
    url: "",
    answer: (): { status: number; headers?: Record<string, string>; body?: string } => ({ status: 204 }),
    types: () => received.map((request) => (JSON.parse(request.body) as { type: string }).type),
  };
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (part: string) => {
      body += part;
    });
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      const { status, headers = {}, body: text } = box.answer();
      response.writeHead(status, headers).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  box.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return box;
}
