import { describe, expect, it } from "vitest";
import { type Problem, ProblemError } from "../../../../sdk/index.ts";
import { choosable, refusalOf } from "./refused.ts";

const refused = (problem: Partial<Problem>) =>
  new ProblemError({ type: "", title: "No", status: 409, code: "slot_unavailable", ...problem }, new Headers());

describe("a refusal", () => {
  it("names the item of a group and the date that could not be had", () => {
    const error = refused({
      item: 1,
      starts_at: "2026-12-12T10:00:00Z",
      reason: "full",
      alternatives: [],
      errors: [{ pointer: "/items/1", detail: "That time is not free." }],
    });
    expect(refusalOf(error)).toEqual({
      item: 1,
      starts_at: "2026-12-12T10:00:00Z",
      fields: {},
      taken: { reason: "full", alternatives: [] },
      code: undefined,
    });
  });

  it("puts errors of an item's fields and of the whole by the name of the field", () => {
    const error = refused({
      code: "validation_failed",
      status: 400,
      errors: [
        { pointer: "/items/2/guests/adult", detail: "Too many." },
        { pointer: "/contact/email", detail: "Not an address." },
      ],
    });
    expect(refusalOf(error)).toMatchObject({ item: 2, fields: { guests: "Too many.", contact: "Not an address." } });
  });

  it("says why a code does not count, and nothing of what is no form's business", () => {
    expect(refusalOf(refused({ code: "promotion_not_valid", reason: "expired" }))).toMatchObject({ code: "expired" });
    expect(refusalOf(refused({ code: "internal", status: 500 }))).toBeUndefined();
    expect(refusalOf(new Error("no"))).toBeUndefined();
  });
});

describe("choosing a time", () => {
  const slot = { starts_at: "2026-12-05T10:00:00Z", ends_at: "2026-12-05T11:00:00Z" };
  it("is staff's own affair where only what is offered stands in the way", () => {
    expect(choosable({ ...slot, reason: "too_soon" })).toBe(true);
    expect(choosable({ ...slot, reason: "full" })).toBe(false);
    expect(choosable({ ...slot, reason: "blocked" })).toBe(false);
  });
});
