import { expect, it } from "vitest";
import type { Event } from "../../../../sdk/index.ts";
import { snippet } from "./embed.ts";
import { parts } from "./json.tsx";
import { keyState } from "./key-state.ts";
import { merged, tailSize } from "./tail.ts";

it("writes code that cannot be broken out of", () => {
  const options = {
    widgets: ["booking", "chatButton", "ticket"],
    resource: "res_1",
    locale: "de",
    accent: '"><script>',
    theme: "dark",
  } as const;
  expect(snippet("https://foyer.test", "fy_pk_1", options)).toBe(
    [
      '<script src="https://foyer.test/embed.js" data-key="fy_pk_1" data-chat data-locale="de" data-accent="&quot;>&lt;script>" data-theme="dark" async></script>',
      '<foyer-booking resource-id="res_1" theme="dark"></foyer-booking>',
      '<foyer-ticket theme="dark"></foyer-ticket>',
    ].join("\n"),
  );
});

it("colours JSON without losing any of it", () => {
  const json = JSON.stringify({ a: 'say "1": true', b: [-1.5e3, null, "é"], "c:d": {} }, null, 2);
  const found = parts(json);
  expect(found.map(({ text }) => text).join("")).toBe(json);
  expect(found.filter(({ kind }) => kind === "key").map(({ text }) => text)).toEqual(['"a"', '"b"', '"c:d"']);
  expect(found.filter(({ kind }) => kind === "value").map(({ text }) => text)).toEqual(["-1500", "null"]);
});

it("tells a key that was replaced from one that is revoked", () => {
  const now = Date.parse("2026-11-20T12:00:00Z");
  const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
  expect(keyState({ expires_at: null, revoked_at: null }, now)).toBe("active");
  expect(keyState({ expires_at: at(24), revoked_at: at(0) }, now)).toBe("ending");
  expect(keyState({ expires_at: at(-1), revoked_at: at(-1) }, now)).toBe("revoked");
  expect(keyState({ expires_at: at(-1), revoked_at: null }, now)).toBe("expired");
});

it("keeps the newest events, each once", () => {
  const event = (seq: number) => ({ id: `evt_${seq}`, seq }) as Event;
  const many = Array.from({ length: tailSize + 5 }, (_, at) => event(at));
  const all = merged(many, [event(tailSize + 4), event(tailSize + 9)]);
  expect([all.length, all[0]?.seq, all[1]?.seq]).toEqual([tailSize, tailSize + 9, tailSize + 4]);
});
