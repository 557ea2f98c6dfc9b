import type { EventKind } from "./event.ts";
import type { JobKind, LogReader } from "./job.ts";
import type { Route } from "./route.ts";

/** A business area: what it answers, what it tells, what it does later, and what it hears. */
export interface Capability {
  name: string;
  routes: readonly Route[];
  events: readonly EventKind[];
  jobs: readonly JobKind[];
  readers: readonly LogReader[];
}

type Parts = { [K in "routes" | "events" | "jobs" | "readers"]?: Record<string, unknown> | readonly unknown[] };

/** Puts a capability together. Each part is a module (`import * as routes`) or a list; other exports are left out. */
export function capability(name: string, parts: Parts): Capability {
  const list = <T>(part: Parts[keyof Parts], is: (value: object) => boolean) =>
    Object.values(part ?? {}).filter((value): value is T => typeof value === "object" && value !== null && is(value));
  return {
    name,
    routes: list<Route>(parts.routes, (value) => "path" in value && "handle" in value),
    events: list<EventKind>(parts.events, (value) => "type" in value && "about" in value),
    jobs: list<JobKind>(parts.jobs, (value) => "run" in value && "lease" in value),
    readers: list<LogReader>(parts.readers, (value) => "read" in value && "events" in value),
  };
}

/** One line of the table of contents in `app.ts`. The capability is imported when its first request or event comes. */
export interface Entry {
  name: string;
  /** First path segments under `/v1` that it answers. */
  at: readonly string[];
  load(): Promise<{ default: Capability }>;
}
