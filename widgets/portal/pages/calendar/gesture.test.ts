import { describe, expect, it } from "vitest";
import { axisOf, jumpOn } from "./axis.ts";
import { restored } from "./change.ts";
import { drawn, lengthened, movedTo, resizedTo, type Sheet, sameSpan, shifted, spanOf } from "./gesture.ts";
import { booking, resource } from "./testing/booking.ts";
import { isoOf } from "./zone.ts";

const zone = "America/New_York";
const tour = resource();
const cabin = resource({ id: "res_2", name: "Cabin", length_unit: "night" });
const all = [tour, cabin, resource({ id: "res_3", duration_minutes: 90 })];
const resourceOf = (id: string | undefined) => all.find((one) => one.id === id);
const at = (date: string, minutes: number) => isoOf(date, minutes, zone);

function sheetOf(dates: string[], resources: string[] = []): Sheet {
  const columns = resources.length
    ? resources.map((id) => ({ date: dates[0] ?? "", resource: { id } }))
    : dates.map((date) => ({ date }));
  return {
    columns,
    axis: axisOf(
      columns.map(({ date }) => date),
      zone,
    ),
    resourceOf,
  };
}

const nine = spanOf(booking({ starts_at: at("2026-11-17", 540), ends_at: at("2026-11-17", 600) }));

describe("moving", () => {
  const week = sheetOf(["2026-11-16", "2026-11-17", "2026-11-18"]);

  it("snaps to quarters of an hour and keeps the length", () => {
    const moved = movedTo(nine, { column: 1, minutes: 560 }, { column: 2, minutes: 648 }, week);
    expect(moved).toEqual({ resource_id: "res_1", starts_at: at("2026-11-18", 630), ends_at: at("2026-11-18", 690) });
  });

  it("leaves what lies beside the steps where it is while it only goes sideways", () => {
    const odd = { ...nine, starts_at: at("2026-11-17", 550) };
    expect(movedTo(odd, { column: 1, minutes: 560 }, { column: 0, minutes: 563 }, week).starts_at).toBe(
      at("2026-11-16", 550),
    );
  });

  it("stays within the day it is dropped on", () => {
    const up = movedTo(nine, { column: 1, minutes: 560 }, { column: 1, minutes: -90 }, week);
    const down = movedTo(nine, { column: 1, minutes: 560 }, { column: 1, minutes: 1600 }, week);
    expect([up.starts_at, down.starts_at]).toEqual([at("2026-11-17", 0), at("2026-11-17", 1425)]);
  });

  it("can be held by the part that lies on the next day", () => {
    const night = { ...nine, starts_at: at("2026-11-16", 1380), ends_at: at("2026-11-17", 120) };
    const moved = movedTo(night, { column: 1, minutes: 60 }, { column: 2, minutes: 60 }, week);
    expect(moved).toMatchObject({ starts_at: at("2026-11-17", 1380), ends_at: at("2026-11-18", 120) });
  });

  it("takes the length of another resource, and of days and nights the clock times", () => {
    const day = sheetOf(["2026-11-17"], ["res_1", "res_2", "res_3"]);
    const other = movedTo(nine, { column: 0, minutes: 540 }, { column: 2, minutes: 540 }, day);
    expect(other).toEqual({ resource_id: "res_3", starts_at: nine.starts_at, ends_at: at("2026-11-17", 630) });
    // Two nights over the hour that comes twice last an hour longer.
    const stay = { resource_id: "res_2", starts_at: at("2026-10-28", 900), ends_at: at("2026-10-30", 660) };
    const later = shifted(stay, { days: 3, resource: cabin }, zone);
    expect(later).toMatchObject({ starts_at: at("2026-10-31", 900), ends_at: at("2026-11-02", 660) });
    const hours = (span: typeof stay | typeof later) =>
      (Date.parse(span.ends_at) - Date.parse(span.starts_at)) / 3_600_000;
    expect(hours(later) - hours(stay)).toBe(1);
  });
});

describe("resizing and drawing", () => {
  const week = sheetOf(["2026-11-16", "2026-11-17", "2026-11-18"]);

  it("ends where the edge is let go, also on the next day and at midnight, but never before it begins", () => {
    expect(resizedTo(nine, { column: 1, minutes: 641 }, week).ends_at).toBe(at("2026-11-17", 645));
    expect(resizedTo(nine, { column: 1, minutes: 1439 }, week).ends_at).toBe(at("2026-11-18", 0));
    expect(resizedTo(nine, { column: 2, minutes: 60 }, week).ends_at).toBe(at("2026-11-18", 60));
    expect(resizedTo(nine, { column: 0, minutes: 60 }, week).ends_at).toBe(at("2026-11-17", 555));
  });

  it("covers what was drawn over, in either direction", () => {
    const up = drawn({ column: 1, minutes: 655 }, { column: 2, minutes: 607 }, week);
    expect(up).toEqual({ resource_id: undefined, starts_at: at("2026-11-17", 600), ends_at: at("2026-11-17", 660) });
    expect(drawn({ column: 9, minutes: 0 }, { column: 9, minutes: 1 }, week)).toBeUndefined();
  });

  it("goes by minutes that pass and by days of the calendar", () => {
    expect(lengthened(nine, { minutes: -60 }, zone).ends_at).toBe(at("2026-11-17", 555));
    expect(lengthened(nine, { days: 2 }, zone).ends_at).toBe(at("2026-11-19", 600));
    expect(sameSpan(nine, shifted(shifted(nine, { minutes: 15 }, zone), { minutes: -15 }, zone))).toBe(true);
  });
});

describe("days of other lengths", () => {
  it("have room for the hour that comes twice, and none for the one that is skipped", () => {
    const long = sheetOf(["2026-11-01"]);
    expect(long.axis.total).toBe(1500);
    expect(long.axis.hours.map(({ clock }) => clock / 60).slice(0, 3)).toEqual([1, 1, 2]);
    const early = { ...nine, starts_at: "2026-11-01T05:30:00.000Z", ends_at: "2026-11-01T05:45:00.000Z" };
    const second = movedTo(early, { column: 0, minutes: 90 }, { column: 0, minutes: 150 }, long);
    expect(second.starts_at).toBe("2026-11-01T06:30:00.000Z");
    const short = sheetOf(["2026-03-08"]);
    expect([short.axis.total, short.axis.at("2026-03-08", Date.parse(at("2026-03-08", 180)))]).toEqual([1380, 120]);
  });

  it("say what the clock does", () => {
    expect(jumpOn("2026-03-08", zone)).toEqual({ from: 120, minutes: 60 });
    expect(jumpOn("2026-11-01", zone)).toEqual({ from: 60, minutes: -60 });
    expect(jumpOn("2026-11-02", zone)).toBeUndefined();
    expect(jumpOn("2026-09-06", "America/Santiago")).toEqual({ from: 0, minutes: 60 });
  });
});

it("brings back all that a booking loses at another resource", () => {
  const alone = booking({ private: true, add_ons: [{ id: "lunch", quantity: 2 }], guests: { adult: 2 } });
  expect(restored(alone)).toEqual({
    venue_id: "ven_1",
    variant_id: null,
    private: true,
    add_ons: [{ id: "lunch", quantity: 2 }],
    guests: { adult: 2 },
  });
  expect(restored(booking())).toMatchObject({ party: 2 });
});
