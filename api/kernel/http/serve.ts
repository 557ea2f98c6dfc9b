import { z } from "@hono/zod-openapi";
import { sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import type { Database, Statement } from "../../ports/database.ts";
import { type Actor, type Audience, allows, boundToOrigins, stranger } from "../actor.ts";
import type { Context, Reading } from "../context.ts";
import { readLink } from "../link.ts";
import type { Ports } from "../ports.ts";
import {
  contended,
  forbidden,
  idempotencyInFlight,
  internalError,
  invalid,
  notFound,
  originNotAllowed,
  Problem,
  rateLimited,
  unauthenticated,
} from "../problem.ts";
import { type Route, successStatus } from "../route.ts";
import { declaredProblems, versioned } from "../spec/problems.ts";
import { databaseName, type Tenancy } from "../tenancy.ts";
import { readerOf } from "../work/access.ts";
import { auditStatement } from "../work/audit.ts";
import { overlayLate, withSamples, withValues } from "../work/late.ts";
import { DecideAgain, Unit } from "../work/unit.ts";
import { type Authenticators, authenticate, type Caller } from "./authenticate.ts";
import { Idempotency, idempotencyKey } from "./idempotency.ts";
import { check, readBytes, readJson } from "./input.ts";
import { type LimitClass, policies } from "./limits.ts";

/** What a route's request brings, from whatever router found it. */
export interface Incoming {
  request: Request;
  requestId: string;
  ip: string;
  path: string;
  params(): Record<string, string>;
  query(): Record<string, string>;
  /** Who asked, once that is known. */
  caller?: Caller;
}

/** Answers one request to one route: guard, then shape, then the command, then one commit. */
export class Server {
  readonly #ports: Ports;
  readonly #tenancy: Tenancy;
  readonly #authenticators: Authenticators;
  readonly #catalogue: Reading["catalogue"];

  constructor(ports: Ports, tenancy: Tenancy, authenticators: Authenticators, catalogue: Reading["catalogue"]) {
    this.#ports = ports;
    this.#tenancy = tenancy;
    this.#authenticators = authenticators;
    this.#catalogue = catalogue;
  }

  async answer(route: Route, incoming: Incoming): Promise<Response> {
    const headers: Record<string, string> = { ...baseHeaders, "x-request-id": incoming.requestId };
    const origin = incoming.request.headers.get("origin");
    if (origin !== null && !route.cookie) headers["access-control-allow-origin"] = origin;
    try {
      return await this.#run(route, incoming, headers, origin);
    } catch (error) {
      const problem = this.#problemOf(route, incoming, error);
      this.#recordRefusal(route, incoming, problem);
      return problemResponse(problem, incoming.requestId, headers);
    }
  }

  async #run(
    route: Route,
    incoming: Incoming,
    headers: Record<string, string>,
    origin: string | null,
  ): Promise<Response> {
    const { request } = incoming;
    const now = this.#ports.clock.now();
    const caller = await this.#caller(route, incoming, now);
    incoming.caller = caller;
    const { actor } = caller;
    this.#admit(route, actor, origin, headers);
    this.#limit(route, actor, incoming.ip, now, headers);

    const params = route.params && this.#params(route, incoming);
    const query = check(route.query ?? noQuery, incoming.query(), "query");
    const { body, text } = await this.#body(route, request);
    demandVersion(route, request, body);
    const database = route.on === "control" ? await this.#tenancy.control() : caller.database;
    if (!database) throw unauthenticated();

    const key =
      route.method === "post" ? idempotencyKey(request.headers.get("idempotency-key") ?? undefined) : undefined;
    const idempotency =
      key === undefined ? undefined : new Idempotency(route, actor, key, incoming.path, text, this.#ports.settings);
    const replay = await idempotency?.find(database, now);
    if (replay) return replayed(replay, headers);

    for (let attempt = 1; ; attempt++) {
      // What was decided on a stale reading is decided again, by a caller that may have changed too.
      const again = attempt === 1 ? caller : await this.#caller(route, incoming, now);
      try {
        return await this.#command(route, incoming, again, database, { params, query, body }, idempotency, headers);
      } catch (error) {
        if (error instanceof DecideAgain && attempt < 5) continue;
        if (error instanceof DecideAgain) throw contended();
        const lost = error instanceof Problem && error.kind === idempotencyInFlight;
        const won = lost && (await idempotency?.find(database, now));
        if (won) return replayed(won, headers);
        throw error;
      }
    }
  }

  async #command(
    route: Route,
    incoming: Incoming,
    caller: Caller,
    database: Database,
    input: { params: unknown; query: unknown; body: unknown },
    idempotency: Idempotency | undefined,
    headers: Record<string, string>,
  ): Promise<Response> {
    const { request } = incoming;
    // A POST makes something new, or has a version of its own to check; `If-Match` is for changing what is there.
    const ifMatch = route.method === "post" ? null : request.headers.get("if-match");
    const unit = new Unit(caller.actor, this.#ports.clock.now(), ifMatch ?? undefined);
    const context = await this.#context(route, incoming, caller, database, unit, headers);
    const returned = await route.handle(context, input);
    if (returned instanceof Problem) {
      await this.#commit(route, incoming, caller, database, unit, undefined, undefined, "failure");
      throw returned;
    }
    if (returned instanceof Response) {
      await this.#commit(route, incoming, caller, database, unit, undefined);
      for (const [name, value] of Object.entries(headers))
        if (!returned.headers.has(name)) returned.headers.set(name, value);
      return returned;
    }
    const status = successStatus(route);
    const late = unit.late.length > 0;
    const parsed = route.returns?.parse(late ? withSamples(returned) : returned);
    const shown = late ? overlayLate(parsed, returned) : parsed;
    await this.#commit(route, incoming, caller, database, unit, shown, idempotency && { idempotency, status });
    return this.#success(route, request, status, late ? withValues(shown) : shown, headers);
  }

  #success(route: Route, request: Request, status: number, shown: unknown, headers: Record<string, string>): Response {
    if (!route.returns) return new Response(null, { status, headers });
    const version = (shown as { version?: unknown } | null)?.version;
    if (typeof version === "number") {
      headers.etag = `"${version}"`;
      if (route.method === "get" && request.headers.get("if-none-match") === headers.etag) {
        return new Response(null, { status: 304, headers });
      }
    }
    headers["content-type"] = "application/json";
    return new Response(JSON.stringify(shown), { status, headers });
  }

  async #caller(route: Route, incoming: Incoming, now: number): Promise<Caller> {
    const header = incoming.request.headers.get("authorization") ?? undefined;
    // A link carries its own authority; a credential sent along with it adds nothing.
    if (route.link) {
      const link = readLink(this.#ports.settings, route.link, incoming.params().token ?? "", now);
      const database = link && (await this.#tenancy.open(databaseName(link.tenant)));
      if (!link || !database) throw notFound();
      return { actor: { ...stranger, id: "link" }, tenant: link.tenant, database, linked: link.id };
    }
    const mode = incoming.request.headers.get("foyer-mode") === "test" ? "test" : "live";
    return authenticate(this.#tenancy, this.#authenticators, header, now, mode);
  }

  #admit(route: Route, actor: Actor, origin: string | null, headers: Record<string, string>): void {
    if (route.cookie && origin !== null && origin !== this.#ports.settings.origin) {
      throw originNotAllowed(`${origin} may not send this cookie.`);
    }
    if (!route.audience.includes(actor.kind as Audience)) {
      if (route.audience.includes("public")) return;
      throw actor.kind === "public" ? unauthenticated() : forbidden(`A ${actor.kind} credential may not call this.`);
    }
    const origins = boundToOrigins(actor);
    if (origins && origin !== null && !origins.includes(origin) && origin !== this.#ports.settings.origin) {
      delete headers["access-control-allow-origin"];
      throw originNotAllowed(`${origin} is not among the origins of this key.`);
    }
    if (route.permission !== null && actor.kind !== "public" && !allows(actor, route.permission)) {
      throw forbidden(`This needs the permission ${route.permission}.`);
    }
  }

  #limit(route: Route, actor: Actor, ip: string, now: number, headers: Record<string, string>): void {
    // A credential that the route does not ask for opens no bucket of its own.
    const id = route.audience.includes(actor.kind as Audience) ? actor.id : stranger.id;
    const shared = id === stranger.id || actor.kind === "publishable";
    const name: LimitClass = route.limit ?? (shared || actor.kind === "visitor" ? "visitor" : "default");
    const taken = this.#ports.limits.take(name, shared ? `${id}@${ip}` : id, now);
    const quota = this.#ports.limits.quota(name);
    headers["ratelimit-policy"] = `"${name}";q=${quota};w=${policies[name].window}`;
    headers.ratelimit = `"${name}";r=${taken.remaining};t=${taken.reset}`;
    if (!taken.allowed) {
      headers["retry-after"] = String(taken.reset);
      throw rateLimited(`The limit "${name}" is ${quota} requests in ${policies[name].window} seconds.`, {
        members: { policy: name },
      });
    }
  }

  /** A path parameter that cannot be the name of anything is the name of nothing. */
  #params(route: Route, incoming: Incoming): unknown {
    const result = route.params?.safeParse(incoming.params());
    if (!result?.success) throw notFound();
    return result.data;
  }

  async #body(route: Route, request: Request): Promise<{ body: unknown; text: string | Uint8Array }> {
    if (route.raw) {
      const bytes = await readBytes(request, route.raw.limit);
      return { body: bytes, text: bytes };
    }
    if (!route.body) return { body: undefined, text: "" };
    const { value, text } = await readJson(request);
    return { body: check(route.body, value, "body"), text };
  }

  async #context(
    route: Route,
    incoming: Incoming,
    caller: Caller,
    database: Database,
    unit: Unit,
    headers: Record<string, string>,
  ): Promise<Context> {
    const { actor } = caller;
    const { request } = incoming;
    return Object.assign(contextOf(unit), {
      db: readerOf(database),
      read: (statements: readonly Statement[]) => database.read(statements),
      control: readerOf(route.on === "control" ? database : await this.#tenancy.control()),
      actor,
      tenant: caller.tenant ?? { routing: "", mode: "live" as const },
      now: unit.now,
      at: new Date(unit.now).toISOString(),
      linked: caller.linked ?? "",
      request: {
        id: incoming.requestId,
        ip: incoming.ip,
        agent: request.headers.get("user-agent")?.slice(0, 512) ?? "",
        header: (name: string) => request.headers.get(name) ?? undefined,
      },
      settings: this.#ports.settings,
      catalogue: this.#catalogue,
      files: this.#ports.files,
      keptMails: this.#ports.mailer.list?.bind(this.#ports.mailer),
      vet: (url: string) => this.#ports.outside.vet(url),
      own: ownership(actor),
      // A visitor who is nobody yet owns nothing: no contact has an empty id.
      owner: actor.kind === "visitor" ? (actor.contact_id ?? "") : undefined,
      wait: (milliseconds: number) => this.#ports.hub.wait(database.name, milliseconds),
      answer: (name: string, value: string) => {
        headers[name] = value;
      },
    });
  }

  async #commit(
    route: Route,
    incoming: Incoming,
    caller: Caller,
    database: Database,
    unit: Unit,
    shown: unknown,
    keep?: { idempotency: Idempotency; status: number },
    outcome: "success" | "failure" = "success",
  ): Promise<void> {
    if (route.method === "get") {
      if (!unit.empty) throw new Error(`${route.id} is a GET and staged a change`);
      return;
    }
    this.#declared(route, unit);
    const closing = [];
    if (outcome === "failure" || (!route.unaudited && !unit.empty)) {
      closing.push(auditStatement({ route, unit, incoming, outcome, answer: shown, tenant: caller.tenant }));
    }
    if (keep) {
      unit.first(keep.idempotency.claim(keep.status, unit.now), () => idempotencyInFlight());
      closing.push(keep.idempotency.keep(shown));
    }
    if (unit.empty && closing.length === 0) return;
    await unit.commit(database, closing);
    this.#ports.hub.wake(database.name);
  }

  #declared(route: Route, unit: Unit): void {
    if (!this.#ports.strict) return;
    const undeclared = unit.emitted.find((type) => !route.emits.some((kind) => kind.type === type));
    if (undeclared) throw new Error(`${route.id} emitted ${undeclared}, which it does not declare`);
  }

  /**
   * A known caller's refused change leaves a trace. Nobody waits for it, and a caller who is refused all the time
   * leaves a few a minute: the trail is for people to read.
   */
  #recordRefusal(route: Route, incoming: Incoming, problem: Problem): void {
    const { caller } = incoming;
    if (route.method === "get" || !caller?.database || caller.actor.kind === "public") return;
    if (problem.kind.status === 429 || problem.kind.status === 401) return;
    const now = this.#ports.clock.now();
    if (!this.#ports.limits.take("refusal", `${caller.actor.kind}:${caller.actor.id}`, now).allowed) return;
    const unit = new Unit(caller.actor, now);
    unit.note({
      code: problem.kind.code,
      ...(problem.detail === undefined ? {} : { detail: problem.detail.slice(0, 300) }),
    });
    const entry = auditStatement({
      route,
      unit,
      incoming,
      outcome: "failure",
      answer: undefined,
      tenant: caller.tenant,
    });
    caller.database.commit([entry]).catch((error: unknown) => {
      this.#ports.log("error", "refusal not recorded", { request_id: incoming.requestId, error: String(error) });
    });
  }

  /** What a failure is to the caller. Only a problem that the route declares leaves as itself. */
  #problemOf(route: Route, incoming: Incoming, error: unknown): Problem {
    const declared = error instanceof Problem && (!this.#ports.strict || declaredProblems(route).includes(error.kind));
    if (declared) return error;
    const why = error instanceof Problem ? `undeclared problem ${error.kind.code}` : describe(error);
    this.#ports.log("error", "request failed", { request_id: incoming.requestId, route: route.id, error: why });
    return internalError();
  }
}

/** Whoever changes what is there says which version they saw, so that nobody's change is lost unseen. */
function demandVersion(route: Route, request: Request, body: unknown): void {
  if (route.method !== "patch" || route.lastWins || !versioned(route) || request.headers.has("if-match")) return;
  if ((body as { version?: number }).version === undefined) {
    throw invalid("/version", "Say which version you read, here or in If-Match.");
  }
}

/** The staging half of a context. */
export function contextOf(unit: Unit) {
  return {
    guard: unit.guard.bind(unit),
    write: unit.write.bind(unit),
    insert: unit.insert.bind(unit),
    update: unit.update.bind(unit),
    expect: unit.expect.bind(unit),
    emit: unit.emit.bind(unit),
    handOver: unit.handOver.bind(unit),
    later: unit.later.bind(unit),
    value: unit.value.bind(unit),
    note: unit.note.bind(unit),
    about: (type: string, id: string) => {
      unit.entity = { type, id };
    },
    identify: (actor: Actor, routing: string) => {
      unit.actor = actor;
      unit.routing = routing;
    },
  };
}

export function ownership(actor: Actor): Context["own"] {
  return (contact) => (actor.kind === "visitor" ? sql`${contact} = ${actor.contact_id}` : undefined);
}

const noQuery = z.strictObject({});

/** On every answer of the API: it is data, never a page. */
export const baseHeaders = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "access-control-expose-headers": "ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id, Idempotent-Replayed",
  vary: "Origin",
} as const;

function replayed(replay: { status: number; body: string }, headers: Record<string, string>): Response {
  headers["idempotent-replayed"] = "true";
  if (replay.status === 204) return new Response(null, { status: 204, headers });
  headers["content-type"] = "application/json";
  return new Response(replay.body, { status: replay.status, headers });
}

export function problemResponse(problem: Problem, requestId: string, headers: Record<string, string>): Response {
  const all = { ...headers, ...problem.extra.headers, "content-type": "application/problem+json" };
  if (problem.kind.status === 401) Object.assign(all, { "www-authenticate": 'Bearer realm="foyer"' });
  return new Response(JSON.stringify(problem.body(requestId)), { status: problem.kind.status, headers: all });
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.stack}${error.cause ? ` <- ${describe(error.cause)}` : ""}` : String(error);
}

/** The caller's own request id when it is sane, else a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id");
  return given && /^[\w.:-]{1,128}$/.test(given) ? given : newId("req");
}
