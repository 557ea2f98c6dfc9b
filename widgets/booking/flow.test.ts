import { describe, expect, it } from "vitest";
import { type Entry, googleLink, toIcs } from "./calendar-entry.ts";
import {
  clock,
  countdown,
  type Details,
  fittingParty,
  flaws,
  heldUntil,
  type Kept,
  priceFor,
  refusedFields,
  stillMeant,
  toInput,
} from "./flow.ts";

const now = Date.parse("2026-11-21T09:00:00Z");
const minute = 60_000;
const ada: Details = { name: " Ada ", email: "ada@example.com", phone: "", notes: "", agreed: false };
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

describe("a booking", () => {
  it("fits its party into what the resource takes, and prices it per place or as a whole", () => {
    expect([0, 3, 9].map((party) => fittingParty({ min_party: 2, max_party: 6 }, party))).toEqual([2, 3, 6]);
    expect(priceFor({ price: 500, price_per: "place" }, 3)).toBe(1500);
    expect(priceFor({ price: 500, price_per: "booking" }, 3)).toBe(500);
  });

  it("needs a name, an address, and consent where there are terms", () => {
    expect(flaws(ada, false)).toEqual([]);
    expect(flaws(ada, true)).toEqual(["agreed"]);
    expect(flaws({ ...ada, name: " ", email: "ada@", phone: "12" }, false)).toEqual(["name", "email", "phone"]);
    expect(refusedFields([{ pointer: "/contact/phone" }, { pointer: "/party" }])).toEqual(["phone"]);
  });

  it("sends what was said and nothing else", () => {
    const wish = { resourceId: "res_1", party: 2, slot, hold: undefined, details: ada, terms: undefined };
    expect(toInput(wish)).toEqual({
      resource_id: "res_1",
      starts_at: slot.starts_at,
      party: 2,
      contact: { name: "Ada", email: "ada@example.com" },
    });
    const agreed = toInput({ ...wish, details: { ...ada, notes: "Window" }, terms: { text: "…", version: 3 } });
    expect(agreed).toMatchObject({ notes: "Window", answers: { accepted_terms_version: "3" } });
  });
});

describe("the calendar file", () => {
  const entry: Entry = {
    id: "bkg_1",
    resource_name: "Kayak, sunrise; with coffee",
    starts_at: slot.starts_at,
    ends_at: slot.ends_at,
    version: 3,
    updated_at: "2026-11-21T09:00:00.000Z",
    status: "confirmed",
    location: "Portland Harbor\n12 Custom House Wharf",
    description: "Reference FY-7K3M9Q\nÄndern oder stornieren: https://foyer.example.com/manage/an-unguessable-token",
    url: "https://foyer.example.com/manage/an-unguessable-token",
  };
  const lines = (text: string) => text.replace(/\r\n /g, "").split("\r\n");

  it("is iCalendar: UTC times, escaped text, lines of at most 75 octets", () => {
    const ics = toIcs(entry);
    expect(lines(ics)).toEqual(
      expect.arrayContaining([
        "BEGIN:VCALENDAR",
        "UID:bkg_1@foyer.example.com",
        "SEQUENCE:2",
        "DTSTAMP:20261121T090000Z",
        "DTSTART:20261128T150000Z",
        "DTEND:20261128T170000Z",
        "SUMMARY:Kayak\\, sunrise\\; with coffee",
        "LOCATION:Portland Harbor\\n12 Custom House Wharf",
        "STATUS:CONFIRMED",
      ]),
    );
    expect(ics).not.toMatch(/[^\r]\n/);
    for (const line of ics.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });

  it("keeps its UID and raises its sequence when the booking moves, and says when it is not certain", () => {
    const moved = lines(toIcs({ ...entry, version: 4, starts_at: "2026-11-29T15:00:00Z", status: "pending" }));
    expect(moved).toEqual(expect.arrayContaining(["UID:bkg_1@foyer.example.com", "SEQUENCE:3", "STATUS:TENTATIVE"]));
  });

  it("has a counterpart at Google", () => {
    const { searchParams } = new URL(googleLink(entry));
    expect(searchParams.get("dates")).toBe("20261128T150000Z/20261128T170000Z");
    expect(searchParams.get("location")).toBe("Portland Harbor, 12 Custom House Wharf");
  });
});
