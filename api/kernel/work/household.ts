import { newId } from "../../core/ids.ts";
import type { Database, Statement } from "../../ports/database.ts";
import { system } from "../actor.ts";
import type { JobKind, LogReader, Work } from "../job.ts";
import type { Ports } from "../ports.ts";
import { Problem } from "../problem.ts";
import { tenantOf } from "../tenancy.ts";
import { readerOf } from "./access.ts";
import { contextOf } from "./staging.ts";
import { Unit } from "./unit.ts";

/** What a tick needs to know of the house. */
export interface Household {
  ports: Ports;
  control: Database;
  readers: readonly LogReader[];
  jobs: ReadonlyMap<string, JobKind>;
  catalogue: Work["catalogue"];
}

/** A unit of work of the house itself, and the context that a reader or a job stages on. */
export function workOf(house: Household, database: Database, attempt: number): { unit: Unit; context: Work } {
  const { ports } = house;
  const unit = new Unit(system, ports.clock.now());
  const context: Work = Object.assign(contextOf(unit), {
    db: readerOf(database),
    read: (statements: readonly Statement[]) => database.read(statements),
    control: readerOf(house.control),
    actor: system,
    tenant: tenantOf(database.name) ?? { routing: "", mode: "live" as const },
    linked: "",
    now: unit.now,
    at: new Date(unit.now).toISOString(),
    request: { id: newId("req", unit.now), ip: "", agent: "", header: () => undefined },
    settings: ports.settings,
    catalogue: house.catalogue,
    files: ports.files,
    vet: (url: string) => ports.outside.vet(url),
    own: () => undefined,
    owner: undefined,
    wait: (milliseconds: number) => ports.hub.wait(database.name, milliseconds),
    answer: () => {},
    mailer: ports.mailer,
    outside: ports.outside,
    attempt,
  });
  return { unit, context };
}

/** What a job or a reader told must reach the sockets as well. */
export function announce(house: Household, database: Database, unit: Unit): void {
  if (unit.emitted.length > 0) house.ports.hub.wake(database.name);
}

/** A failure in one line, for the log and for whoever looks at the job. */
export function failureText(error: unknown): string {
  if (error instanceof Problem) return `${error.kind.code}: ${error.message}`;
  return (error instanceof Error ? error.message : String(error)).slice(0, 1000);
}
