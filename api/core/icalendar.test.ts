import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { type Calendar, type CalendarEvent, writeCalendar } from "./icalendar.ts";

const tour: CalendarEvent = {
  uid: "bkg_1@foyer",
  sequence: 2,
  status: "CONFIRMED",
  start: Date.parse("2026-11-27T14:00:00Z"),
  end: Date.parse("2026-11-27T15:30:00Z"),
  created: Date.parse("2026-11-01T08:00:00Z"),
  modified: Date.parse("2026-11-20T09:00:00.789Z"),
  summary: "Harbor tour",
};

test("a calendar is written line by line", () => {
  const event: CalendarEvent = {
    ...tour,
    description: "FY-7K3M9R; three people,\nno \\ pets",
    location: "Pier 4, Boston",
    url: "https://example.com/manage/a;b,c",
    organizer: { name: 'Ada "A" O^Neil', email: "ada@example.com" },
    categories: ["Tours", "a,b"],
    transparent: true,
  };
  expect(writeCalendar({ name: "Pier; 4", method: "PUBLISH", refresh: 15, events: [event] }).split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Foyer//Foyer//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "NAME:Pier\\; 4",
    "X-WR-CALNAME:Pier\\; 4",
    "REFRESH-INTERVAL;VALUE=DURATION:PT15M",
    "X-PUBLISHED-TTL:PT15M",
    "BEGIN:VEVENT",
    "UID:bkg_1@foyer",
    "SEQUENCE:2",
    "DTSTAMP:20261120T090000Z",
    "LAST-MODIFIED:20261120T090000Z",
    "DTSTART:20261127T140000Z",
    "DTEND:20261127T153000Z",
    "STATUS:CONFIRMED",
    "TRANSP:TRANSPARENT",
    "SUMMARY:Harbor tour",
    "CREATED:20261101T080000Z",
    "DESCRIPTION:FY-7K3M9R\\; three people\\,\\nno \\\\ pets",
    "LOCATION:Pier 4\\, Boston",
    "URL:https://example.com/manage/a;b,c",
    "ORGANIZER;CN=\"Ada ^'A^' O^^Neil\":mailto:ada@example.com",
    "CATEGORIES:Tours,a\\,b",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("what is not there has no line", () => {
  const text = writeCalendar({
    name: "Pier 4",
    events: [{ ...tour, description: null, location: "", categories: [] }],
  });
  expect(text).not.toMatch(/METHOD|REFRESH|DESCRIPTION|LOCATION|URL|ORGANIZER|CATEGORIES/);
});

test("nobody's text brings lines of its own", () => {
  const attack = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil";
  const text = writeCalendar({
    name: attack,
    events: [{ ...tour, uid: attack, summary: attack, url: attack, organizer: { name: attack, email: attack } }],
  });
  expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
  expect(text).not.toMatch(/^UID:evil/m);
});

// ical.js trims nothing, but our own fields do; lone surrogates cannot be written in UTF-8.
const words = fc
  .array(fc.oneof(fc.constantFrom(";", ",", "\\", "\n", ":", '"', "\\n"), fc.string({ unit: "binary", maxLength: 40 })))
  .map((parts) => parts.join("").replace(/(?!\n)\p{Cc}|\p{Cs}/gu, ""));
const instants = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000);

test("every line fits in 75 octets, and ical.js reads back what was written", () => {
  const given = fc.record({
    summary: words,
    description: words,
    location: words,
    start: instants,
    categories: fc.array(words),
  });
  fc.assert(
    fc.property(given, ({ start, ...rest }) => {
      const calendar: Calendar = { name: "Pier 4", events: [{ ...tour, ...rest, start, end: start + 60_000 }] };
      const text = writeCalendar(calendar);
      const lines = text.split("\r\n");
      expect(lines.pop()).toBe("");
      for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      // A cut inside a character would have come back as U+FFFD.
      expect(Buffer.from(text).toString()).toBe(text);
      const root = new ICAL.Component(ICAL.parse(text));
      const event = new ICAL.Event(root.getFirstSubcomponent("vevent") ?? undefined);
      const read = {
        uid: event.uid,
        sequence: event.sequence,
        summary: event.summary,
        description: event.description ?? "",
        location: event.location ?? "",
        start: event.startDate.toJSDate().getTime(),
        end: event.endDate.toJSDate().getTime(),
      };
      const { summary, description, location } = rest;
      expect(read).toEqual({ uid: tour.uid, sequence: 2, summary, description, location, start, end: start + 60_000 });
    }),
    { numRuns: 300 },
  );
});
