import type { Slot } from "@foyer/sdk";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTimes, lengthTo, type TimesOptions } from "./state.ts";

const slot = (starts_at: string, more: Partial<Slot> = {}) =>
  ({ starts_at, ends_at: starts_at, local_start: starts_at, vacancies: 2, longest: null, price: 0, ...more }) as Slot;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-21T12:00:00Z"), toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function times(free: string[], more: Partial<TimesOptions> = {}) {
  const asked: string[][] = [];
  const made = createTimes({
    venueZone: "UTC",
    horizon: 120,
    span: 60,
    unit: "fixed",
    min: 1,
    step: 1,
    async days(from, to) {
      asked.push([from, to]);
      return free.filter((date) => date >= from && date <= to).map((date) => ({ date, status: "open" as const }));
    },
    slots: async (date) => [slot(`${date}T09:00:00Z`)],
    ...more,
  });
  return { asked, free, times: made, get: made.store.get };
}

describe("times", () => {
  it("start with the first free day, as far ahead as need be", async () => {
    const near = times(["2026-11-23", "2026-11-24"]);
    await near.times.reload();
    expect(near.get()).toMatchObject({ month: "2026-11", date: "2026-11-23", first: "2026-11-23", full: false });
    expect(near.get().slots).toHaveLength(1);
    const far = times(["2027-02-05"]);
    await far.times.reload();
    expect(far.get()).toMatchObject({ month: "2027-02", date: "2027-02-05" });
    expect(far.asked).toEqual([
      ["2026-11-21", "2027-01-19"],
      ["2027-01-20", "2027-03-20"],
    ]);
  });

  it("start with the wanted day where it is free, and with the first where it is not", async () => {
    const { times: wanted, get } = times(["2026-11-23", "2027-02-05"], { wanted: "2027-02-05" });
    await wanted.reload();
    expect(get()).toMatchObject({ month: "2027-02", date: "2027-02-05", first: "2026-11-23" });
    const taken = times(["2026-11-23"], { wanted: "2026-11-24" });
    await taken.times.reload();
    expect(taken.get().date).toBe("2026-11-23");
  });

  it("say that nothing is free only after looking up to the horizon", async () => {
    const { times: none, asked, get } = times([]);
    await none.reload();
    expect(get().full).toBe(true);
    expect(asked.at(-1)?.[1]).toBe("2027-03-21");
  });

  it("keep the chosen day over a reload while it is still free", async () => {
    const { times: some, free, get } = times(["2026-11-23", "2026-11-24"]);
    await some.reload();
    await some.select("2026-11-24");
    await some.reload();
    expect(get().date).toBe("2026-11-24");
    free.pop();
    await some.reload();
    expect(get().date).toBe("2026-11-23");
  });

  it("throw away answers that come after a change of mind, and can be asked again after a failure", async () => {
    const waiting: ((slots: Slot[]) => void)[] = [];
    const slow = times(["2026-11-23", "2026-11-24"], {
      slots: () => new Promise((resolve) => waiting.push(resolve)),
    });
    const first = slow.times.reload();
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    const second = slow.times.select("2026-11-24");
    waiting[1]?.([slot("2026-11-24T10:00:00Z")]);
    await second;
    waiting[0]?.([slot("2026-11-23T10:00:00Z")]);
    await first;
    expect(slow.get().slots?.[0]?.starts_at).toBe("2026-11-24T10:00:00Z");

    let broken = true;
    const flaky = times(["2026-11-23"], {
      slots: async (date) => {
        if (broken) throw new Error("no network");
        return [slot(`${date}T09:00:00Z`)];
      },
    });
    await flaky.times.reload();
    expect(flaky.get().failed).toBeInstanceOf(Error);
    broken = false;
    await flaky.times.reload();
    expect(flaky.get()).toMatchObject({ failed: undefined, date: "2026-11-23" });
  });
});

describe("a length to choose", () => {
  it("counts days with both ends, and nights between them", () => {
    expect(lengthTo("day", "2026-11-27", "2026-11-29")).toBe(3);
    expect(lengthTo("night", "2026-11-27", "2026-11-29")).toBe(2);
  });

  it("stays between the shortest and what is free from there, and is priced", async () => {
    const lengths: (number | undefined)[] = [];
    const { times: van, get } = times(["2026-11-23"], {
      unit: "night",
      min: 2,
      slots: async (date, length) => {
        lengths.push(length);
        return [slot(`${date}T15:00:00Z`, { longest: 4, price: 100 * (length ?? 0) })];
      },
    });
    await van.reload();
    await vi.waitFor(() => expect(get().offer?.price).toBe(200));
    van.setLength(9);
    await vi.waitFor(() => expect(get().offer?.price).toBe(400));
    van.setLength(1);
    await vi.waitFor(() => expect(get()).toMatchObject({ length: 2, offer: { price: 200 } }));
    expect(lengths).toEqual([undefined, 2, 4, 2]);
  });

  it("waits for a start where the length is in hours", async () => {
    const { times: room, get } = times(["2026-11-23"], { unit: "hour", step: 0.5 });
    await room.reload();
    expect(get().picked).toBeUndefined();
    room.pick(slot("2026-11-23T09:00:00Z", { longest: 3 }));
    room.setLength(1.5);
    await vi.waitFor(() => expect(get()).toMatchObject({ length: 1.5, offer: { starts_at: "2026-11-23T09:00:00Z" } }));
  });
});
