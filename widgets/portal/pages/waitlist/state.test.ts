import { describe, expect, it } from "vitest";
import { between, positionsOf } from "./state.ts";

const entry = (id: string, from: string, to = from, more = {}) => ({
  id,
  resource_id: "res_1",
  venue_id: "ven_1",
  from_date: `2026-12-${from}`,
  to_date: `2026-12-${to}`,
  status: "waiting" as const,
  created_at: `2026-11-${id.slice(-2)}T10:00:00Z`,
  ...more,
});

describe("the waitlist", () => {
  it("counts those who came before and would take the same dates", () => {
    const entries = [entry("w03", "05"), entry("w01", "05", "07"), entry("w02", "08"), entry("w04", "07", "09")];
    expect(Object.fromEntries(positionsOf(entries))).toEqual({ w01: 1, w02: 1, w03: 2, w04: 3 });
  });

  it("keeps queues of other resources and venues apart, and who has an offer out", () => {
    const entries = [
      entry("w01", "05", "05", { status: "offered" }),
      entry("w02", "05"),
      entry("w03", "05", "05", { resource_id: "res_2" }),
      entry("w04", "05", "05", { venue_id: "ven_2" }),
      entry("w05", "05"),
    ];
    expect(Object.fromEntries(positionsOf(entries))).toEqual({ w02: 1, w03: 1, w04: 1, w05: 2 });
  });

  it("is narrowed to dates that would do", () => {
    const entries = [entry("w01", "05", "07"), entry("w02", "08")];
    const ids = (from?: string, to?: string) => between(entries, from, to).map(({ id }) => id);
    expect(ids("2026-12-07", "2026-12-07")).toEqual(["w01"]);
    expect(ids("2026-12-06")).toEqual(["w01", "w02"]);
    expect(ids(undefined, "2026-12-04")).toEqual([]);
  });
});
