import { describe, expect, it } from "vitest";
import { axisOf } from "./axis.ts";
import { spanOf } from "./gesture.ts";
import { closedOn, crowded, entriesOf, lay, type Piece, piecesOn } from "./layout.ts";
import { datesOf, keeps, stepped, validDate } from "./state.ts";
import { booking, resource } from "./testing/booking.ts";
import { instantOf, isoOf, minutesOf, wallOf } from "./zone.ts";

describe("the clock of a zone", () => {
  it("reads and sets the wall clock, also where it jumps", () => {
    expect(wallOf("2026-11-20T14:30:00Z", "America/New_York")).toEqual({ date: "2026-11-20", minutes: 9 * 60 + 30 });
    expect(isoOf("2026-07-01", 540, "America/New_York")).toBe("2026-07-01T13:00:00.000Z");
    // 2026-03-08, 02:00 to 03:00 is skipped: 02:30 is half an hour after the jump.
    expect(isoOf("2026-03-08", 150, "America/New_York")).toBe("2026-03-08T07:30:00.000Z");
    // 2026-11-01, 01:30 comes twice: the first is meant.
    expect(isoOf("2026-11-01", 90, "America/New_York")).toBe("2026-11-01T05:30:00.000Z");
    // Half an hour of daylight saving, and a zone far ahead of UTC.
    for (const zone of ["Australia/Lord_Howe", "Pacific/Kiritimati", "Asia/Kathmandu"]) {
      for (const date of ["2026-01-15", "2026-04-05", "2026-10-04", "2026-12-31"]) {
        expect(wallOf(instantOf(date, 10 * 60, zone), zone)).toEqual({ date, minutes: 600 });
      }
    }
  });

  it("knows minutes of a clock time", () => {
    expect(minutesOf("24:00")).toBe(1440);
    expect(minutesOf("noon")).toBeUndefined();
  });
});

describe("layout", () => {
  it("draws the guests of one tour as one entry, but what was cancelled apart", () => {
    const entries = entriesOf([
      booking({ id: "a" }),
      booking({ id: "b" }),
      booking({ id: "c", status: "cancelled" }),
      booking({ id: "d", resource_id: "res_2" }),
    ]);
    expect(entries.map((entry) => entry.bookings.map(({ id }) => id).join(""))).toEqual(["ab", "c", "d"]);
  });

  it("cuts an entry at midnight of the zone", () => {
    const axis = axisOf([], "America/New_York");
    const entries = entriesOf([booking({ starts_at: "2026-11-21T03:00:00Z", ends_at: "2026-11-21T07:00:00Z" })]);
    expect(piecesOn("2026-11-20", entries, axis)).toMatchObject([{ from: 1320, to: 1440, ends: false }]);
    expect(piecesOn("2026-11-21", entries, axis)).toMatchObject([{ from: 0, to: 120, begins: false }]);
    expect(piecesOn("2026-11-22", entries, axis)).toEqual([]);
    const toMidnight = entriesOf([booking({ starts_at: "2026-11-21T03:00:00Z", ends_at: "2026-11-21T05:00:00Z" })]);
    expect(piecesOn("2026-11-21", toMidnight, axis)).toEqual([]);
  });

  const piece = (from: number, to: number): Piece<string> => ({ of: "", from, to, begins: true, ends: true });

  it("puts what overlaps side by side and lets it widen where there is room", () => {
    const { placed, more } = lay([piece(0, 120), piece(30, 60), piece(60, 120), piece(200, 260)]);
    expect(placed.map(({ from, lane, lanes, span }) => [from, lane, lanes, span])).toEqual([
      [0, 0, 2, 1],
      [30, 1, 2, 1],
      [60, 1, 2, 1],
      [200, 0, 1, 1],
    ]);
    expect(more).toEqual([]);
  });

  it("counts what there is no room for", () => {
    const { placed, more } = lay([piece(0, 60), piece(0, 60), piece(10, 60), piece(20, 60)], 2);
    expect(placed).toHaveLength(2);
    expect(placed.every(({ crowded }) => crowded)).toBe(true);
    expect(more).toEqual([{ from: 10, count: 2 }]);
  });

  it("shades when it is closed, and lets an exception win", () => {
    const hours = [
      { day: "friday", from: "13:00", to: "24:00" },
      { day: "friday", from: "09:00", to: "12:00" },
    ] as const;
    expect(closedOn("2026-11-20", { hours: [...hours], exceptions: [] })).toEqual([
      { from: 0, to: 540 },
      { from: 720, to: 780 },
    ]);
    const exceptions = [{ date: "2026-11-20", hours: [], rrule: null, name: null }];
    expect(closedOn("2026-11-20", { hours: [...hours], exceptions })).toEqual([{ from: 0, to: 1440 }]);
    const seasons = [{ name: "Winter", from: "2026-11-01", to: "2026-12-31", hours: [], start_times: null }];
    expect(closedOn("2026-11-20", { hours: [...hours], seasons, exceptions: [] })).toEqual([{ from: 0, to: 1440 }]);
    expect(closedOn("2026-10-30", { hours: [...hours], seasons, exceptions: [] })).toHaveLength(2);
  });

  it("sees before the drop that there is no room, buffers included", () => {
    const kayak = resource({ buffer_after_minutes: 15 });
    const there = [booking({ id: "x", party: 3, starts_at: "2026-11-20T14:00:00Z", ends_at: "2026-11-20T15:00:00Z" })];
    const moved = booking({ id: "y", party: 2 });
    const span = (time: string) => {
      const start = Date.parse(`2026-11-20T${time}:00Z`);
      return {
        ...spanOf(moved),
        starts_at: `2026-11-20T${time}:00Z`,
        ends_at: new Date(start + 3_600_000).toISOString(),
      };
    };
    const at = (time: string) => crowded(moved, span(time), kayak, there);
    expect([at("14:30"), at("15:00"), at("15:15"), at("12:45"), at("13:00")]).toEqual([true, true, false, false, true]);
    expect(crowded({ ...moved, party: 1 }, span("14:00"), kayak, there)).toBe(false);
    expect(crowded({ ...moved, party: 1, private: true }, span("14:00"), kayak, there)).toBe(true);
  });
});

describe("what is shown", () => {
  it("covers whole weeks", () => {
    expect(datesOf("week", "2026-11-20", 7)).toEqual(
      ["15", "16", "17", "18", "19", "20", "21"].map((day) => `2026-11-${day}`),
    );
    const month = datesOf("month", "2026-11-20", 1);
    expect([month[0], month.at(-1), month.length % 7]).toEqual(["2026-10-26", "2026-12-06", 0]);
  });

  it("steps by what it shows and takes only real dates", () => {
    expect(stepped("month", "2026-01-31", 1)).toBe("2026-02-28");
    expect(stepped("week", "2026-01-01", -1)).toBe("2025-12-25");
    expect([validDate("2026-02-30"), validDate("2026-13-01"), validDate("2028-02-29")]).toEqual([
      undefined,
      undefined,
      "2028-02-29",
    ]);
  });

  it("leaves out what was cancelled unless it is asked for", () => {
    expect([keeps(undefined, "confirmed"), keeps(undefined, "cancelled")]).toEqual([true, false]);
    expect([keeps("any", "cancelled"), keeps("cancelled", "cancelled"), keeps("pending", "confirmed")]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
