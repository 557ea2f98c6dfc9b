import { SignJWT } from "jose";
import { createWorkspace } from "../capabilities/identity/index.ts";
import { issueKey } from "../capabilities/keys/index.ts";
import type { Audience } from "../kernel/actor.ts";
import type { Capability } from "../kernel/capability.ts";
import { command, type TenantRef } from "../kernel/index.ts";
import type { Route } from "../kernel/route.ts";
import { specification } from "../kernel/spec/document.ts";
import type { Database } from "../ports/database.ts";
import { type Answer, type Call, type TestApp, testApp } from "./app.ts";
import { testPassword } from "./member.ts";
import { Shapes } from "./shapes.ts";

/** A request that is known to be good, without its caller. */
export interface Sample {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
  /** The member that must ask, where the route is about the caller itself. */
  member?: Call;
}

export const ada = { name: "Ada Lovelace", email: "ada@example.com" };
const brook = { name: "Brook Taylor", email: "brook@example.com" };
const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/**
 * A tenant with something of everything, all of it made through the public routes: visitor A owns what `fresh` makes,
 * visitor B has things of its own, and a rival tenant lives in the same installation.
 */
export async function world(until: (cleanUp: () => Promise<void>) => void, limits?: number) {
  const app = await testApp({ until, ...(limits === undefined ? {} : { limits }) });
  const capabilities = await app.app.capabilities();
  const routes = capabilities.flatMap(({ routes }) => [...routes]);
  const secret = await app.as();
  const owner = await app.member("owner");
  const [a, b] = [await app.visitor(), await app.visitor()];
  const made = async (answer: Promise<Answer<{ id: string }>>) => expectId(await answer);

  const venue = await made(
    secret("post", "/venues", {
      name: "Pier 4",
      time_zone: "America/New_York",
      hours: days.map((day) => ({ day, from: "00:00", to: "24:00" })),
    }),
  );
  const resourceBody = {
    venue_id: venue,
    name: "Harbor tour",
    duration_minutes: 60,
    capacity: 10_000,
    lead_minutes: 0,
    price: 2500,
    requires_approval: true,
  };
  const resource = await made(secret("post", "/resources", resourceBody));
  const book = (call: Call, contact: object) =>
    call<{ id: string; manage_url: string; version: number }>("post", "/bookings", {
      resource_id: resource,
      starts_at: "2026-12-04T15:00:00Z",
      contact,
    });
  const open = (call: Call, contact: object, text: string) =>
    call<{ id: string }>("post", "/conversations", { contact, message: { client_msg_id: name("m"), text } });
  const raise = (call: Call, contact: object) =>
    call<{ id: string; tracking_url: string; version: number }>("post", "/tickets", {
      subject: "The kayak leaks",
      description: name("Near the stern"),
      contact,
    });

  const wait = (call: Call, contact: object) =>
    call<{ id: string; url: string }>("post", "/waitlist", { resource_id: resource, from_date: "2026-12-04", contact });

  let count = 0;
  const next = () => ++count;
  /** A text that was not used before. */
  const name = (start: string) => `${start}-${next()}`;

  await book(b.call, brook);
  await open(b.call, brook, "Brook asks");
  await raise(b.call, brook);
  await wait(b.call, brook);

  const upload = (call: Call) =>
    call<{ id: string; url: string }>("post", "/media", new TextEncoder().encode(name("A text")), {
      "content-type": "text/plain",
      "foyer-filename": "note.txt",
    });

  /** A shift of the owner that overlaps no other. */
  const shift = () => {
    const from = Date.parse("2027-01-01T09:00:00Z") + next() * 3_600_000;
    const [starts_at, ends_at] = [from, from + 1_800_000].map((at) => new Date(at).toISOString());
    return { member_id: owner.id, starts_at, ends_at };
  };

  /** Makes one more of its kind, A's own where it can be a visitor's, and answers its id or what else names it. */
  const fresh = {
    venue: () => made(secret("post", "/venues", { name: name("Venue") })),
    promotion: () =>
      made(secret("post", "/promotions", { code: name("CODE"), name: "Winter", kind: "percent", value: 10 })),
    waiting: async () => made(wait(a.call, ada)),
    waitingLink: async () => {
      const { body } = await wait(a.call, ada);
      return body.url.split("/").at(-1) ?? "";
    },
    pool: () => made(secret("post", "/pools", { name: name("Pool") })),
    unit: async () => made(secret("post", `/pools/${await fresh.pool()}/units`, { name: name("Room") })),
    staffed: async () => {
      const place = await fresh.venue();
      await secret("put", `/venues/${place}/members/${owner.id}`);
      return place;
    },
    shift: async () => {
      const { body } = await secret<{ shifts: { id: string }[] }>("post", "/shifts", shift());
      return body.shifts[0]?.id ?? "";
    },
    resource: () => made(secret("post", "/resources", { ...resourceBody, name: name("Resource") })),
    contact: () => made(secret("post", "/contacts", { name: name("Contact") })),
    booking: () => made(book(a.call, ada)),
    managed: async () => lastPart((await book(a.call, ada)).body.manage_url),
    hold: () => made(a.call("post", "/holds", { resource_id: resource, starts_at: "2026-12-04T15:00:00Z" })),
    block: () =>
      made(
        secret("post", "/blocks", {
          venue_ids: [venue],
          starts_at: "2027-12-04T15:00:00Z",
          ends_at: "2027-12-04T16:00:00Z",
        }),
      ),
    feed: () => made(secret("post", "/calendar-feeds", { name: name("Feed"), scope: "all" })),
    feedLink: async () => {
      const { body } = await secret<{ url: string }>("post", "/calendar-feeds", { name: name("Feed"), scope: "all" });
      return body.url.split("/").at(-2) ?? "";
    },
    import: () =>
      made(
        secret("post", "/calendar-imports", {
          name: name("Import"),
          url: "http://127.0.0.1:58999/calendar.ics",
          resource_ids: [resource],
        }),
      ),
    conversation: () => made(open(a.call, ada, name("Hello"))),
    ticket: () => made(raise(a.call, ada)),
    tracked: async () => lastPart((await raise(a.call, ada)).body.tracking_url),
    media: () => made(upload(a.call)),
    file: async () => lastPart((await upload(a.call)).body.url),
    key: () => made(secret("post", "/keys", { name: name("Key"), kind: "secret", scopes: ["venues:read"] })),
    endpoint: () =>
      made(secret("post", "/webhook-endpoints", { url: "http://127.0.0.1:58999/hook", events: ["hold.released"] })),
    delivery: async () => made(secret("post", `/webhook-endpoints/${await fresh.endpoint()}/test`)),
    notification: async () => {
      await fresh.ticket();
      await app.settle();
      const list = await owner.call<{ data: { id: string }[] }>("get", "/notifications");
      return list.body.data[0]?.id ?? "";
    },
    event: async () => {
      await fresh.booking();
      const { body } = await a.call<{ data: { id: string }[] }>("get", "/events");
      return body.data[0]?.id ?? "";
    },
    member: async () => (await app.member("viewer")).id,
    session: async () => {
      const signedIn = await app.anyone<{ access_token: string }>("post", "/auth/sign-in", {
        email: owner.email,
        password: testPassword,
      });
      const me = await app.with(signedIn.body.access_token)<{ session_id: string }>("get", "/auth/me");
      return me.body.session_id;
    },
    cookie: async () => {
      const { headers } = await app.anyone("post", "/auth/sign-in", { email: owner.email, password: testPassword });
      return headers.get("set-cookie")?.split(";")[0] ?? "";
    },
    job: async () => {
      const id = `job_${String(next()).padStart(20, "0")}`;
      const sql =
        "insert into jobs (id, kind, input, run_at, attempt, state, error, created_at) values (?, 'holds.sweep', 'null', ?, 8, 'dead', 'broken', ?)";
      await app.database.commit([{ sql, args: [id, app.clock.now(), app.clock.now()] }]);
      return id;
    },
    /** A token that the tenant's own server would sign. */
    identity: () => {
      const { routing, mode } = app.tenant;
      const key = Buffer.from(app.ports.settings.key(`identity:${routing}:${mode}`)).toString("hex");
      return new SignJWT({ name: ada.name, email: ada.email, jti: name("jti") })
        .setProtectedHeader({ alg: "HS256" })
        .setSubject("ada")
        .setExpirationTime(Math.floor(app.clock.now() / 1000) + 3600)
        .sign(new TextEncoder().encode(key));
    },
  };
  await fresh.booking();

  const publishable = app.with(await app.publishable());
  const actors: Record<Audience, Call> = {
    public: app.anyone,
    member: owner.call,
    secret,
    publishable,
    visitor: a.call,
  };
  const version = async (path: string) => (await secret<{ version: number }>("get", path)).body.version;
  return {
    app,
    routes,
    shapes: new Shapes(specification(capabilities, "0.1.0")),
    actors,
    a,
    b,
    owner,
    venue,
    resource,
    fresh,
    shift,
    name,
    version,
    rival: await rivalOf(app),
    control: await app.app.tenancy.control(),
  };
}

export type World = Awaited<ReturnType<typeof world>>;

/** Sends a sample of a route, as it is or with parts exchanged. */
export function send(call: Call, route: Route, sample: Sample, change: Sample = {}) {
  const { params = {}, query = {}, body, headers = {} } = { ...sample, ...change };
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(params[part] ?? ""));
  const search = new URLSearchParams(query).toString();
  return call<Record<string, unknown>>(route.method, path + (search && `?${search}`), body, headers);
}

/** How many rows each table holds; what happened in the background of refused requests is left out. */
export async function census(database: Database): Promise<Record<string, number>> {
  const [tables] = await database.read([
    {
      sql: "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '%_search%'",
      args: [],
    },
  ]);
  const names = (tables?.rows ?? []).map(([table]) => table as string);
  const counts = await database.read(
    names.map((table) => ({
      sql: `select count(*) from ${table}${table === "audit" ? " where outcome = 'success'" : ""}`,
      args: [],
    })),
  );
  return Object.fromEntries(names.map((table, index) => [table, counts[index]?.rows[0]?.[0] as number]));
}

/** Another company in the same installation: its secret key, its owner, and a visitor of its site. */
async function rivalOf(app: TestApp) {
  const house = { tenancy: app.app.tenancy, now: app.clock.now() };
  const person = { name: "Rival Owner", email: "owner@rival.example", password: testPassword };
  await createWorkspace(house, {
    tenant: { name: "Rival", subdomain: "rival-test", routing: "rivaltests" },
    owner: person,
  });
  const tenant: TenantRef = { routing: "rivaltests", mode: "live" };
  const keys = await command(await app.app.tenancy.create(tenant), app.clock.now(), (staging) => {
    const ctx = { ...staging, tenant };
    return {
      secret: issueKey(ctx, { name: "Rival server", kind: "secret" }).token,
      publishable: issueKey(ctx, { name: "Rival site", kind: "publishable", origins: [] }).token,
    };
  });
  const { email, password } = person;
  const signedIn = await app.anyone<{ access_token: string }>("post", "/auth/sign-in", { email, password });
  const visitor = await app.with(keys.publishable)<{ token: string }>("post", "/visitors", {});
  return {
    secret: app.with(keys.secret),
    member: app.with(signedIn.body.access_token),
    publishable: app.with(keys.publishable),
    visitor: app.with(visitor.body.token),
  };
}

function expectId({ status, body }: Answer<{ id: string }>): string {
  if (typeof body.id !== "string") throw new Error(`the world could not be made: ${status} ${JSON.stringify(body)}`);
  return body.id;
}

/** A link whose signature is off by one character. */
export const forged = (link: string): string => link.slice(0, -1) + (link.endsWith("A") ? "B" : "A");

export const lastPart = (url: string): string => url.split("/").at(-1) ?? "";

/** Every permission that some route asks for. */
export const permissionsIn = (routes: readonly Capability["routes"][number][]): string[] => [
  ...new Set(routes.flatMap(({ permission }) => permission ?? [])),
];
