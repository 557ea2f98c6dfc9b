import { describe, expect, it } from "vitest";
import type { Booking, Resource } from "../../../../sdk/index.ts";
import {
  askedOf,
  blankDraft,
  type Draft,
  draftOf,
  endOf,
  headsOf,
  lengthOf,
  patchOf,
  placesOf,
  recurrenceOf,
  wishOf,
  withResource,
} from "./draft.ts";

const category = (id: string, more = {}) => ({
  id,
  name: id,
  price: 1000,
  takes_place: true,
  min: 0,
  max: 10,
  ...more,
});
const resource = (more: Partial<Resource> = {}) =>
  ({
    id: "res_1",
    venue_id: "ven_1",
    also_at: [],
    guest_categories: [],
    variants: [],
    add_ons: [],
    min_party: 2,
    max_party: 8,
    length_unit: "fixed",
    duration_minutes: 90,
    min_length: 1,
    max_length: 14,
    check_in: null,
    check_out: null,
    ...more,
  }) as Resource;
const tour = resource({
  guest_categories: [category("adult"), category("child"), category("baby", { takes_place: false })],
});
const cabin = resource({ id: "res_2", length_unit: "night", min_length: 2, check_in: "15:00", check_out: "10:00" });
const at = "2026-12-05T20:00:00.000Z";
const draft = (of: Resource, more: Partial<Draft> = {}) => ({ ...blankDraft(of), ...more });

describe("who comes", () => {
  it("starts with as many as must come at least", () => {
    expect(blankDraft(resource()).party).toBe(2);
    expect(blankDraft(tour).guests).toEqual({ adult: 2, child: 0, baby: 0 });
    const family = resource({ guest_categories: [category("adult", { min: 1 }), category("child", { min: 1 })] });
    expect(blankDraft(family).guests).toEqual({ adult: 1, child: 1 });
  });

  it("counts places without those who take none", () => {
    const coming = draft(tour, { guests: { adult: 2, child: 1, baby: 2 } });
    expect(placesOf(tour, coming)).toBe(3);
    expect(headsOf(tour, coming)).toBe(5);
  });
});

describe("what is wished", () => {
  it("leaves out what goes without saying", () => {
    expect(wishOf(resource(), draft(resource()))).toBeUndefined();
    expect(wishOf(resource(), draft(resource(), { starts_at: at, ends_at: "2026-12-05T21:30:00.000Z" }))).toEqual({
      resource_id: "res_1",
      starts_at: at,
      party: 2,
    });
  });

  it("tells guests by category, add-ons that are taken, the code in capitals, and an end of one's own", () => {
    const wished = draft(tour, {
      venue_id: "ven_2",
      variant_id: "half_day",
      starts_at: at,
      ends_at: "2026-12-05T23:00:00.000Z",
      free: true,
      guests: { adult: 2, child: 0 },
      add_ons: { lunch: 2, photo: 0 },
      code: " winter ",
      private: true,
    });
    expect(wishOf(tour, wished)).toEqual({
      resource_id: "res_1",
      venue_id: "ven_2",
      variant_id: "half_day",
      starts_at: at,
      ends_at: "2026-12-05T23:00:00.000Z",
      guests: { adult: 2 },
      private: true,
      add_ons: [{ id: "lunch", quantity: 2 }],
      promotion_code: "WINTER",
    });
    expect(askedOf(tour, wished)).toEqual({
      resource_id: "res_1",
      venue_id: "ven_2",
      variant_id: "half_day",
      guests: "adult:2",
      private: true,
    });
  });

  it("asks for slots of the length where that is not fixed", () => {
    expect(askedOf(cabin, draft(cabin, { length: 3 }))).toMatchObject({ length: 3, party: 2 });
  });

  it("is the same of another resource as far as that has it", () => {
    const other = resource({ id: "res_3", guest_categories: [category("adult")], min_party: 1 });
    const next = withResource(
      draft(tour, { guests: { adult: 3, child: 1 }, starts_at: at, add_ons: { lunch: 1 } }),
      other,
    );
    expect(next).toMatchObject({ resource_id: "res_3", guests: { adult: 3 }, starts_at: at, add_ons: {} });
  });

  it("recurs by the week", () => {
    expect(recurrenceOf({ weeks: 1 })).toBeUndefined();
    expect(recurrenceOf({ weeks: 6 })).toBe("FREQ=WEEKLY;COUNT=6");
  });
});

describe("how long", () => {
  it("ends nights at check-out, also over a change of the clocks", () => {
    const nights = { length: 3, variant_id: null };
    expect(endOf(cabin, nights, "2026-03-06T20:00:00.000Z", "America/New_York")).toBe("2026-03-09T14:00:00.000Z");
    expect(endOf(cabin, nights, "2026-06-06T19:00:00.000Z", "America/New_York")).toBe("2026-06-09T14:00:00.000Z");
  });

  it("counts days with the first, hours as they pass, and a variant's own minutes", () => {
    const boat = resource({ length_unit: "day", check_out: "18:00" });
    expect(endOf(boat, { length: 2, variant_id: null }, "2026-12-05T09:00:00.000Z", "UTC")).toBe(
      "2026-12-06T18:00:00.000Z",
    );
    const room = resource({ length_unit: "hour" });
    expect(endOf(room, { length: 1.5, variant_id: null }, at, "UTC")).toBe("2026-12-05T21:30:00.000Z");
    const short = resource({ variants: [{ id: "short", duration_minutes: 30 }] as Resource["variants"] });
    expect(endOf(short, { length: 1, variant_id: "short" }, at, "UTC")).toBe("2026-12-05T20:30:00.000Z");
  });

  it("is read back from a booking", () => {
    const stay = { starts_at: "2026-03-06T20:00:00.000Z", ends_at: "2026-03-09T14:00:00.000Z" };
    expect(lengthOf(cabin, stay, "America/New_York")).toBe(3);
  });
});

describe("changing a booking", () => {
  const booking = {
    resource_id: "res_1",
    venue_id: "ven_1",
    variant_id: null,
    party: 2,
    guests: { adult: 2 },
    private: false,
    starts_at: at,
    ends_at: "2026-12-05T21:30:00.000Z",
    add_ons: [{ id: "lunch", quantity: 1 }],
    promotion_code: "WINTER",
  } as Booking & object;

  it("sends nothing where nothing was changed", () => {
    expect(patchOf(booking, tour, draftOf(booking, tour, "UTC"))).toEqual({});
  });

  it("sends what is to be another, and null for a code that is taken away", () => {
    const before = draftOf(booking, tour, "UTC");
    const after = { ...before, guests: { ...before.guests, child: 1 }, add_ons: {}, code: "" };
    expect(patchOf(booking, tour, after)).toEqual({
      guests: { adult: 2, child: 1 },
      add_ons: [],
      promotion_code: null,
    });
  });

  it("says the end with every other start, also where it stays", () => {
    const before = draftOf(booking, tour, "UTC");
    const patch = patchOf(booking, tour, { ...before, starts_at: "2026-12-05T19:00:00.000Z" });
    expect(patch).toEqual({ starts_at: "2026-12-05T19:00:00.000Z", ends_at: booking.ends_at });
  });

  it("says everything anew of another resource", () => {
    const before = draftOf(booking, tour, "UTC");
    expect(patchOf(booking, cabin, { ...before, resource_id: "res_2", private: false, add_ons: {} })).toEqual({
      resource_id: "res_2",
      venue_id: "ven_1",
      variant_id: null,
      private: false,
      add_ons: [],
    });
  });
});
