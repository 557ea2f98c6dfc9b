import { describe, expect, it } from "vitest";
import { patched, placeOf } from "./router.ts";

const place = (path: string) => placeOf(new URL(path, "https://foyer.test"));

describe("the router", () => {
  it("finds the place below the base", () => {
    expect(place("/portal")?.path).toBe("/");
    expect(place("/portal/")?.path).toBe("/");
    expect(place("/portal/tickets/tkt_1/")?.path).toBe("/tickets/tkt_1");
    expect(place("/portal/tickets?status=open")?.query.get("status")).toBe("open");
  });

  it("leaves other addresses of the origin alone", () => {
    expect(place("/portals")).toBeUndefined();
    expect(place("/docs")).toBeUndefined();
  });

  it("changes parts of a query and drops empty ones", () => {
    const query = new URLSearchParams("status=open&q=a");
    expect(patched(query, { q: undefined, tag: "vip" })).toBe("?status=open&tag=vip");
    expect(patched(query, { q: undefined, status: "" })).toBe("");
    expect(`${query}`).toBe("status=open&q=a");
  });
});
