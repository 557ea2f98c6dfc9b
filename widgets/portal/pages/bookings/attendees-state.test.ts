import { describe, expect, it } from "vitest";
import type { Attendee, Resource } from "../../../../sdk/index.ts";
import { attendeesOf, coming, firstDrafts, namesMissing } from "./attendees-state.ts";

const booking = {
  party: 3,
  guests: { adult: 2, child: 1, baby: 1 },
  contact: { name: "Amara Okafor", email: "amara@x.example", phone: null },
};
const resource = {
  guest_categories: ["adult", "child", "baby"].map((id) => ({ id, name: id })),
} as unknown as Pick<Resource, "guest_categories">;

describe("those who come", () => {
  it("are as many as there are people, also those who take no place", () => {
    expect(coming(booking)).toBe(4);
    expect(coming({ party: 2, guests: {} })).toBe(2);
  });

  it("start as everybody who was booked, the first with the name of whoever booked", () => {
    const rows = firstDrafts(booking, resource, []);
    expect(rows.map(({ name, guest_category }) => [name, guest_category])).toEqual([
      ["Amara Okafor", "adult"],
      ["", "adult"],
      ["", "child"],
      ["", "baby"],
    ]);
  });

  it("leave out rows that say nothing, and ask for the name of who has answers", () => {
    const rows = firstDrafts(booking, resource, []);
    expect(namesMissing(rows)).toEqual([]);
    expect(attendeesOf(rows)).toEqual([
      { name: "Amara Okafor", email: "amara@x.example", guest_category: "adult", answers: {} },
    ]);
    const asked = rows.map((row, at) => (at === 2 ? { ...row, answers: { shoe: "34", diet: " " } } : row));
    expect(namesMissing(asked)).toEqual([2]);
  });

  it("stay who they are when they are named already", () => {
    const known = { id: "att_1", name: "Lena", email: null, guest_category: "child", answers: { shoe: "34" } };
    const rows = firstDrafts(booking, resource, [known as unknown as Attendee]);
    expect(attendeesOf(rows)).toEqual([known]);
    expect(namesMissing([{ ...rows[0]!, name: " " }])).toEqual([0]);
  });
});
