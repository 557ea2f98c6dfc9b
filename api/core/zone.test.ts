import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { localParts, localRfc3339, localToUtc } from "./time.ts";
import { isZone, offsetAt, transitions } from "./zone.ts";

const zones = Intl.supportedValuesOf("timeZone");
const FROM = Date.UTC(2024, 0, 1);
const TO = Date.UTC(2033, 0, 1);
const MINUTE = 60_000;

const offsetByTemporal = (zone: string, ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;

function transitionsByTemporal(zone: string, from: number, to: number): number[] {
  const found: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).getTimeZoneTransition("next");
  while (at && at.epochMilliseconds < to) {
    found.push(at.epochMilliseconds);
    at = at.getTimeZoneTransition("next");
  }
  return found;
}

/** What Temporal makes of a wall time: the earlier and the later reading, equal unless it comes twice. */
function readings(zone: string, wall: Temporal.PlainDateTime) {
  const early = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const late = wall.toZonedDateTime(zone, { disambiguation: "later" });
  const gap = !late.toPlainDateTime().equals(wall);
  return { early: early.epochMilliseconds, late: late.epochMilliseconds, gap };
}

function agrees(zone: string, wall: Temporal.PlainDateTime) {
  const { early, late, gap } = readings(zone, wall);
  const mine = localToUtc(zone, wall.year, wall.month, wall.day, wall.hour * 60 + wall.minute);
  if (gap) expect(mine, `${zone} ${wall}`).toEqual({ at: late, kind: "gap" });
  else if (early === late) expect(mine, `${zone} ${wall}`).toEqual({ at: early, kind: "exact" });
  else expect(mine, `${zone} ${wall}`).toEqual({ at: early, kind: "overlap", second: late });
}

describe("isZone", () => {
  test("knows names, not offsets or nonsense", () => {
    for (const name of ["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "Asia/Calcutta"])
      expect(isZone(name), name).toBe(true);
    for (const name of ["", "+02:00", "-05", "Mars/Phobos", "Europe/Berlin ", "x".repeat(100), "__proto__"])
      expect(isZone(name), name).toBe(false);
  });

  test("an unknown zone has no offset", () => {
    expect(() => offsetAt("Nowhere/Land", 0)).toThrow(RangeError);
  });
});

describe("every zone of the tz database", () => {
  test("has the transitions Temporal knows for 2024 to 2032, and its wall times around them", {
    timeout: 60_000,
  }, () => {
    const seen = new Set<string>();
    for (const zone of zones) {
      const mine = transitions(zone, FROM, TO);
      const kind = mine.map((one) => `${one.at} ${one.before} ${one.after}`).join();
      if (mine.length === 0) {
        expect(offsetAt(zone, FROM), zone).toBe(offsetByTemporal(zone, FROM));
        expect(offsetAt(zone, TO - 1), zone).toBe(offsetByTemporal(zone, TO - 1));
      }
      // One zone of each table is enough.
      if (seen.has(kind)) continue;
      seen.add(kind);
      expect(
        mine.map((one) => one.at),
        zone,
      ).toEqual(transitionsByTemporal(zone, FROM, TO));
      for (const { at, before, after } of mine) {
        expect(offsetByTemporal(zone, at - 1), zone).toBe(before);
        expect(offsetByTemporal(zone, at), zone).toBe(after);
      }
      for (const { at } of [...mine.slice(0, 3), ...mine.slice(-1)]) {
        const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
        for (const minutes of [-121, -61, -60, -59, -30, -1, 0, 1, 29, 30, 59, 60, 61, 120])
          agrees(zone, wall.add({ minutes }));
      }
    }
    expect(seen.size).toBeGreaterThan(30);
  });
});

describe("unusual changes", () => {
  test("negative DST: Dublin's winter is the exception, its offsets are not", () => {
    expect(offsetAt("Europe/Dublin", Date.UTC(2026, 0, 1))).toBe(0);
    expect(offsetAt("Europe/Dublin", Date.UTC(2026, 6, 1))).toBe(60);
  });

  test("Lord Howe moves by half an hour", () => {
    const moves = transitions("Australia/Lord_Howe", Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1));
    expect(moves.map((one) => one.after - one.before)).toEqual([-30, 30]);
  });

  test("Samoa skipped 30 December 2011 whole", () => {
    expect(localToUtc("Pacific/Apia", 2011, 12, 30, 720).kind).toBe("gap");
    expect(localToUtc("Pacific/Apia", 2011, 12, 31, 0)).toEqual({ at: Date.UTC(2011, 11, 30, 10), kind: "exact" });
  });

  test("two changes within three weeks: Cairo around Ramadan 2010", () => {
    const moves = transitions("Africa/Cairo", Date.UTC(2010, 7, 1), Date.UTC(2010, 9, 15));
    expect(moves.map((one) => one.after)).toEqual([120, 180, 120]);
  });

  test("offsets with seconds, long ago", () => {
    expect(offsetAt("Africa/Monrovia", 0)).toBe(-44.5);
    expect(localToUtc("Africa/Monrovia", 1970, 1, 1, 0)).toEqual({ at: 44.5 * MINUTE, kind: "exact" });
  });

  test("a half-open range: a change at its start counts, at its end does not", () => {
    const at = Date.UTC(2026, 2, 8, 7);
    expect(transitions("America/New_York", at, at + 1)).toEqual([{ at, before: -300, after: -240 }]);
    expect(transitions("America/New_York", at - 1, at)).toEqual([]);
    expect(transitions("America/New_York", at, at)).toEqual([]);
  });
});

test("any instant of 1975 to 2045 in any zone reads as in Temporal, and its wall time leads back to it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: Date.UTC(1975, 0, 1) / MINUTE, max: Date.UTC(2045, 0, 1) / MINUTE }),
      (zone, minute) => {
        const ms = minute * MINUTE;
        const theirs = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
        const mine = localParts(zone, ms);
        expect(mine.offset).toBe(theirs.offsetNanoseconds / 60e9);
        expect(localRfc3339(zone, ms)).toBe(theirs.toString({ timeZoneName: "never", fractionalSecondDigits: 0 }));
        const back = localToUtc(zone, mine.year, mine.month, mine.day, mine.hour * 60 + mine.minute);
        expect([back.at, back.second]).toContain(ms);
      },
    ),
    { numRuns: 1500 },
  );
});
