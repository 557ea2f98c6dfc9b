import type { Booking } from "@foyer/sdk";

/** What a calendar needs to know of a booking. */
export interface Entry
  extends Pick<Booking, "id" | "resource_name" | "starts_at" | "ends_at" | "version" | "updated_at" | "status"> {
  /** Address of the venue, on one or more lines. */
  location: string | undefined;
  /** Plain text: reference, manage link. */
  description: string;
  url: string;
}

/** `20261121T090000Z`: the UTC form of RFC 5545, 3.3.5. */
const stamp = (at: string) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** TEXT of RFC 5545, 3.3.11. */
const escaped = (text: string) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** Lines of at most 75 octets, continued after a space (3.1); never cut inside a character. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = "";
  let size = 0;
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (size + bytes > 75) {
      lines.push(current);
      current = " ";
      size = 1;
    }
    current += character;
    size += bytes;
  }
  return [...lines, current].join("\r\n");
}

/** An iCalendar file (RFC 5545). The same booking always has the same UID, so that adding it again updates it. */
export function toIcs(entry: Entry): string {
  const host = new URL(entry.url).hostname;
  const status = { cancelled: "CANCELLED", pending: "TENTATIVE" }[entry.status as string] ?? "CONFIRMED";
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Foyer//Booking//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${entry.id}@${host}`,
    `SEQUENCE:${entry.version - 1}`,
    `DTSTAMP:${stamp(entry.updated_at)}`,
    `DTSTART:${stamp(entry.starts_at)}`,
    `DTEND:${stamp(entry.ends_at)}`,
    `SUMMARY:${escaped(entry.resource_name)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    ...(entry.location ? [`LOCATION:${escaped(entry.location)}`] : []),
    `URL:${entry.url}`,
    `STATUS:${status}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** Hands the file to the browser's download. */
export function download(entry: Entry, name: string): void {
  const href = URL.createObjectURL(new Blob([toIcs(entry)], { type: "text/calendar;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href, download: `${name}.ics` });
  link.click();
  // Some browsers read the file only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
