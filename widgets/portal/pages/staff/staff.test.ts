import { expect, it } from "vitest";
import type { Shift } from "../../../../sdk/index.ts";
import * as closure from "./closure.ts";
import { draftOf, freshShift, inputOf, moved, ruleOf, weekOf, wrongIn } from "./shift.ts";

const zone = "America/New_York";
const shift = {
  id: "shf_1",
  member_id: "mem_1",
  venue_id: "ven_1",
  starts_at: "2026-11-01T02:00:00.000Z",
  ends_at: "2026-11-01T11:00:00.000Z",
  notes: null,
} as Shift;

it("lays out weeks from any first day", () => {
  expect(weekOf("2026-11-21", 1).at(0)).toBe("2026-11-16");
  expect([weekOf("2026-11-22", 7)[0], weekOf("2026-11-22", 1)[6]]).toEqual(["2026-11-22", "2026-11-22"]);
});

it("keeps the wall time of a shift over midnight and a change of clocks", () => {
  const draft = draftOf(shift, zone);
  expect(draft).toMatchObject({ date: "2026-10-31", from: "22:00", to: "06:00", repeat: "never" });
  expect(inputOf(draft, zone)).toMatchObject({ starts_at: shift.starts_at, ends_at: shift.ends_at, recurrence: null });
  expect(moved(shift, zone, "2026-11-02", "mem_2")).toEqual({
    member_id: "mem_2",
    starts_at: "2026-11-03T03:00:00.000Z",
    ends_at: "2026-11-03T11:00:00.000Z",
  });
});

it("says a series as a rule that has its first day in it", () => {
  const draft = freshShift("mem_1", "2026-11-18", "2026-11-20", null);
  expect(ruleOf(draft)).toBe("FREQ=DAILY;UNTIL=20261120");
  expect(ruleOf({ ...draft, repeat: "weekly", days: ["monday"], until: "2026-12-31" })).toBe(
    "FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261231",
  );
  expect(wrongIn({ ...draft, until: "2026-11-17", to: "" })).toEqual({ "/until": "untilWrong", "/to": "missing" });
});

it("closes whole days up to the midnight after the last, and hours as they are said", () => {
  const draft = { ...closure.freshClosure("2026-10-31"), to: "2026-11-01", venue_ids: ["ven_1"] };
  expect(closure.inputOf(draft, zone)).toMatchObject({
    starts_at: "2026-10-31T04:00:00.000Z",
    ends_at: "2026-11-02T05:00:00.000Z",
  });
  const hours = { ...draft, whole: false, to: draft.from, start: "09:00", end: "09:00" };
  expect(closure.wrongIn(hours)).toEqual({ "/end": "endWrong" });
  expect(closure.wrongIn({ ...draft, venue_ids: [], to: "2026-10-30" })).toEqual({
    "/to": "endWrong",
    "/venue_ids": "whatMissing",
  });
});
