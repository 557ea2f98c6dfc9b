import { sql } from "drizzle-orm";
import type { Database, Statement } from "../../ports/database.ts";
import { type Actor, stranger } from "../actor.ts";
import type { Context, Reading } from "../context.ts";
import { readLink } from "../link.ts";
import type { Ports } from "../ports.ts";
import { contended, idempotencyInFlight, internalError, notFound, Problem, unauthenticated } from "../problem.ts";
import { type Route, successStatus } from "../route.ts";
import { declaredProblems } from "../spec/problems.ts";
import { databaseName, type Tenancy } from "../tenancy.ts";
import { readerOf } from "../work/access.ts";
import { auditStatement } from "../work/audit.ts";
import { overlayLate, withSamples, withValues } from "../work/late.ts";
import { contextOf } from "../work/staging.ts";
import { DecideAgain, Unit } from "../work/unit.ts";
import { admit, limit } from "./admit.ts";
import { type Authenticators, authenticate, type Caller } from "./authenticate.ts";
import { Idempotency, idempotencyKey } from "./idempotency.ts";
import type { Incoming } from "./incoming.ts";
import { type Input, readInput } from "./input.ts";
import { recordRefusal } from "./refusals.ts";
import { baseHeaders, problemResponse, replayed, successResponse } from "./respond.ts";

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
      recordRefusal(this.#ports, route, incoming, problem);
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
    admit(route, actor, origin, this.#ports.settings.origin, headers);
    limit(this.#ports.limits, route, actor, incoming.ip, now, headers);

    const input = await readInput(route, incoming);
    const database = route.on === "control" ? await this.#tenancy.control() : caller.database;
    if (!database) throw unauthenticated();

    const key =
      route.method === "post" ? idempotencyKey(request.headers.get("idempotency-key") ?? undefined) : undefined;
    const idempotency =
      key === undefined
        ? undefined
        : new Idempotency(route, actor, key, incoming.path, input.text, this.#ports.settings);
    const replay = await idempotency?.find(database, now);
    if (replay) return replayed(replay, headers);

    for (let attempt = 1; ; attempt++) {
      // What was decided on a stale reading is decided again, by a caller that may have changed too.
      const again = attempt === 1 ? caller : await this.#caller(route, incoming, now);
      try {
        return await this.#command(route, incoming, again, database, input, idempotency, headers);
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
    input: Input,
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
    return successResponse(route, request, status, late ? withValues(shown) : shown, headers);
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

  /** What a failure is to the caller. Only a problem that the route declares leaves as itself. */
  #problemOf(route: Route, incoming: Incoming, error: unknown): Problem {
    const declared = error instanceof Problem && (!this.#ports.strict || declaredProblems(route).includes(error.kind));
    if (declared) return error.withCurrent(route.returns);
    const why = error instanceof Problem ? `undeclared problem ${error.kind.code}` : describe(error);
    this.#ports.log("error", "request failed", { request_id: incoming.requestId, route: route.id, error: why });
    return internalError();
  }
}

export function ownership(actor: Actor): Context["own"] {
  return (contact) => (actor.kind === "visitor" ? sql`${contact} = ${actor.contact_id}` : undefined);
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.stack}${error.cause ? ` <- ${describe(error.cause)}` : ""}` : String(error);
}
