/** Writes calendars as RFC 5545 has them. Instants are milliseconds since 1970 and are written in UTC. */

export interface CalendarEvent {
  /** Unique in the world and the same whenever the event is written again. */
  uid: string;
  /** Rises with every change, from 0. */
  sequence: number;
  status: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
  start: number;
  end: number;
  created?: number;
  modified: number;
  summary: string;
  description?: string | null;
  location?: string | null;
  url?: string | null;
  organizer?: { name: string; email: string } | null;
  categories?: readonly string[];
  /** It takes no time of whoever has it in a calendar. */
  transparent?: boolean;
}

export interface Calendar {
  name: string;
  /** Said where the file is handed over as one (RFC 5546); a feed has none. */
  method?: "PUBLISH" | "CANCEL";
  /** Minutes after which a subscriber should look again. */
  refresh?: number;
  events: readonly CalendarEvent[];
}

/** The whole file: lines end with CRLF and are folded at 75 octets. */
export function writeCalendar(calendar: Calendar): string {
  const refresh = calendar.refresh === undefined ? undefined : `PT${calendar.refresh}M`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Foyer//Foyer//EN",
    "CALSCALE:GREGORIAN",
    ...(calendar.method ? [`METHOD:${calendar.method}`] : []),
    `NAME:${escaped(calendar.name)}`,
    `X-WR-CALNAME:${escaped(calendar.name)}`,
    // The one is RFC 7986; the other is what Outlook reads.
    ...(refresh ? [`REFRESH-INTERVAL;VALUE=DURATION:${refresh}`, `X-PUBLISHED-TTL:${refresh}`] : []),
    ...calendar.events.flatMap(linesOf),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function linesOf(event: CalendarEvent): string[] {
  const lines = [
    "BEGIN:VEVENT",
    `UID:${escaped(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.modified)}`,
    `LAST-MODIFIED:${utc(event.modified)}`,
    `DTSTART:${utc(event.start)}`,
    `DTEND:${utc(event.end)}`,
    `STATUS:${event.status}`,
    `TRANSP:${event.transparent ? "TRANSPARENT" : "OPAQUE"}`,
    `SUMMARY:${escaped(event.summary)}`,
  ];
  if (event.created !== undefined) lines.push(`CREATED:${utc(event.created)}`);
  if (event.description) lines.push(`DESCRIPTION:${escaped(event.description)}`);
  if (event.location) lines.push(`LOCATION:${escaped(event.location)}`);
  if (event.url) lines.push(`URL:${bare(event.url)}`);
  if (event.organizer) lines.push(`ORGANIZER;CN=${quoted(event.organizer.name)}:mailto:${bare(event.organizer.email)}`);
  if (event.categories?.length) lines.push(`CATEGORIES:${event.categories.map(escaped).join(",")}`);
  lines.push("END:VEVENT");
  return lines;
}

/** `20261121T090000Z` (3.3.5). */
function utc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** TEXT (3.3.11). Other control characters than line breaks and tabs cannot be written. */
function escaped(text: string): string {
  return printable(text)
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n");
}

/** A parameter's value with the escapes of RFC 6868. */
function quoted(text: string): string {
  const escapes: Record<string, string> = { "^": "^^", '"': "^'", "\n": "^n" };
  return `"${printable(text)
    .replace(/\r\n?/g, "\n")
    .replace(/[\^"\n]/g, (found) => escapes[found] ?? found)}"`;
}

/** Values that are not escaped must not bring lines of their own. */
function bare(text: string): string {
  return text.replace(/[\p{Cc}\s]/gu, "");
}

function printable(text: string): string {
  return text.replace(/(?![\n\r\t])\p{Cc}/gu, "");
}

/** Lines of at most 75 octets, continued after a space (3.1); never cut inside a character. */
function folded(line: string): string {
  if (line.length <= 25) return line;
  let lines = "";
  let start = 0;
  let size = 0;
  for (let at = 0; at < line.length; ) {
    const code = line.codePointAt(at) ?? 0;
    const octets = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (size + octets > 75) {
      lines += `${line.slice(start, at)}\r\n `;
      start = at;
      size = 1;
    }
    size += octets;
    at += octets === 4 ? 2 : 1;
  }
  return lines + line.slice(start);
}
