import type { z } from "@hono/zod-openapi";
import type { Audience } from "./actor.ts";
import type { Context, Reading } from "./context.ts";
import type { EventKind } from "./event.ts";
import type { LimitClass } from "./http/limits.ts";
import type { Problem, ProblemKind } from "./problem.ts";

type Method = "get" | "post" | "put" | "patch" | "delete";
type Shape = z.ZodType;
type Out<S extends Shape | undefined> = S extends Shape ? z.output<S> : undefined;

/** The declaration of one endpoint. Every fact stands here once; everything else is read from it. */
export interface Declaration<
  M extends Method,
  P extends Shape | undefined,
  Q extends Shape | undefined,
  B extends Shape | undefined,
  R extends Shape | null,
> {
  /** `area.verb`: operation id, SDK method, audit action, idempotency scope, docs anchor. */
  id: string;
  method: M;
  /** Under `/v1`, with `{name}` for parameters. */
  path: string;
  summary: string;
  about?: string;
  /** `area:verb` that the caller must hold; `null` where being of the right kind is enough. */
  permission: string | null;
  /** Who may call it at all. */
  audience: readonly Audience[];
  /** A visitor reaches only what is its own: the handler asks `ctx.own(...)`. The authorization tests rely on it. */
  own?: boolean;
  params?: P;
  query?: Q;
  body?: B;
  /** For a body that is not JSON: the content types taken, and the most bytes. The handler gets `Uint8Array`. */
  raw?: { types: readonly string[]; limit: number };
  /** The shape of the answer, which also strips it; `null` answers 204. */
  returns: R;
  /** The content type of an answer that is not JSON; the handler answers a Response then. */
  answers?: string;
  /** 200 for everything but a POST, which answers 201; said where that is wrong. */
  status?: 200 | 201 | 202;
  errors?: readonly ProblemKind[];
  emits?: readonly EventKind[];
  limit?: LimitClass;
  /** `control`: people, sessions and tenants live in the control database, not in the tenant's. */
  on?: "tenant" | "control";
  /** Why no audit entry is written for a change. */
  unaudited?: string;
  /**
   * The path's `{token}` is a link of this purpose: it carries tenant and authority by itself, wrong and missing look
   * alike, and the handler finds what it names in `ctx.linked`.
   */
  link?: string;
  /** Why a PATCH or PUT may come without the version that was read: the last one wins, and says so. */
  lastWins?: string;
  /** The answer shows a secret this once: what an `Idempotency-Key` keeps of it for replays is kept sealed. */
  discloses?: boolean;
  /** Sent from the browser with a cookie: no request of another origin is taken, and none gets to read an answer. */
  cookie?: boolean;
  handle(
    ctx: M extends "get" ? Reading & { answer: Context["answer"] } : Context,
    input: { params: Out<P>; query: Out<Q>; body: B extends Shape ? z.output<B> : Uint8Array },
  ): Returned<R> | Promise<Returned<R>>;
}

/**
 * A handler answers data, or, where the answer is not JSON or must not be kept for replays, the response itself. It
 * throws a problem when nothing shall have happened; a problem that it returns is a refusal that leaves a trace: what
 * was staged commits, and the audit entry says `failure`.
 */
type Returned<R extends Shape | null> = R extends Shape ? z.input<R> | Response | Problem : unknown;

/** A route whose types were checked where it was declared; nothing of them accumulates across routes. */
export interface Route
  extends Omit<Declaration<Method, Shape, Shape, Shape, Shape | null>, "handle" | "emits" | "errors"> {
  errors: readonly ProblemKind[];
  emits: readonly EventKind[];
  handle(ctx: Context, input: { params: unknown; query: unknown; body: unknown }): unknown;
}

/** The only way to make an endpoint. */
export function route<
  M extends Method,
  R extends Shape | null,
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
>(declaration: Declaration<M, P, Q, B, R>): Route {
  return { errors: [], emits: [], ...declaration } as unknown as Route;
}

/** The status of a success. */
export function successStatus(route: Route): number {
  if (route.returns === null) return 204;
  return route.status ?? (route.method === "post" ? 201 : 200);
}
