import { httpDatabases } from "../adapters/database/http.ts";
import type { Remote } from "../adapters/database/places.ts";
import { memoryHub } from "../adapters/hub/memory.ts";
import { createApp } from "../app.ts";
import type { App } from "../kernel/assemble.ts";
import { migrate } from "../kernel/migrate.ts";
import type { Ports } from "../kernel/ports.ts";
import { allMigrations, migrationsOn } from "./migrations.ts";

/**
 * The house on this machine over remote databases: for what never runs inside a Worker, which is migrating, and making
 * the first tenant. Databases that it opens or creates are migrated.
 */
export function remoteApp(remote: Remote, ports: Omit<Ports, "databases" | "hub" | "ready" | "strict">): App {
  const migrations = allMigrations();
  const sets = { tenant: migrationsOn("tenant", migrations), control: migrationsOn("control", migrations) };
  return createApp({
    ...ports,
    databases: httpDatabases(remote),
    hub: memoryHub(),
    ready: async (database, kind) => {
      const applied = await migrate(database, sets[kind], ports.clock.now());
      if (applied.length > 0) ports.log("info", "migrated", { database: database.name, applied });
    },
    strict: false,
  });
}
