import { parseArgs } from "node:util";
import { memoryHub } from "../adapters/hub/memory.ts";
import { createApp } from "../app.ts";
import { createWorkspace } from "../capabilities/identity/index.ts";
import { Problem } from "../kernel/problem.ts";
import { ConfigError, readConfig } from "./config.ts";
import { newPassword } from "./password.ts";
import { nodePorts } from "./ports.ts";
import { remoteApp } from "./remote.ts";
import { remoteOf } from "./remote-config.ts";
import { keptSecret } from "./secret.ts";

/**
 * `npm run tenant -- --name "Harbor & Pine" --subdomain harbor --email maya@example.com [--owner "Maya Lindqvist"]`:
 * founds a tenant with its owner and says the first password once. With DATABASE_URL set it does so on the remote
 * databases, otherwise in the data folder.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      name: { type: "string" },
      subdomain: { type: "string" },
      email: { type: "string" },
      owner: { type: "string" },
    },
  });
  const { name, subdomain, email, owner } = values;
  if (!name || !subdomain || !email)
    throw new ConfigError("--name, --subdomain and --email are needed: whom is it for?");
  const config = readConfig(process.env);
  const ports = nodePorts(
    config,
    config.secret ?? keptSecret(config.data),
    config.origin ?? "http://localhost",
    memoryHub(),
  );
  const remote = remoteOf(process.env);
  const app = remote ? remoteApp(remote, ports) : createApp(ports);
  const password = newPassword();
  const { tenant } = await createWorkspace(
    { tenancy: app.tenancy, now: app.ports.clock.now() },
    { tenant: { name, subdomain }, owner: { name: owner ?? name, email, password } },
  );
  await app.ports.databases.close();
  console.log(`${tenant.name} is founded. ${email} signs in with ${password}`);
}

run().catch((error: unknown) => {
  console.error(error instanceof ConfigError || error instanceof Problem ? error.message : error);
  process.exit(1);
});
