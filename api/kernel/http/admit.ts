import { type Actor, type Audience, allows, boundToOrigins, stranger } from "../actor.ts";
import { forbidden, originNotAllowed, rateLimited, unauthenticated } from "../problem.ts";
import type { Route } from "../route.ts";
import { type LimitClass, type Limits, policies } from "./limits.ts";

/** Lets in whom the route declares: this kind of caller, from this origin, with this permission. */
export function admit(
  route: Route,
  actor: Actor,
  origin: string | null,
  home: string,
  headers: Record<string, string>,
): void {
  if (route.cookie && origin !== null && origin !== home) {
    throw originNotAllowed(`${origin} may not send this cookie.`);
  }
  if (!route.audience.includes(actor.kind as Audience)) {
    if (route.audience.includes("public")) return;
    throw actor.kind === "public" ? unauthenticated() : forbidden(`A ${actor.kind} credential may not call this.`);
  }
  const origins = boundToOrigins(actor);
  if (origins && origin !== null && !origins.includes(origin) && origin !== home) {
    delete headers["access-control-allow-origin"];
    throw originNotAllowed(`${origin} is not among the origins of this key.`);
  }
  if (route.permission !== null && actor.kind !== "public" && !allows(actor, route.permission)) {
    throw forbidden(`This needs the permission ${route.permission}.`);
  }
}

/** Takes a token of the caller's bucket, and says in the headers what is left. */
export function limit(
  limits: Limits,
  route: Route,
  actor: Actor,
  ip: string,
  now: number,
  headers: Record<string, string>,
): void {
  // A credential that the route does not ask for opens no bucket of its own.
  const id = route.audience.includes(actor.kind as Audience) ? actor.id : stranger.id;
  const shared = id === stranger.id || actor.kind === "publishable";
  const name: LimitClass = route.limit ?? (shared || actor.kind === "visitor" ? "visitor" : "default");
  const taken = limits.take(name, shared ? `${id}@${ip}` : id, now);
  const quota = limits.quota(name);
  headers["ratelimit-policy"] = `"${name}";q=${quota};w=${policies[name].window}`;
  headers.ratelimit = `"${name}";r=${taken.remaining};t=${taken.reset}`;
  if (!taken.allowed) {
    headers["retry-after"] = String(taken.reset);
    throw rateLimited(`The limit "${name}" is ${quota} requests in ${policies[name].window} seconds.`, {
      members: { policy: name },
    });
  }
}
