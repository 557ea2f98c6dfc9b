import { describe, expect, it } from "vitest";
import { mostViews, normalised, readViews, viewOf, withView } from "./saved-views.ts";

describe("saved views", () => {
  it("are the same whatever order their filters were chosen in", () => {
    expect(normalised("to=2026-12-01&status=pending&q=")).toBe(normalised("status=pending&to=2026-12-01"));
    const views = withView([], "Waiting", "status=pending&venue=ven_1");
    expect(viewOf(views, new URLSearchParams("venue=ven_1&status=pending"))?.name).toBe("Waiting");
    expect(viewOf(views, "status=pending")).toBeUndefined();
  });

  it("are replaced by name and stay few", () => {
    const one = withView([], "Mine", "status=pending");
    expect(withView(one, " mine ", "status=confirmed")).toEqual([{ name: "mine", query: "status=confirmed" }]);
    let many = one;
    for (let at = 0; at < mostViews; at++) many = withView(many, `View ${at}`, "");
    expect(many).toHaveLength(mostViews);
    expect(many.some((view) => view.name === "Mine")).toBe(false);
  });

  it("survive a storage that holds something else", () => {
    expect(readViews({ no: "list" })).toEqual([]);
    expect(readViews([null, { name: 1 }, { name: "a", query: "b=c" }])).toEqual([{ name: "a", query: "b=c" }]);
  });
});
