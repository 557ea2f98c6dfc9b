import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A real server on this machine with a calendar that tests change. */
export async function elsewhere() {
  const box = {
    url: "",
    events: [] as string[][],
    etag: undefined as string | undefined,
    asked: [] as IncomingHttpHeaders[],
    /** Answers something else than the calendar. */
    instead: undefined as undefined | (() => { status: number; headers?: Record<string, string>; body?: string }),
  };
  const calendar = () => {
    const events = box.events.flatMap((lines) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"]);
    return ["BEGIN:VCALENDAR", "VERSION:2.0", ...events, "END:VCALENDAR", ""].join("\r\n");
  };
  const server = createServer((request, response) => {
    box.asked.push(request.headers);
    const other = box.instead?.();
    if (other) return response.writeHead(other.status, other.headers).end(other.body);
    if (box.etag && request.headers["if-none-match"] === box.etag) return response.writeHead(304).end();
    const headers = { "content-type": "text/calendar", ...(box.etag ? { etag: box.etag } : {}) };
    return response.writeHead(200, headers).end(calendar());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  box.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/private/secret-token-a1b2.ics`;
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return box;
}
