import { expect, test } from "vitest";
import { readCookie, setCookie } from "./cookie.ts";

function cookieAt(origin: string): string {
  let value = "";
  const settings = { origin, production: true, key: () => new Uint8Array(32) };
  const answer = (_: string, text: string) => {
    value = text;
  };
  setCookie({ settings, now: 0, answer }, "token", "1970-01-01T00:01:00.000Z");
  return value;
}

test("the cookie needs https everywhere but on the own machine", () => {
  const local = "foyer_refresh=token; Max-Age=60; Path=/v1/auth; HttpOnly; SameSite=Strict";
  for (const origin of ["http://localhost:8080", "http://127.0.0.1", "http://[::1]:3000"]) {
    expect(cookieAt(origin)).toBe(local);
  }
  for (const origin of ["https://foyer.example", "http://foyer.example", "http://localhost.evil.example"]) {
    expect(cookieAt(origin)).toBe(`${local}; Secure`);
  }
});

test("the cookie is found among others, and only by its whole name", () => {
  const read = (cookie?: string) => readCookie({ request: { id: "", ip: "", agent: "", header: () => cookie } });
  expect(read("a=1; foyer_refresh=x.y.z; b=2")).toBe("x.y.z");
  expect(read("not_foyer_refresh=x")).toBeUndefined();
  expect(read()).toBeUndefined();
});
