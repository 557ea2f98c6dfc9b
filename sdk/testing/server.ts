import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A request as it arrived. */
export interface Received {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

export type Reply = (request: Received, response: ServerResponse) => void;

/** A real server on this machine that answers with the replies in turn, the last one for ever; gone after the test. */
export async function serve(...replies: Reply[]) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", url = "", headers } = request;
    const one = { method, url, headers, body: Buffer.concat(chunks).toString() };
    const reply = replies[Math.min(received.push(one), replies.length) - 1];
    reply?.(one, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, received };
}

/** Answers JSON. */
export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Reply => {
  return (_, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  };
};

/** Refuses with a problem; asks for the next try at once. */
export const problem = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}): Reply =>
  json({ type: "about:blank", title: code, status, code, request_id: "req_1", ...more }, status, {
    "retry-after-ms": "1",
    ...headers,
  });

/** Cuts the connection without an answer. */
export const cut: Reply = (_, response) => void response.destroy();

/** Never answers. */
export const hang: Reply = () => {};
