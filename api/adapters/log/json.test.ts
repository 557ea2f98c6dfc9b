import { describe, expect, test } from "vitest";
import { createLog, type LogOptions } from "./json.ts";

const clock = { now: () => Date.UTC(2026, 10, 20, 9, 0, 0, 5) };

function recorder(options: LogOptions = {}) {
  const lines: string[] = [];
  const log = createLog({ pretty: false, clock, write: (line) => lines.push(line), ...options });
  return { log, lines, last: () => JSON.parse(lines.at(-1)!) };
}

test("a line is one JSON object with time, level, message and fields", () => {
  const { log, lines } = recorder();
  log("info", "started\nnow", { port: 8787 });
  expect(lines).toEqual(['{"at":"2026-11-20T09:00:00.005Z","level":"info","message":"started\\nnow","port":8787}']);
});

test("lines below the level are not written", () => {
  const { log, lines } = recorder({ level: "warn" });
  for (const level of ["debug", "info", "warn", "error"] as const) log(level, level);
  expect(lines.map((line) => JSON.parse(line).level)).toEqual(["warn", "error"]);
});

test("a field cannot pose as the time, level or message", () => {
  const { log, last } = recorder();
  log("warn", "true one", { at: "never", level: "debug", message: "forged", kept: 1 });
  expect(last()).toEqual({ at: "2026-11-20T09:00:00.005Z", level: "warn", message: "true one", kept: 1 });
});

describe("secrets", () => {
  test.each([
    ...["token", "access_token", "refreshToken", "client_secret", "SECRET", "password", "passwd", "Authorization"],
    ...["cookie", "set-cookie", "api_key", "apiKey", "private_key", "webhook-signature", "credentials"],
  ])("the value of %s is hidden, however deep", (name) => {
    const { log, lines, last } = recorder();
    log("info", "x", { [name]: "hunter2", list: [{ [name]: { inner: "hunter2" } }] });
    expect(lines[0]).not.toContain("hunter2");
    expect(last()).toMatchObject({ [name]: "[redacted]", list: [{ [name]: "[redacted]" }] });
  });

  test("names that only sound alike, and the absence of a secret, are shown", () => {
    const { log, last } = recorder();
    const fields = { key_id: "key_1", author: "mem_1", has_password: true, token: null };
    log("info", "x", fields);
    expect(last()).toMatchObject(fields);
  });

  test("a key or credential inside a text is hidden", () => {
    const { log, last } = recorder();
    log("error", "refused fy_sk_live_abcDEF123456", {
      note: "sent Authorization: Bearer eyJ.abc-_.def with whsec_MfKQ9r8GKYqrTwjU",
      error: new Error("bad key fy_pk_test_1234567890"),
    });
    expect(JSON.stringify(last())).not.toMatch(/abcDEF|eyJ|MfKQ|1234567890/);
    expect(last().message).toBe("refused [redacted]");
  });
});

test("errors are spelt out with their code and cause", () => {
  const { log, last } = recorder();
  const cause = Object.assign(new Error("disk full"), { code: "ENOSPC" });
  log("error", "failed", { error: new TypeError("no", { cause }) });
  expect(last().error).toMatchObject({
    name: "TypeError",
    message: "no",
    stack: expect.stringContaining("json.test.ts"),
    cause: { name: "Error", message: "disk full", code: "ENOSPC" },
  });
});

test("no value stops the line", () => {
  const { log, last } = recorder();
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  const proxy = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error("no");
      },
    },
  );
  let deep: unknown = "bottom";
  for (let level = 0; level < 50; level++) deep = { deep };
  log("info", "odd", { circle, big: 10n, bytes: new Uint8Array(3), when: new Date(Number.NaN), proxy, deep, fn() {} });
  expect(last()).toMatchObject({
    circle: { self: "[circular]" },
    big: "10",
    bytes: "[3 bytes]",
    when: "[invalid date]",
    proxy: { unreadable: true },
  });
});

test("the pretty form is one line, and nothing in it steers the terminal", () => {
  const { log, lines } = recorder({ pretty: true });
  log("warn", "slow\n\x1b[2Jquery", { path: "/v1/tickets", note: "a\r\nb\u009b31m", token: "hunter2" });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
  const line = lines[0]!.replace(/\x1b\[\d+m/g, "");
  expect(line).toBe('09:00:00.005 warn  "slow\\n\\u001b[2Jquery" path=/v1/tickets note="a\\r\\nb31m" token=[redacted]');
});
