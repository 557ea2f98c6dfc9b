import { describe, expect, it } from "vitest";
import type { Resource } from "../../../../sdk/index.ts";
import { parseScaled } from "../../parts/scaled.ts";
import { barredFor, freshAsked, questionOf } from "./asked.ts";
import { conditionsFor, conditionsIn, freshCondition, withCondition, withoutCondition } from "./conditions.ts";
import {
  changesOf,
  type Draft,
  draftOf,
  freshDraft,
  inputOf,
  sectionOf,
  withCurrency,
  withUnit,
  wrongIn,
} from "./draft.ts";
import { copiedToAll, nextWindow, withWindows, wrongWindows } from "./hours.ts";
import { slugOf, withIds } from "./ids.ts";
import { amountOf, minorOf } from "./money.ts";
import { movedTo, repeatOf, repeatsOf, ruleOf, wrongExceptions } from "./repeats.ts";

describe("money", () => {
  it("knows each currency's digits", () => {
    expect([minorOf("49", "USD"), minorOf("49,5", "EUR"), minorOf("0.07", "USD"), minorOf("500", "JPY")]).toEqual([
      4900, 4950, 7, 500,
    ]);
    expect(minorOf("1.234", "KWD")).toBe(1234);
    expect([minorOf("1.234", "USD"), minorOf("1.5", "JPY"), minorOf("-1", "USD"), minorOf("", "USD")]).toEqual(
      Array(4).fill(undefined),
    );
    expect([amountOf(4900, "USD"), amountOf(500, "JPY"), amountOf(1234, "KWD")]).toEqual(["49.00", "500", "1.234"]);
  });

  it("tells empty from wrong, and takes a sign only where it may", () => {
    expect([
      parseScaled("", { optional: true }),
      parseScaled(" "),
      parseScaled("1e3"),
      parseScaled("99999999999999999"),
    ]).toEqual([null, Number.NaN, Number.NaN, Number.NaN]);
    expect([
      parseScaled("-12,5", { digits: 2, signed: true }),
      parseScaled("-1"),
      parseScaled("-0", { signed: true }),
    ]).toEqual([-1250, Number.NaN, 0]);
  });
});

describe("hours", () => {
  it("keeps the order of the week and says what is wrong", () => {
    const hours = withWindows([{ day: "sunday", from: "10:00", to: "12:00" }], "monday", [
      { from: "09:00", to: "24:00" },
    ]);
    expect(hours.map(({ day }) => day)).toEqual(["monday", "sunday"]);
    expect(copiedToAll(hours, "monday").map(({ day, to }) => `${day} ${to}`)).toEqual(["monday 24:00", "sunday 24:00"]);
    expect(wrongWindows([{ from: "09:00", to: "09:00" }])).toBe("order");
    expect(wrongWindows([{ from: "", to: "09:00" }])).toBe("empty");
    expect(
      wrongWindows([
        { from: "13:00", to: "17:00" },
        { from: "09:00", to: "13:30" },
      ]),
    ).toBe("overlap");
    expect(nextWindow([{ from: "09:00", to: "20:00" }])).toEqual({ from: "21:00", to: "24:00" });
  });

  it("knows how exceptions come again", () => {
    // The first Saturday of 2026-08, and the fifth and last of it.
    expect(ruleOf("monthly", "2026-08-01")).toBe("FREQ=MONTHLY;BYDAY=1SA");
    expect(ruleOf("monthly_last", "2026-08-29")).toBe("FREQ=MONTHLY;BYDAY=-1SA");
    expect(repeatsOf("2026-08-29")).toEqual(["never", "yearly", "weekly", "monthly_last", "custom"]);
    const first = { date: "2026-08-01", hours: [], rrule: "FREQ=MONTHLY;BYDAY=1SA", name: null };
    expect(repeatOf(first)).toBe("monthly");
    expect(movedTo(first, "2026-08-09").rrule).toBe("FREQ=MONTHLY;BYDAY=2SU");
    const own = { ...first, rrule: "FREQ=MONTHLY;BYDAY=-1FR;COUNT=6" };
    expect([repeatOf(own), movedTo(own, "2026-08-09").rrule]).toEqual(["custom", own.rrule]);
    expect(wrongExceptions([first, { ...first }])).toBe(true);
    expect(wrongExceptions([first, { ...first, rrule: null }])).toBe(false);
  });
});

const fresh = (patch: Partial<Draft> = {}): Draft => ({ ...freshDraft("ven_1", "USD"), name: "Tour", ...patch });

const resource: Resource = {
  id: "res_1",
  version: 3,
  created_at: "2026-11-01T00:00:00.000Z",
  updated_at: "2026-11-01T00:00:00.000Z",
  ...fresh({ price: 4900, lead_minutes: 60, max_party: 4, capacity: 8 }),
};

describe("a resource in a form", () => {
  it("comes back as it was, and sends only what changed", () => {
    const before = inputOf(draftOf(resource));
    expect(changesOf(inputOf(draftOf(resource)), before)).toEqual({});
    const picture = { media_id: "med_1", name: "a.png", type: "image/png", size: 1, url: "https://x.test/a" } as const;
    const draft = { ...draftOf(resource), price: 5000, lead_minutes: null, category: " ", images: [picture] };
    expect(changesOf(inputOf(draft), before)).toEqual({ price: 5000, lead_minutes: null, images: ["med_1"] });
  });

  it("says where something is wrong, and in which part that is", () => {
    const draft = fresh({
      name: " ",
      capacity: Number.NaN,
      add_ons: [{ id: "a", name: "", price: Number.NaN, per: "booking" }],
      seasons: [{ name: "Summer", from: "2026-06-01", to: "", hours: [] }],
    });
    expect(wrongIn(draft)).toEqual({
      "/name": "missing",
      "/capacity": "wrongNumber",
      "/add_ons/0/price": "wrongNumber",
      "/add_ons/0/name": "missing",
      "/seasons/0/to": "missing",
    });
    expect(Object.keys(wrongIn(draft)).map(sectionOf)).toEqual(
      expect.arrayContaining(["basics", "places", "prices", "time"]),
    );
    expect(sectionOf("/version")).toBeUndefined();
    // Every field of a draft is shown somewhere.
    expect(Object.keys(draft).filter((name) => !sectionOf(`/${name}`))).toEqual([]);
  });

  it("makes sense at once by the night, and in another currency", () => {
    expect(withUnit(fresh(), "night")).toEqual({
      length_unit: "night",
      max_length: 14,
      check_in: "15:00",
      check_out: "11:00",
    });
    expect(withUnit(fresh({ check_in: "10:00", check_out: "16:00" }), "day")).toMatchObject({ check_in: "10:00" });
    const priced = fresh({
      price: 4950,
      variants: [{ id: "half", name: "Half", price: null }],
      deposit: { kind: "amount", value: 1000 },
      price_rules: [
        { id: "a", name: "A", when: { min_party: 5 }, change: { kind: "amount", value: -500 } },
        { id: "b", name: "B", when: { min_party: 5 }, change: { kind: "percent", value: 20 } },
      ],
    });
    expect(withCurrency(priced, "JPY")).toMatchObject({
      currency: "JPY",
      price: 50,
      deposit: { kind: "amount", value: 10 },
      variants: [{ price: null }],
      price_rules: [{ change: { value: -5 } }, { change: { value: 20 } }],
    });
  });
});

describe("lists with ids", () => {
  it("names what is new after what it is called", () => {
    expect(slugOf("Half day, früh", [], "variant")).toBe("half_day_fruh");
    expect([
      slugOf("Adult", ["adult", "adult_2"], "guest"),
      slugOf("大人", [], "guest"),
      slugOf("2nd", [], "guest"),
    ]).toEqual(["adult_3", "guest", "nd"]);
    expect(slugOf("a".repeat(60), [], "guest")).toHaveLength(28);
  });

  it("keeps what others know, and rules follow", () => {
    const rule = {
      id: "r",
      name: "R",
      when: { variant_ids: ["hal", "full"] },
      change: { kind: "set", value: 1 },
    } as const;
    const draft = fresh({
      variants: [
        { id: "full", name: "Full" },
        { id: "hal", name: "Hal" },
      ],
      price_rules: [{ ...rule, when: { variant_ids: ["hal", "full"] } }],
    });
    const renamed = withIds(
      draft,
      "variants",
      [
        { id: "full", name: "Whole" },
        { id: "hal", name: "Half" },
      ],
      ["full"],
    );
    expect(renamed.variants?.map(({ id }) => id)).toEqual(["full", "half"]);
    expect(renamed.price_rules?.[0]?.when).toEqual({ variant_ids: ["half", "full"] });
    const gone = withIds(draft, "variants", [{ id: "full", name: "Full" }], ["full"]);
    expect(gone.price_rules?.[0]?.when).toEqual({ variant_ids: ["full"] });
    expect(withIds(draft, "add_ons", [{ id: "", name: "Lunch", price: 1, per: "guest" }], [])).toEqual({
      add_ons: [{ id: "lunch", name: "Lunch", price: 1, per: "guest" }],
    });
  });
});

describe("conditions of a price rule", () => {
  it("offers what the resource has, each once", () => {
    const draft = fresh({ variants: [{ id: "half", name: "Half" }] });
    const when = freshCondition("weekdays", draft, "2026-11-20");
    expect(conditionsIn(when)).toEqual(["weekdays"]);
    expect(conditionsFor(draft, when)).toEqual([
      "time",
      "dates",
      "party",
      "variant_ids",
      "min_occupancy",
      "days_ahead",
    ]);
    expect(conditionsFor(fresh({ length_unit: "night" }), {})).toContain("min_length");
  });

  it("lets go of one bound, and of both together", () => {
    const when = withCondition({ min_party: 5, weekdays: ["monday"] }, { max_party: 9 });
    expect(withCondition(when, { min_party: null })).toEqual({ weekdays: ["monday"], max_party: 9 });
    expect(withoutCondition(when, "party")).toEqual({ weekdays: ["monday"] });
  });
});

it("asks about guests by their kind, and about lengths only where there are some", () => {
  expect(questionOf(resource, { ...freshAsked(resource), party: 3 })).toEqual({
    slots: { resource_id: "res_1", party: 3 },
    quote: { resource_id: "res_1", party: 3 },
  });
  const cabin: Resource = {
    ...resource,
    length_unit: "night",
    min_length: 2,
    guest_categories: [
      { id: "adult", name: "Adult", price: 1 },
      { id: "child", name: "Child", price: 1 },
    ],
  };
  const asked = { ...freshAsked(cabin), venue_id: "ven_2" };
  expect(questionOf(cabin, asked)).toEqual({
    slots: { resource_id: "res_1", venue_id: "ven_2", guests: "adult:1", length: 2 },
    quote: { resource_id: "res_1", venue_id: "ven_2", guests: { adult: 1 } },
  });
});

it("knows what bars visitors though not members", () => {
  const company = { min_booking_hours: 2, max_booking_days: 7 };
  const now = Date.parse("2026-11-20T12:00:00Z");
  const barred = (patch: Partial<Resource>, starts_at: string, ends_at?: string) =>
    barredFor({ ...resource, lead_minutes: null, horizon_days: 1, ...patch }, company, "UTC", starts_at, ends_at, now);
  expect(barred({}, "2026-11-20T13:59:00Z")).toEqual(["too_soon"]);
  expect(barred({ lead_minutes: 0 }, "2026-11-20T13:59:00Z")).toEqual([]);
  expect([barred({}, "2026-11-21T23:59:00Z"), barred({}, "2026-11-22T00:00:00Z")]).toEqual([[], ["too_far"]]);
  const [from, to] = ["2026-11-21T15:00:00Z", "2026-11-29T15:00:00Z"];
  expect(barred({ length_unit: "night" }, from, to)).toEqual(["wrong_length"]);
  expect(barred({}, from, "2026-11-28T16:00:00Z")).toEqual([]);
});
