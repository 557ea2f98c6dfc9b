import { type Calendar, writeCalendar } from "../../core/icalendar.ts";
import { hashSecret } from "../../core/token.ts";
import type { Reading } from "../../kernel/index.ts";

/** A calendar as a file; 304 for a subscriber who has this very one. */
export function calendarAnswer(ctx: Reading, calendar: Calendar): Response {
  const text = writeCalendar(calendar);
  const etag = `"${hashSecret(text).slice(0, 32)}"`;
  const headers = {
    etag,
    "cache-control": "private, no-cache",
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": 'inline; filename="calendar.ics"',
  };
  const seen = (ctx.request.header("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return seen.includes(etag) ? new Response(null, { status: 304, headers }) : new Response(text, { headers });
}
