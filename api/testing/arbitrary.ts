import fc, { type Arbitrary } from "fast-check";
import type { Schema, Shapes } from "./shapes.ts";

/** Stands for something that exists by the time the request is sent: the `at`-th part of the way through its pool. */
export class Pick {
  readonly pool: string;
  readonly at: number;

  constructor(pool: string, at: number) {
    this.pool = pool;
    this.at = at;
  }
}

export const pick = (pool: string): Arbitrary<Pick> =>
  fc.noBias(fc.nat(999)).map((thousandth) => new Pick(pool, thousandth / 1000));

/** Now and then a value; most of the time nothing. */
export const sometimes = <T>(value: Arbitrary<T>, oneIn: number): Arbitrary<T | undefined> =>
  fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const minute = 60_000;
const start = Date.parse("2026-11-23T12:00:00Z");

/** Mostly the days ahead, on the grid; the rest where clocks jump and calendars end. */
const instants = fc.oneof(
  { weight: 6, arbitrary: fc.nat(4 * 24 * 20).map((n) => new Date(start + n * 15 * minute).toISOString()) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "2026-11-01T01:30:00-04:00",
      "2026-11-01T01:30:00-05:00",
      "2027-03-14T02:30:00-05:00",
      "2027-03-14T07:00:00Z",
      "2026-12-31T23:59:60Z",
      "0001-01-01T00:00:00Z",
      "9999-12-31T23:59:59Z",
      "2026-11-24T09:00:00+14:00",
    ),
  },
);
const dates = fc.oneof(
  fc.nat(40).map((n) => new Date(start + n * 24 * 60 * minute).toISOString().slice(0, 10)),
  fc.constantFrom("2026-11-01", "2027-03-14", "2028-02-29", "2000-01-01", "2199-12-31", "9999-12-31", "0001-01-01"),
);

const words = fc.constantFrom(
  "Kayak",
  "Ada Lovelace",
  "Zoë Øst",
  "北京 港口",
  "שלום עולם",
  "مرحبا",
  "👩‍👩‍👧‍👦 x2",
  "a\u0301e\u0301",
  "\u202egnp.exe",
  "<script>alert(1)</script>",
  "'; drop table bookings; --",
  '"quoted" * OR NEAR(',
  "=1+1",
  "{{name}} {7*7} %s",
  "null",
  "0",
);

/** Fields whose rules say more than their schema. */
const known: Record<string, Arbitrary<unknown>> = {
  time_zone: fc.constantFrom("America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Apia", "UTC"),
  currency: fc.constantFrom("USD", "EUR", "JPY", "BHD"),
  phone: fc.constantFrom("+1 207 555 0134", "+49 30 901820"),
  version: fc.integer({ min: 1, max: 4 }),
  party: fc.integer({ min: 1, max: 4 }),
  capacity: fc.integer({ min: 1, max: 20 }),
  min_party: fc.constant(1),
  max_party: sometimes(fc.integer({ min: 1, max: 3 }), 3),
  hours: fc.constantFrom<unknown[]>(
    [],
    [{ day: "friday", from: "09:00", to: "17:00" }],
    [
      { day: "sunday", from: "00:00", to: "02:30" },
      { day: "sunday", from: "02:30", to: "24:00" },
    ],
  ),
  exceptions: fc.constantFrom<unknown[]>([], [{ date: "2026-12-04", hours: [], name: "Closed" }]),
  seasons: fc.constantFrom<unknown[]>([], [{ name: "Winter", from: "2026-12-01", to: "2027-02-28", hours: [] }]),
  start_times: sometimes(fc.constantFrom<unknown[]>(["09:00"], ["00:30", "02:30", "23:30"]), 3),
  guest_categories: fc.constantFrom<unknown[]>(
    [],
    [
      { id: "adult", name: "Adult", price: 2000 },
      { id: "constructor", name: "Engineer", price: 10, takes_place: false },
    ],
  ),
  guests: sometimes(fc.constantFrom<object>({ adult: 1 }, { adult: 2, constructor: 1 }, { constructor: 1 }), 3),
  price_rules: fc.constantFrom<unknown[]>(
    [],
    [{ id: "late", name: "Late", when: { min_occupancy: 50 }, change: { kind: "percent", value: -20 } }],
  ),
  add_ons: fc.constantFrom<unknown[]>([], [{ id: "lunch", name: "Lunch", price: 500, per: "guest", stock: 2 }]),
  variants: fc.constantFrom<unknown[]>([], [{ id: "half", name: "Half", price: 900 }]),
  variant_id: sometimes(fc.constant("half"), 6),
  requirements: sometimes(
    pick("pol").map((pool_id) => [{ pool_id, count: 1, per: 2 }]),
    3,
  ),
  also_at: sometimes(
    pick("ven").map((venue_id) => [{ venue_id, capacity: 2 }]),
    3,
  ),
  check_in: fc.constantFrom("15:00", "00:00"),
  check_out: fc.constantFrom("18:00", "23:59"),
  min_length: fc.constant(1),
  max_length: fc.constantFrom(1, 3, 30),
  min_to_run: fc.constantFrom(null, 1),
  private_price: fc.constantFrom(null, null, 700),
  deposit: fc.constantFrom<unknown>(null, { kind: "percent", value: 20 }),
  recurrence: sometimes(fc.constantFrom("FREQ=DAILY;COUNT=3", "FREQ=MONTHLY;BYDAY=5MO", "FREQ=DAILY"), 4),
  limit: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 500 }) }, fc.constantFrom(0, 501, -1)),
  hold_id: sometimes(pick("hld"), 8),
  contact_id: sometimes(pick("con"), 6),
  attachments: sometimes(fc.array(pick("med"), { maxLength: 2 }), 6),
  accent_color: fc.constantFrom("#0f766e", "#ABCDEF"),
  scopes: fc.constantFrom(["*"], ["tickets:read"], ["bookings:write", "bookings:read"]),
  origins: fc.constantFrom(["https://shop.example"], ["http://localhost:3000", "https://a.example"]),
  events: fc.constant(["hold.released"]),
  client_msg_id: fc.nat(200).map((n) => `m-${n}`),
  seq: fc.nat(12),
  // A call that waits would hold up all that follow.
  wait: fc.constant(0),
};

/** Values that a schema takes, as far as it tells. */
export function valid(shapes: Shapes, given: Schema, name = ""): Arbitrary<unknown> {
  const schema = shapes.resolve(given);
  const hint = known[name];
  if (hint) return hint;
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((option) => valid(shapes, option)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const types = [schema.type ?? "object"].flat();
  const [type] = types.filter((other) => other !== "null");
  const value = ofType(shapes, schema, type ?? "null", name);
  return types.includes("null") ? fc.oneof({ weight: 4, arbitrary: value }, fc.constant(null)) : value;
}

function ofType(shapes: Shapes, schema: Schema, type: string, name: string): Arbitrary<unknown> {
  if (type === "boolean") return fc.boolean();
  if (type === "integer" || type === "number") {
    const min = schema.minimum ?? 0;
    const max = schema.maximum ?? 1_000_000;
    return fc.oneof(fc.integer({ min, max: Math.min(max, min + 60) }), fc.integer({ min, max }));
  }
  if (type === "array") {
    const maxLength = Math.min(schema.maxItems ?? 4, 4);
    return fc.array(valid(shapes, schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength });
  }
  if (type === "string") return textOf(schema, name);
  if (type === "null") return fc.constant(null);
  if (typeof schema.additionalProperties === "object") {
    return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), valid(shapes, schema.additionalProperties), { maxKeys: 3 });
  }
  const fields = Object.entries(schema.properties ?? {});
  const record = Object.fromEntries(fields.map(([field, shape]) => [field, valid(shapes, shape, field)]));
  return fc.record(record, { requiredKeys: schema.required ?? [] });
}

function textOf(schema: Schema, name: string): Arbitrary<unknown> {
  const prefix = /^\^([a-z]{3})_\[/.exec(schema.pattern ?? "")?.[1];
  if (prefix) return pick(prefix);
  if (schema.format === "date-time") return instants;
  if (schema.format === "date") return dates;
  if (schema.format === "email") return fc.nat(30).map((n) => `person${n}@example.com`);
  if (schema.format === "uri") return fc.constantFrom("http://127.0.0.1:58999/hook", "https://example.com/a.png");
  if (name === "from" || name === "to") if (!schema.pattern) return fc.oneof(instants, dates);
  if (schema.pattern)
    return fc.stringMatching(new RegExp(schema.pattern)).map((text) => text.slice(0, schema.maxLength));
  return fc
    .array(words, { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(" ").slice(0, schema.maxLength ?? 200));
}

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: [deep(levels - 1)] });

/** Values that hardly anything takes. */
export const nasty: Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: words },
  {
    weight: 12,
    arbitrary: fc.constantFrom<unknown[]>(
      "",
      " ",
      "\u0000",
      "a\u0000b",
      "\ud800",
      "\udfff\ud800",
      "\ufeff",
      "\u2028",
      "NaN",
      "1e999",
      "-0",
      "0x10",
      "2026-03-08T02:30:00",
      "2026-02-30",
      "2026-13-01T00:00:00Z",
      "%00%ff",
      "../../../../etc/passwd",
      "__proto__",
      "x".repeat(5_000),
      "😀".repeat(3_000),
      null,
      true,
      -1,
      0.1,
      2 ** 53,
      -(2 ** 63),
      1e308,
      [],
      {},
      [[[]]],
      [null],
      { a: 1 },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown[]>("x".repeat(300_000), Array(20_000).fill("x"), deep(14), deep(200)),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom("bkg", "tkt", "cnv", "con", "res", "ven", "key", "mem", "evt", "med").chain(pick),
  },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** Bodies that are no JSON, or hardly. */
export const malformed = fc.constantFrom(
  "",
  "{",
  "nul",
  '{"a":1,}',
  "[1,2",
  "\u0000",
  '{"a":1e999}',
  '{"__proto__":{"x":1},"constructor":1}',
  '{"name":"a","name":"b"}',
  `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
  '"\\ud800"',
  "\ufeff{}",
);

/** What is done to a request that was fine. */
export type Harm = { kind: "set" | "add" | "drop" | "whole"; at: number; value: unknown };

export const harm: Arbitrary<Harm> = fc.record({
  kind: fc.constantFrom("set", "set", "set", "add", "drop", "whole"),
  at: fc.nat(1_000),
  value: nasty,
});

/** A copy with one place exchanged, added or dropped. */
export function harmed(body: unknown, { kind, at, value }: Harm): unknown {
  if (kind === "whole") return value;
  const copy = structuredClonePicks(body);
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown) => {
    if (node === null || typeof node !== "object" || node instanceof Pick) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  const place = places[at % Math.max(1, places.length)];
  if (kind === "add" || !place) return { ...(copy as object), [`field_${at % 3}`]: value };
  if (kind === "drop") delete place[0][place[1]];
  else place[0][place[1]] = value;
  return copy;
}

function structuredClonePicks(value: unknown): unknown {
  if (value === null || typeof value !== "object" || value instanceof Pick) return value;
  if (Array.isArray(value)) return value.map(structuredClonePicks);
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, structuredClonePicks(field)]));
}

const rarely = (values: string[]) => sometimes(fc.constantFrom(...values), 30);

/** Headers as they should not be, or as few ever send them. */
export const oddHeaders = fc
  .record({
    "if-match": rarely(['"1"', '"2"', "*", 'W/"1"', "garbage", '"99999999999999999999"', ""]),
    "if-none-match": rarely(['"1"', "*", "x"]),
    "idempotency-key": rarely(["a", "b", '"quoted"', "", "x".repeat(300), "\u00e9", "k 1"]),
    "foyer-mode": rarely(["test", "live", "TEST", "prod"]),
    authorization: rarely(["Bearer", "Bearer x", "Basic YTpi", "Bearer a.b.c", "bearer  fy_sk_live_", "\u00ff"]),
    range: rarely(["bytes=0-1", "bytes=-1"]),
    origin: rarely(["https://evil.example", "null", "http://localhost"]),
    "content-type": rarely(["text/plain", "application/json; charset=utf-16", "multipart/form-data", "", "x/y"]),
    "x-request-id": rarely(["<script>", "x".repeat(500)]),
    "foyer-filename": rarely(["%E0%A4%A", "..%2F..%2Fx", "a".repeat(2_000), "%00.png", "\u00e9.txt"]),
    cookie: rarely(["foyer_refresh=x", "foyer_refresh=ses_1.2.3; ;;=", "foyer_refresh"]),
    "x-forwarded-for": rarely(["10.0.0.1", "'"]),
  })
  .map(
    (headers) =>
      Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as Record<string, string>,
  );
