import type { Slot } from "@foyer/sdk";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { byDate, createTimes, daysOf, firstFree, questions, type TimesQuestion } from "./state.ts";

const slot = (local_start: string): Slot => ({
  starts_at: new Date(local_start).toISOString(),
  ends_at: new Date(Date.parse(local_start) + 3_600_000).toISOString(),
  local_start,
  vacancies: 2,
  price: 0,
  currency: "EUR",
});

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-21T12:00:00Z"), toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function times(free: string[], wanted?: string) {
  const asked: TimesQuestion[] = [];
  const ask = async (question: TimesQuestion) => {
    asked.push(question);
    const inside = free.filter((at) => at.slice(0, 10) >= question.from && at.slice(0, 10) <= question.to);
    return { days: [{ slots: inside.map(slot) }] };
  };
  return { asked, free, times: createTimes({ venueZone: "UTC", horizon: 120, wanted, ask }) };
}

describe("times", () => {
  it("ask for a month at once, and in another zone for its edges too, 31 days at most each", () => {
    expect(questions("2026-11", "UTC", "UTC")).toEqual([{ from: "2026-11-01", to: "2026-11-30", time_zone: "UTC" }]);
    expect(questions("2026-12", "Asia/Tokyo", "UTC")).toEqual([
      { from: "2026-11-30", to: "2026-12-15", time_zone: "Asia/Tokyo" },
      { from: "2026-12-16", to: "2027-01-01", time_zone: "Asia/Tokyo" },
    ]);
  });

  it("put slots under the date they have where they are read", () => {
    const days = byDate([slot("2026-11-30T23:00:00+09:00"), slot("2026-12-01T01:00:00+09:00")], "2026-12");
    expect(Object.keys(days)).toEqual(["2026-12-01"]);
    expect(firstFree(days, "2026-12-24")).toBe("2026-12-01");
    expect(firstFree({})).toBeUndefined();
  });

  it("start with the first free day, months ahead if need be", async () => {
    const { times: near } = times(["2026-11-23T09:00:00Z", "2026-11-24T09:00:00Z"]);
    await near.showMonth("2026-11");
    expect(near.store.get()).toMatchObject({ month: "2026-11", date: "2026-11-23", full: false });
    const { times: far, asked } = times(["2027-01-05T09:00:00Z"]);
    await far.showMonth("2026-11");
    expect(far.store.get()).toMatchObject({ month: "2027-01", date: "2027-01-05" });
    expect(asked.map(({ from }) => from)).toEqual(["2026-11-01", "2026-12-01", "2027-01-01"]);
  });

  it("start with the wanted day where it is free", async () => {
    const { times: wanted } = times(["2026-11-23T09:00:00Z", "2026-12-24T09:00:00Z"], "2026-12-24");
    await wanted.showMonth("2026-11");
    expect(wanted.store.get()).toMatchObject({ month: "2026-12", date: "2026-12-24" });
  });

  it("say that nothing is free only after looking up to the horizon", async () => {
    const { times: none, asked } = times([]);
    await none.showMonth("2026-11");
    expect(none.store.get().full).toBe(true);
    expect(asked.at(-1)?.from).toBe("2027-03-01");
  });

  it("keep the chosen day over a reload while it still has slots", async () => {
    const { times: some, free } = times(["2026-11-23T09:00:00Z", "2026-11-24T09:00:00Z"]);
    await some.showMonth("2026-11");
    some.select("2026-11-24");
    await some.reload();
    expect(some.store.get().date).toBe("2026-11-24");
    free.pop();
    await some.reload();
    expect(some.store.get().date).toBe("2026-11-23");
  });

  it("throw away answers that come after a change of mind, and can be asked again after a failure", async () => {
    const waiting: ((slots: Slot[]) => void)[] = [];
    const slow = createTimes({
      venueZone: "UTC",
      horizon: 5,
      ask: () => new Promise((resolve) => waiting.push((slots) => resolve({ days: [{ slots }] }))),
    });
    const first = slow.showMonth("2026-11");
    const second = slow.reload();
    waiting[1]?.([slot("2026-11-25T09:00:00Z")]);
    await second;
    waiting[0]?.([slot("2026-11-22T09:00:00Z")]);
    await first;
    expect(Object.keys(daysOf(slow.store.get()) ?? {})).toEqual(["2026-11-25"]);

    let broken = true;
    const flaky = createTimes({
      venueZone: "UTC",
      horizon: 5,
      ask: async () => {
        if (broken) throw new Error("no network");
        return { days: [{ slots: [slot("2026-11-22T09:00:00Z")] }] };
      },
    });
    await flaky.showMonth("2026-11");
    expect(flaky.store.get().months["2026-11"]).toMatchObject({ failed: expect.any(Error) });
    broken = false;
    await flaky.reload();
    expect(flaky.store.get().date).toBe("2026-11-22");
  });
});
