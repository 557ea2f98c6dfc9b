import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { json, serve } from "../testing/server.ts";
import { drift, generate, write } from "./generate.ts";
import { type Model, model } from "./operations.ts";
import { readSpec, type Spec } from "./spec.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const sample = here("../testing/sample.yaml");
const folder = here("../.cache/sample");
let files: Record<string, string>;

beforeAll(async () => {
  files = await generate(sample, "../../core");
  write(files, folder);
});

/** The sample with something changed. */
function changed(change: (spec: Spec) => void): Model {
  const spec = readSpec(sample);
  change(spec);
  return model(spec);
}

describe("methods", () => {
  test("send what their operation says", async () => {
    const { url, received } = await serve(json({ data: [], has_more: false, next_cursor: null }));
    const { areas } = await import(`${folder}/resources.ts`);
    const { engine } = await import("../core/request.ts");
    const foyer = areas(engine({ baseUrl: url, key: "key" }));
    await foyer.auth.sign_in({ email: "a@b.example", password: "x" });
    await foyer.bookings.list({ status: ["pending", "confirmed"] });
    await foyer.bookings.list();
    await foyer.bookings.create({ resource_id: "res_1", starts_at: "now" }, { idempotencyKey: "k" });
    await foyer.bookings.retrieve("bkg/1");
    await foyer.bookings.update("bkg_1", { version: 2 }, { ifMatch: 2 });
    await foyer.bookings.delete("bkg_1", { reason: "double" });
    await foyer.bookings.cancel("bkg_1");
    await foyer.media.create(new Blob(["PNG"], { type: "image/png" }));
    await (await foyer.media.content("med_1", { signature: "s" })).text();
    await foyer.sessions.revoke_others();
    await foyer.ops.health();
    expect(received.map(({ method, url, body }) => `${method} ${url} ${body}`.trim())).toEqual([
      'POST /v1/auth/sign-in {"email":"a@b.example","password":"x"}',
      "GET /v1/bookings?status=pending&status=confirmed",
      "GET /v1/bookings",
      'POST /v1/bookings {"resource_id":"res_1","starts_at":"now"}',
      "GET /v1/bookings/bkg%2F1",
      'PATCH /v1/bookings/bkg_1 {"version":2}',
      "DELETE /v1/bookings/bkg_1?reason=double",
      "POST /v1/bookings/bkg_1/cancellation {}",
      "POST /v1/media PNG",
      "GET /v1/media/med_1/content?signature=s",
      "DELETE /v1/sessions",
      "GET /health",
    ]);
    const without = received.filter(({ headers }) => !headers.authorization).map((request) => request.url);
    expect(without).toEqual(["/v1/auth/sign-in", "/v1/media/med_1/content?signature=s", "/health"]);
  });

  test("a cookie is no reason to send the token, and a list without cursor goes on by seq", () => {
    expect(files["resources.ts"]).toContain('e.send("POST", "/v1/auth/refresh", undefined, anonymous(options))');
    expect(files["resources.ts"]).toContain('/messages`, query, options, "after")');
  });

  test("carry the words of the spec, its events and problems, and cannot end their comment early", () => {
    const [, comment] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*create: \(body: T\.BookingsCreateBody/.exec(
      files["resources.ts"]!,
    )!;
    expect(
      comment!
        .replace(/^ *\* ?/gm, "")
        .trim()
        .split("\n\n"),
    ).toEqual([
      "Book a slot.",
      "Takes the places of a hold, or free ones.",
      "A slot is never sold twice: *\\/ one of two callers gets `slot_unavailable`.",
      "`POST /v1/bookings`",
      "Emits `booking.created`.",
      "Problems: `slot_unavailable`, `hold_expired`.",
    ]);
    expect(files["resources.ts"]).toMatch(/@deprecated\s+\*\/\s+delete:/);
  });
});

test("types tell right calls from wrong ones", () => {
  const consumer = `
    import { engine } from "../../core/request.ts";
    import { areas } from "./resources.ts";
    import type { Booking, EventOf, FoyerEvent, ProblemCode } from "./types.ts";
    const foyer = areas(engine({ baseUrl: "http://x" }));
    export const page: { data: Booking[]; next_cursor?: string | null } = await foyer.bookings.list({ limit: 3 });
    for await (const { status } of foyer.bookings.list()) status satisfies "pending" | "confirmed" | "cancelled";
    export const made: Booking = await foyer.bookings.create({ resource_id: "r", starts_at: "s" });
    export const { data, response } = await foyer.bookings.cancel("b").withResponse();
    data.price satisfies number | undefined;
    if (data.booked_by !== null) data.booked_by.kind satisfies "member" | "visitor";
    // @ts-expect-error Nobody may have booked it.
    data.booked_by.kind;
    export const file: Response = await foyer.media.content("m", { signature: "s" });
    export const nothing: void = await foyer.sessions.revoke_others();
    export function on(event: FoyerEvent) {
      if (event.type === "booking.created") event.data.version satisfies number;
      if (event.type === "message.created") event.data.text satisfies string;
      // @ts-expect-error Only what the event carries.
      if (event.type === "message.created") event.data.version;
      // @ts-expect-error An event that does not exist.
      if (event.type === "booking.lost") return;
    }
    export const one = (event: EventOf<"booking.created">) => event.data.id;
    export const code: ProblemCode = "hold_expired";
    // @ts-expect-error The body lacks a member.
    foyer.bookings.create({ resource_id: "r" });
    // @ts-expect-error The query is required.
    foyer.media.content("m");
    // @ts-expect-error No such filter.
    foyer.bookings.list({ colour: "red" });
    // @ts-expect-error JSON is no upload.
    foyer.media.create({ name: "x" });
  `;
  writeFileSync(`${folder}/consumer.ts`, consumer);
  const { config } = ts.readConfigFile(here("../../tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ compilerOptions: config.compilerOptions }, ts.sys, here("../.."));
  const program = ts.createProgram([`${folder}/consumer.ts`], options);
  const found = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  expect(found).toEqual([]);
});

describe("a spec that cannot be rendered is refused with a sentence", () => {
  test("an operation without a name", () => {
    expect(() => changed((spec) => void delete spec.paths["/bookings"]!.get!.operationId)).toThrow(
      'GET /bookings needs an operationId such as "tickets.create".',
    );
  });

  test("a schema in the way of a generated name", () => {
    const schemas = { BookingsCreateBody: {} };
    expect(() => changed((spec) => Object.assign(spec.components!.schemas!, schemas))).toThrow(/rename it/);
  });

  test("a reference to nothing", () => {
    const parameters = [{ $ref: "#/components/parameters/none" }];
    expect(() => changed((spec) => Object.assign(spec.paths["/bookings"]!, { parameters }))).toThrow(
      /points to nothing/,
    );
  });
});

describe("--check", () => {
  test("knows a missing and a changed file", () => {
    expect(drift(files, folder)).toEqual([]);
    expect(drift({ "types.ts": "changed", "none.ts": "", "resources.ts": files["resources.ts"]! }, folder)).toEqual([
      "types.ts",
      "none.ts",
    ]);
  });

  test("fails with one sentence, and passes once written", () => {
    const root = mkdtempSync(here("../.cache/check-"));
    onTestFinished(() => rmSync(root, { recursive: true }));
    const run = (...args: string[]) =>
      execFileSync(process.execPath, [here("generate.ts"), sample, root, ...args], { stdio: "pipe" });
    expect(() => run("--check")).toThrow(
      /is not what .*sample\.yaml says \(types\.ts, resources\.ts\): run `npm run sdk`\./,
    );
    run();
    expect(readFileSync(`${root}/types.ts`, "utf8")).toBe(files["types.ts"]);
  });
});
