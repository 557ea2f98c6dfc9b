import { expect, test } from "vitest";
import { checkFloors, violations } from "./floors.ts";
import { root } from "./root.ts";

test("every import of the house points down", () => {
  expect(checkFloors(root)).toEqual([]);
});

const app = `
  export const capabilities = [
    () => import("./capabilities/contacts/index.ts"),
    () => import("./capabilities/bookings/index.ts"),
  ];
`;

function check(file: string, text: string, more: Record<string, string> = {}): string[] {
  return violations(new Map(Object.entries({ "api/app.ts": app, ...more, [file]: text })));
}

test.each([
  ["api/core/ids.ts", 'import { readFile } from "node:fs";', "core may not know it"],
  ["api/core/ids.ts", 'import type { Clock } from "../ports/clock.ts";', "core may not know it"],
  ["api/ports/mail.ts", 'import { z } from "zod";', "ports may not know it"],
  ["api/kernel/route.ts", 'import { x } from "../capabilities/contacts/index.ts";', "kernel may not know it"],
  ["api/kernel/route.ts", 'import { x } from "../adapters/log/json.ts";', "kernel may not know it"],
  ["api/kernel/route.ts", 'import { x } from "honorary";', "kernel may not know it"],
  ["api/adapters/mail/smtp.ts", 'import { problem } from "../../kernel/index.ts";', "adapters may not know it"],
  ["api/app.ts", 'import { x } from "./adapters/log/json.ts";', "app.ts may not know it"],
  ["api/app.ts", 'export { x } from "./runtime/config.ts";', "app.ts may not know it"],
  ["api/stray.ts", 'import "node:fs";', "no rule covers stray.ts"],
  ["api/runtime/assets.ts", 'import "../../widgets/kit/define.ts";', "the API stands below the SDK and the widgets"],
  ["api/runtime/assets.ts", 'await import("@foyer/sdk");', "the API stands below the SDK and the widgets"],
  ["sdk/index.ts", 'import type { Id } from "../api/core/ids.ts";', "sdk knows the API only"],
  ["sdk/index.ts", 'import "@foyer/widgets";', "the SDK stands below the widgets"],
  ["widgets/chat/element.tsx", 'let x: import("../../api/core/ids.ts").Id;', "widgets knows the API only"],
])("%s: %s is a violation", (file, text, why) => {
  const found = check(file, `// the first line\n${text}`);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(new RegExp(`^${file}:2 imports .*: ${why}`));
});

test.each([
  ["contacts", "../bookings/index.ts", "bookings does not stand before contacts"],
  ["bookings", "../contacts/service.ts", "through their index.ts"],
  ["bookings", "../../kernel/work/unit.ts", "the kernel through its index.ts"],
  ["bookings", "../../adapters/mail/smtp.ts", "a capability may not know it"],
  ["bookings", "../../ports/mail.ts", "as types only"],
  ["bookings", "node:fs", "a capability may not know it"],
  ["bookings", "hono", "a capability may not know it"],
  ["vouchers", "../contacts/index.ts", "vouchers is not listed in api/app.ts"],
])("the capability %s may not import %s", (name, target, why) => {
  const found = check(`api/capabilities/${name}/service.ts`, `import { x } from "${target}";`);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(why);
});

test("what may be imported is let through", () => {
  const bookings = `
    import { eq } from "drizzle-orm";
    import { integer } from "drizzle-orm/sqlite-core";
    import { z } from "zod";
    import { newId } from "../../core/ids.ts";
    import { problem } from "../../kernel/index.ts";
    import type { Mail } from "../../ports/mail.ts";
    import { type Clock } from "../../ports/clock.ts";
    import { contacts } from "../contacts/index.ts";
    import { holds } from "./holds.ts";
    // import "node:fs";
    const text = 'import "node:net"';
  `;
  const more = {
    "api/kernel/route.ts": 'import { Hono } from "hono/tiny"; import "@hono/zod-openapi"; import "./page.ts";',
    "api/adapters/mail/smtp.ts":
      'import "node:net"; import "nodemailer"; import "./safe.ts"; import "../../core/ids.ts";',
    "api/runtime/node.ts": 'import "../app.ts"; import "../adapters/mail/smtp.ts"; import "node:http";',
    "api/capabilities/bookings/bookings.test.ts": 'import "../../testing/app.ts"; import "node:fs";',
    "api/testing/app.ts": 'import "../../sdk/index.ts"; import "../runtime/node.ts";',
    "sdk/index.test.ts": 'import "../api/app.ts";',
    "widgets/chat/element.tsx": 'import "@foyer/sdk"; import "preact";',
  };
  expect(check("api/capabilities/bookings/service.ts", bookings, more)).toEqual([]);
});

test("the Worker may not reach a Node-only adapter, however long the way", () => {
  const more = { "api/adapters/mail/choose.ts": 'export { smtp } from "./smtp.ts";' };
  const worker =
    'import { choose } from "../adapters/mail/choose.ts";\nimport type { Disk } from "../adapters/files/disk.ts";';
  expect(check("api/runtime/worker.ts", worker, more)).toEqual([
    "api/runtime/worker.ts reaches a Node-only adapter: " +
      "api/runtime/worker.ts → api/adapters/mail/choose.ts → api/adapters/mail/smtp.ts",
  ]);
});
