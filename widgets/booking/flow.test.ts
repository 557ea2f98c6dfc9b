import type { Resource } from "@foyer/sdk";
import { describe, expect, it } from "vitest";
import {
  asQuery,
  clock,
  contactEntries,
  countdown,
  firstWish,
  fits,
  flaws,
  guestsOf,
  heldUntil,
  type Kept,
  prices,
  sizeOf,
  stillMeant,
  toInput,
} from "./flow.ts";

const now = Date.parse("2026-11-21T09:00:00Z");
const minute = 60_000;
const slot = {
  starts_at: "2026-11-28T15:00:00.000Z",
  ends_at: "2026-11-28T17:00:00.000Z",
  local_start: "2026-11-28T10:00:00-05:00",
  vacancies: 4,
  price: 6900,
  currency: "USD",
};
const kept = (at: number, step: Kept["step"]) => ({ at, step }) as Kept;

describe("what is kept", () => {
  it("is meant for an hour, and a confirmation for ten minutes", () => {
    expect(stillMeant(kept(now - 59 * minute, "details"), now)?.step).toBe("details");
    expect(stillMeant(kept(now - 61 * minute, "details"), now)).toBeUndefined();
    expect(stillMeant(kept(now - 9 * minute, "done"), now)?.step).toBe("done");
    expect(stillMeant(kept(now - 11 * minute, "done"), now)).toBeUndefined();
    expect(stillMeant(undefined, now)).toBeUndefined();
  });
});

describe("a hold", () => {
  it("ends when the API says, unless this browser's clock is plainly wrong", () => {
    expect(heldUntil("2026-11-21T09:10:05Z", now)).toBe(now + 10 * minute + 5000);
    expect(heldUntil("2026-11-21T07:10:00Z", now)).toBe(now + 10 * minute);
    expect(heldUntil("2026-11-21T12:10:00Z", now)).toBe(now + 10 * minute);
  });

  it("counts down in its last three minutes only", () => {
    expect(countdown(now + 181_000, now)).toBeUndefined();
    expect(countdown(now + 180_000, now)).toBe(180);
    expect(countdown(now - 1, now)).toBe(0);
    expect(clock(125)).toBe("2:05");
  });
});

const kayak = {
  id: "res_1",
  min_party: 1,
  max_party: 6,
  price: 500,
  price_per: "place",
  guest_categories: [],
  variants: [],
  questions: [],
} as unknown as Resource;
const tour = {
  ...kayak,
  guest_categories: [
    { id: "adult", name: "Adult", price: 4900, min: 1, max: 4, takes_place: true },
    { id: "child", name: "Child", price: 2500, min: 0, max: 4, takes_place: true },
    { id: "baby", name: "Baby", price: 0, min: 0, max: 2, takes_place: false },
  ],
  questions: [
    { id: "swim", label: "Swim?", kind: "checkbox", required: true, options: [], per: "booking" },
    { id: "weight", label: "Weight", kind: "number", required: true, options: [], per: "guest" },
  ],
} as unknown as Resource;
const say = (key: string) => key;

describe("a wish", () => {
  it("begins with as many as were asked for, as far as they fit", () => {
    const small = { ...kayak, min_party: 2 };
    expect([0, 3, 9].map((party) => firstWish(small, party).party)).toEqual([2, 3, 6]);
    expect(firstWish(tour, 3)).toEqual({ resource_id: "res_1", guests: { adult: 3, child: 0, baby: 0 } });
  });

  it("counts those who take a place, and knows whether they fit", () => {
    const family = { resource_id: "res_1", guests: { adult: 2, child: 3, baby: 2 } };
    expect(sizeOf(tour, family)).toBe(5);
    expect(fits(tour, family)).toBe(true);
    expect(fits(kayak, { resource_id: "res_1", party: 7 })).toBe(false);
  });

  it("spells guests for a query, and leaves out what was not said", () => {
    const query = asQuery({ resource_id: "res_1", guests: { adult: 2, child: 1 }, private: true });
    expect(query).toEqual({ resource_id: "res_1", guests: "adult:2,child:1", private: true });
  });

  it("is priced from what can be chosen", () => {
    expect(prices(kayak)).toEqual([500]);
    expect(prices(tour)).toEqual([4900, 2500]);
    const variants = [
      { id: "a", name: "A", price: null },
      { id: "b", name: "B", price: 900 },
    ];
    expect(prices({ ...kayak, variants })).toEqual([500, 900]);
  });
});

describe("a booking", () => {
  const entries = contactEntries(kayak, say, true);
  const ada = { "/contact/name": " Ada ", "/contact/email": "ada@example.com", "/terms_version": "true" };

  it("needs a name, an address, and consent where there are terms", () => {
    expect(flaws(entries, ada)).toEqual({});
    expect(flaws(entries, {})).toEqual({
      "/contact/name": "needed",
      "/contact/email": "needed",
      "/terms_version": "checkbox",
    });
    const wrong = { ...ada, "/contact/email": "ada@", "/contact/phone": "12" };
    expect(flaws(entries, wrong)).toEqual({ "/contact/email": "mail", "/contact/phone": "tel" });
  });

  it("sends what was said, at its place, and nothing else", () => {
    const wish = { resource_id: "res_1", party: 2, starts_at: slot.starts_at };
    expect(toInput(wish, entries, [], ada, 3)).toEqual({
      ...wish,
      contact: { name: "Ada", email: "ada@example.com" },
      terms_version: 3,
    });
  });

  it("asks each guest by name where something is asked of guests, and keeps their answers apart", () => {
    const wish = { resource_id: "res_1", guests: { adult: 1, child: 1 } };
    const guests = guestsOf(tour, wish, say);
    expect(guestsOf(kayak, wish, say)).toEqual([]);
    const values = {
      ...ada,
      "/answers/swim": "true",
      "/attendees/0/name": "Ada",
      "/attendees/0/answers/weight": "60",
      "/attendees/1/name": "Bo",
      "/attendees/1/answers/weight": "20",
    };
    const said = contactEntries(tour, say, false);
    expect(flaws([...said, ...guests.flatMap((guest) => guest.entries)], values)).toEqual({});
    expect(toInput(wish, said, guests, values)).toMatchObject({
      answers: { swim: "true" },
      attendees: [
        { name: "Ada", guest_category: "adult", answers: { weight: "60" } },
        { name: "Bo", guest_category: "child", answers: { weight: "20" } },
      ],
    });
  });
});
