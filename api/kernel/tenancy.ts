import type { Database } from "../ports/database.ts";
import type { TenantRef } from "./context.ts";
import type { Ports } from "./ports.ts";

export const controlName = "control";

export const databaseName = ({ routing, mode }: TenantRef) => (mode === "live" ? `t_${routing}` : `t_${routing}_test`);

export function tenantOf(name: string): TenantRef | undefined {
  const match = /^t_([0-9a-z]{10})(_test)?$/.exec(name);
  return match?.[1] ? { routing: match[1], mode: match[2] ? "test" : "live" } : undefined;
}

/** Opens databases and makes sure, once each, that they are fit to use. */
export class Tenancy {
  readonly #ports: Ports;
  readonly #ready = new Map<string, Promise<void>>();

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  async control(): Promise<Database> {
    const database =
      (await this.#ports.databases.open(controlName)) ?? (await this.#ports.databases.create(controlName));
    await this.#once(database, "control");
    return database;
  }

  async open(name: string): Promise<Database | undefined> {
    const database = await this.#ports.databases.open(name);
    if (database) await this.#once(database, name === controlName ? "control" : "tenant");
    return database;
  }

  async create(tenant: TenantRef): Promise<Database> {
    const database = await this.#ports.databases.create(databaseName(tenant));
    await this.#once(database, "tenant");
    return database;
  }

  #once(database: Database, kind: "tenant" | "control"): Promise<void> | undefined {
    const known = this.#ready.get(database.name);
    if (known) return known;
    const ready = this.#ports.ready(database, kind);
    this.#ready.set(database.name, ready);
    ready.catch(() => this.#ready.delete(database.name));
    return ready;
  }
}
