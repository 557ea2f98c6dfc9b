import { expect, test } from "vitest";
import { busyTimes } from "./busy.ts";

const window = {
  from: Date.parse("2026-11-23T00:00:00Z"),
  to: Date.parse("2027-11-25T00:00:00Z"),
  zone: "America/New_York",
  most: 2_000,
};
const file = (...lines: string[]) => ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
const minute = (at: number) => new Date(at).toISOString().slice(0, 16);
const read = (text: string) =>
  busyTimes(text, window)
    .times.sort((a, b) => a.from - b.from)
    .map(({ from, to }) => `${minute(from)} ${minute(to)}`);

test("times are read on whatever clock they are written", () => {
  const text = file(
    event("UID:1", "DTSTART:20261201T090000Z", "DTEND:20261201T100000Z"),
    event("UID:2", "DTSTART;TZID=Europe/Berlin:20261202T090000", "DTEND;TZID=Europe/Berlin:20261202T100000"),
    event("UID:3", "DTSTART:20261203T090000", "DURATION:PT90M"),
    event("UID:4", "DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Tokyo:20261204T090000", "DURATION:PT1H"),
  );
  expect(read(text)).toEqual([
    "2026-12-01T09:00 2026-12-01T10:00",
    "2026-12-02T08:00 2026-12-02T09:00",
    "2026-12-03T14:00 2026-12-03T15:30",
    "2026-12-04T00:00 2026-12-04T01:00",
  ]);
});

test("whole days are days of the calendar's zone, else of the venue's, also when the clock changes", () => {
  const day = event("UID:1", "DTSTART;VALUE=DATE:20261201");
  expect(read(file(day))).toEqual(["2026-12-01T05:00 2026-12-02T05:00"]);
  expect(read(file("X-WR-TIMEZONE:Europe/Berlin", day))).toEqual(["2026-11-30T23:00 2026-12-01T23:00"]);
  expect(read(file(event("UID:1", "DTSTART;VALUE=DATE:20270314", "DTEND;VALUE=DATE:20270315")))).toEqual([
    "2027-03-14T05:00 2027-03-15T04:00",
  ]);
  expect(read(file(event("UID:1", "DTSTART:20261201", "DTEND:20261203")))).toEqual([
    "2026-12-01T05:00 2026-12-03T05:00",
  ]);
});

test("what is free or cancelled is nobody's business, and neither are bookings that were made here", () => {
  const when = ["DTSTART:20261201T090000Z", "DURATION:PT1H"];
  const text = file(
    event("UID:1", ...when, "TRANSP:TRANSPARENT"),
    event("UID:2", ...when, "STATUS:CANCELLED"),
    event("UID:3", ...when, "X-MICROSOFT-CDO-BUSYSTATUS:FREE"),
    event("UID:bkg_0QvPqFbT4kZx81LmWc3R9a@foyer", ...when),
    event("UID:5", "DTSTART:20261201T090000Z"),
    event("UID:6", "DTSTART:20201201T090000Z", "DURATION:PT1H"),
    event("UID:7", "DTSTART:20301201T090000Z", "DURATION:PT1H"),
  );
  expect(read(text)).toEqual([]);
});

test("recurring events keep their wall time, less what was moved, cancelled or left out", () => {
  const berlin = ";TZID=Europe/Berlin";
  const text = file(
    event(
      "UID:weekly",
      `DTSTART${berlin}:20200309T090000`,
      `DTEND${berlin}:20200309T100000`,
      "RRULE:FREQ=WEEKLY;UNTIL=20270405T070000Z",
      `EXDATE${berlin}:20270315T090000`,
      "EXDATE;VALUE=DATE:20270308",
    ),
    event("UID:weekly", `RECURRENCE-ID${berlin}:20270322T090000`, `DTSTART${berlin}:20270323T120000`, "DURATION:PT30M"),
    event(
      "UID:weekly",
      `RECURRENCE-ID${berlin}:20270301T090000`,
      `DTSTART${berlin}:20270301T090000`,
      "STATUS:CANCELLED",
    ),
  );
  expect(read(text).filter((time) => time > "2027-02-20")).toEqual([
    "2027-02-22T08:00 2027-02-22T09:00",
    "2027-03-23T11:00 2027-03-23T11:30",
    "2027-03-29T07:00 2027-03-29T08:00",
    "2027-04-05T07:00 2027-04-05T08:00",
  ]);
});

test("an end in UTC counts by the instant, an end on a date by the day", () => {
  const nightly = (until: string) =>
    file(
      event(
        "UID:1",
        "DTSTART;TZID=America/New_York:20261201T200000",
        "DURATION:PT1H",
        `RRULE:FREQ=DAILY;UNTIL=${until}`,
      ),
    );
  expect(read(nightly("20261203T005959Z"))).toHaveLength(1);
  expect(read(nightly("20261203T010000Z"))).toHaveLength(2);
  expect(read(nightly("20261203"))).toHaveLength(3);
});

test("further dates and periods are read, and the same start twice is one", () => {
  const text = file(
    event(
      "UID:1",
      "DTSTART:20261201T090000Z",
      "DURATION:PT1H",
      "RDATE:20261205T090000Z,20261201T090000Z",
      "RDATE;VALUE=PERIOD:20261206T090000Z/PT2H,20261207T090000Z/20261207T120000Z",
    ),
  );
  expect(read(text)).toEqual([
    "2026-12-01T09:00 2026-12-01T10:00",
    "2026-12-05T09:00 2026-12-05T10:00",
    "2026-12-06T09:00 2026-12-06T11:00",
    "2026-12-07T09:00 2026-12-07T12:00",
  ]);
});

const windowsZone = [
  "BEGIN:VTIMEZONE",
  "TZID:Eastern Standard Time",
  "BEGIN:STANDARD",
  "DTSTART:16010101T020000",
  "TZOFFSETFROM:-0400",
  "TZOFFSETTO:-0500",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:16010101T020000",
  "TZOFFSETFROM:-0500",
  "TZOFFSETTO:-0400",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];

test("a zone that only the file knows is read as it says, through both changes of its clock", () => {
  for (const [local, expected] of [
    ["20261201T090000", "2026-12-01T14:00"],
    ["20270314T015900", "2027-03-14T06:59"],
    ["20270314T023000", "2027-03-14T07:30"],
    ["20270314T030000", "2027-03-14T07:00"],
    ["20270701T090000", "2027-07-01T13:00"],
    ["20271107T013000", "2027-11-07T05:30"],
    ["20271107T020000", "2027-11-07T07:00"],
  ]) {
    const text = file(...windowsZone, event("UID:1", `DTSTART;TZID=Eastern Standard Time:${local}`, "DURATION:PT1H"));
    expect([local, read(text)[0]?.slice(0, 16)]).toEqual([local, expected]);
    const standard = text.replaceAll("Eastern Standard Time", "America/New_York");
    expect(read(standard)).toEqual(read(text));
  }
});

test("one bad event costs itself alone, and it is said", () => {
  const text = file(
    event("UID:1", "DTSTART:20261201T090000Z", "DURATION:PT1H", "RRULE:FREQ=SOMETIMES"),
    event("UID:2", "DTSTART:tomorrow", "DURATION:PT1H"),
    event("UID:3", "DTSTART:20261203T090000Z", "DURATION:PT1H", "DTSTART", "SUMMARY;;;broken"),
    event("UID:4", "DTSTART:20261204T090000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYHOUR=9;COUNT=2;"),
    event("UID:5", "DTSTART:20261205T090000Z", "DURATION:PT1H", "RRULE:FREQ=YEARLY;BYWEEKNO=49"),
  );
  const { times, warning } = busyTimes(text, window);
  expect(times).toHaveLength(5);
  expect(warning).toBe(
    "1 events could not be read. Of some recurring events only the first is known: FREQ must be one of DAILY, WEEKLY, MONTHLY, YEARLY. Of some recurring events only the first is known: BYWEEKNO is not supported.",
  );
});

test("of an event that stands there twice the later version counts", () => {
  const text = file(
    event("UID:1", "SEQUENCE:2", "DTSTART:20261202T090000Z", "DURATION:PT1H"),
    event("UID:1", "SEQUENCE:1", "DTSTART:20261201T090000Z", "DURATION:PT1H"),
  );
  expect(read(text)).toEqual(["2026-12-02T09:00 2026-12-02T10:00"]);
});

test.each([
  ["<!doctype html><title>Sign in</title>", "There is no calendar in it."],
  ["", "There is no calendar in it."],
  ["BEGIN:VCARD\r\nUID:1\r\nEND:VCARD", "There is no calendar in it."],
  ["BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1", "It is not a calendar that can be read."],
])("%j is no calendar", (text, sentence) => {
  expect(() => busyTimes(text, window)).toThrow(new RangeError(sentence));
});

test("a calendar that never ends is refused by what it asks for", () => {
  const everyMinute = Array.from({ length: 6 }, (_, index) =>
    event(`UID:${index}`, `DTSTART:2026120${index + 1}T090000Z`, "DURATION:PT1H", "RRULE:FREQ=DAILY"),
  );
  expect(() => busyTimes(file(...everyMinute), window)).toThrow("It has more than 2000 busy times within a year.");
  const many = Array.from({ length: 2_001 }, (_, index) =>
    event(`UID:${index}`, "DTSTART:20261201T090000Z", "RRULE:FREQ=DAILY"),
  );
  expect(() => busyTimes(file(...many), window)).toThrow("It has more than 2000 recurring events.");
});

// What each of these would cost without the limits is minutes, or for ever.
test.each([
  ["parameters", file(`DTSTART${";A=B".repeat(400_000)}:20261201T090000Z`)],
  ["nesting", "BEGIN:VCALENDAR\r\n".repeat(100_000)],
  ["folding", file(`SUMMARY:${"\r\n a".repeat(400_000)}`)],
  ["long lists", file(event("UID:1", "DTSTART:20261201T090000Z", `EXDATE:${"20261201T090000Z,".repeat(100_000)}`))],
  [
    "old counts",
    file(
      ...Array.from({ length: 1_900 }, (_, index) =>
        event(
          `UID:${index}`,
          "DTSTART:19700101T090000Z",
          "DURATION:PT1H",
          "RRULE:FREQ=DAILY;COUNT=1000;BYMONTH=2;BYMONTHDAY=-31",
        ),
      ),
    ),
  ],
  [
    "impossible days",
    file(
      ...Array.from({ length: 1_900 }, (_, index) =>
        event(
          `UID:${index}`,
          "DTSTART:19900101T090000Z",
          "DURATION:P9999W",
          "RRULE:FREQ=DAILY;BYMONTHDAY=-31;BYMONTH=2",
        ),
      ),
    ),
  ],
  [
    "far years",
    file(
      ...Array.from({ length: 9_000 }, (_, index) =>
        event(`UID:${index}`, `DTSTART;TZID=Europe/Berlin:${String(1000 + index).padStart(4, "0")}0101T090000`),
      ),
    ),
  ],
])("a file made to keep us busy with %s does not", (_, text) => {
  const before = process.cpuUsage();
  try {
    busyTimes(text, window);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
  }
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(4_000);
});
