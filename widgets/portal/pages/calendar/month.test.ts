import { describe, expect, it } from "vitest";
import { barsOver, lasts } from "./bars.ts";
import { splitBlocks } from "./blocks.ts";
import { outlookOf } from "./vacancies.ts";
import { verdictOf } from "./verdict.ts";
import { isoOf } from "./zone.ts";

const zone = "Europe/Berlin";
const at = (day: number, hour: number) => isoOf(`2026-11-${String(day).padStart(2, "0")}`, hour * 60, zone);
const stay = (key: string, from: number, to: number) => ({ key, starts_at: at(from, 15), ends_at: at(to, 11) });
const dates = ["16", "17", "18", "19", "20", "21", "22"].map((day) => `2026-11-${day}`);

describe("bars", () => {
  it("lie in the first row that is free and tell whether they go on", () => {
    const bars = barsOver(dates, [stay("a", 14, 17), stay("b", 16, 19), stay("c", 18, 25), stay("d", 1, 3)], zone);
    expect(bars.map(({ of, from, to, row, begins, ends }) => [of.key, from, to, row, begins, ends])).toEqual([
      ["a", 0, 1, 0, false, true],
      ["b", 0, 3, 1, true, true],
      ["c", 2, 6, 0, true, false],
    ]);
  });

  it("are what lasts a day, and stays over night", () => {
    expect(lasts(stay("", 16, 17), "night", zone)).toBe(true);
    expect(lasts(stay("", 16, 17), "fixed", zone)).toBe(false);
    expect(lasts({ starts_at: at(16, 9), ends_at: at(17, 9) }, "fixed", zone)).toBe(true);
    // A day that ends at midnight is one day.
    expect(lasts({ starts_at: at(16, 9), ends_at: at(17, 0) }, "day", zone)).toBe(false);
  });
});

it("tells blocks of everything shown from those of a part", () => {
  const shown = [
    { id: "res_1", venue_id: "ven_1" },
    { id: "res_2", venue_id: "ven_1" },
  ];
  const blocks = [
    { venue_ids: ["ven_1"], resource_ids: [] },
    { venue_ids: [], resource_ids: ["res_2"] },
    { venue_ids: ["ven_2"], resource_ids: ["res_9"] },
  ];
  expect(splitBlocks(blocks, shown)).toEqual({ all: [blocks[0]], some: [blocks[1]] });
  expect(splitBlocks(blocks, shown.slice(1)).all).toHaveLength(2);
});

it("is open on a date where anything is", () => {
  const day = (date: string, status: "open" | "limited" | "full" | "closed", vacancies = 0) => ({
    date,
    status,
    vacancies,
    reason: null,
  });
  const outlook = outlookOf([
    { resource_id: "a", venue_id: "v", days: [day("1", "full"), day("2", "closed"), day("3", "closed")] },
    { resource_id: "b", venue_id: "v", days: [day("1", "limited", 2), day("2", "full"), day("3", "closed")] },
  ]);
  expect([...outlook.values()]).toEqual([
    { status: "limited", free: 1, vacancies: 2 },
    { status: "full", free: 0, vacancies: 0 },
    { status: "closed", free: 0, vacancies: 0 },
  ]);
});

it("lets staff book beside the hours, and nobody over others", () => {
  const check = (code: "closed" | "no_start" | "full", passed: boolean) => ({ code, passed });
  expect(verdictOf({ checks: [check("closed", true), check("full", true)] }).kind).toBe("free");
  expect(verdictOf({ checks: [check("closed", false), check("no_start", false), check("full", true)] })).toEqual({
    kind: "unusual",
    failing: ["closed", "no_start"],
  });
  // Where only the end moves, the start is no longer a question.
  expect(verdictOf({ checks: [check("closed", false), check("no_start", false)] }, true).kind).toBe("free");
  expect(verdictOf({ checks: [check("closed", false), check("full", false)] })).toEqual({
    kind: "refused",
    failing: ["full"],
  });
});
