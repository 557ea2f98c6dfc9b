import { afterEach, expect, it, vi } from "vitest";
import { subjectOf, visitorSession } from "./session.ts";

const signed = (sub: string) => `e30.${btoa(JSON.stringify({ sub }))}.x`;
const problem = (status: number, code: string) =>
  Response.json({ type: "about:blank", title: code, status, code, errors: [] }, { status });

/** An API that hands out visitors by number and takes every identity token but `refused`. */
function answer(refused?: string) {
  const asked: string[] = [];
  let visitors = 0;
  vi.stubGlobal("fetch", async (address: string | URL, init: RequestInit) => {
    const { pathname } = new URL(address);
    const bearer = new Headers(init.headers).get("authorization")?.replace("Bearer ", "");
    asked.push(`${init.method} ${pathname} ${bearer}`);
    if (pathname === "/v1/visitors") {
      visitors += 1;
      const expires_at = new Date(Date.now() + 86_400_000).toISOString();
      return Response.json({ visitor_id: `v${visitors}`, token: `t${visitors}`, expires_at }, { status: 201 });
    }
    if (pathname === "/v1/visitors/identity")
      return `${init.body}`.includes(refused ?? "nothing") ? problem(422, "identity_invalid") : Response.json({});
    return Response.json({ id: "v1", contact: null });
  });
  return asked;
}

let keys = 0;
const session = () => visitorSession({ apiKey: `fy_pk_test_${keys++}`, apiOrigin: "https://desk.test" });
afterEach(() => vi.unstubAllGlobals());

it("tells a refused identity token once, and goes on as whoever was here before", async () => {
  const asked = answer(signed("ada"));
  const own = session();
  own.identify(signed("ada"));
  await expect(own.contact()).rejects.toMatchObject({ code: "identity_invalid" });
  await own.contact();
  expect(asked.filter((one) => one.includes("/identity"))).toHaveLength(1);
  expect(asked.filter((one) => one.startsWith("POST /v1/visitors fy"))).toHaveLength(1);
  expect(asked.at(-1)).toBe("GET /v1/visitors/me t1");
});

it("starts with another visitor for another person, and keeps it for the same one", async () => {
  const asked = answer();
  const own = session();
  for (const who of ["ada", "ada", "eve"]) {
    own.identify(signed(who));
    await own.ensureVisitor();
  }
  const told = asked.filter((one) => one.includes("/identity")).map((one) => one.split(" ").at(-1));
  expect(told).toEqual(["t1", "t1", "t2"]);
});

it("reads whom a token is about, and nothing out of what is none", () => {
  expect(subjectOf(signed("user-7"))).toBe("user-7");
  expect(subjectOf("a.b.c")).toBeUndefined();
  expect(subjectOf("")).toBeUndefined();
});
