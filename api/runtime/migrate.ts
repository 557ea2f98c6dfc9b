import { memoryHub } from "../adapters/hub/memory.ts";
import { tenantRoutings } from "../capabilities/tenants/index.ts";
import { databaseName } from "../kernel/tenancy.ts";
import { ConfigError, readConfig } from "./config.ts";
import { nodePorts } from "./ports.ts";
import { remoteApp } from "./remote.ts";
import { remoteOf } from "./remote-config.ts";

/**
 * `npm run migrate`: brings the control database and every tenant's databases to the present schema. Run it before a
 * deploy; an embedded installation does the same at its start.
 */
async function run(): Promise<void> {
  const remote = remoteOf(process.env);
  if (!remote)
    throw new ConfigError("DATABASE_URL is missing: the address of the remote databases, as in wrangler.toml.");
  const ports = nodePorts(
    readConfig({ ...process.env, FOYER_MODE: "development" }),
    "migrating signs nothing at all",
    "http://localhost",
    memoryHub(),
  );
  const app = remoteApp(remote, ports);
  const control = await app.tenancy.control();
  const routings = await tenantRoutings(control);
  for (const routing of routings) {
    for (const mode of ["live", "test"] as const) await app.tenancy.open(databaseName({ routing, mode }));
  }
  console.log(`${1 + routings.length * 2} databases are up to date.`);
}

run().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
