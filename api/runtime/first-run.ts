import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createWorkspace } from "../capabilities/identity/index.ts";
import { issueKey } from "../capabilities/keys/index.ts";
import { hasTenants } from "../capabilities/tenants/index.ts";
import type { App } from "../kernel/assemble.ts";
import { readerOf } from "../kernel/work/access.ts";
import { command } from "../kernel/work/command.ts";
import type { Config } from "./config.ts";
import { age, furnish } from "./demo/furnish.ts";
import type { Login } from "./demo/staff.ts";
import { newPassword } from "./password.ts";

/** What the first start writes down: how to sign in, and the keys of the demo tenant. */
export interface FirstRun {
  origin: string;
  tenant: { id: string; routing: string; subdomain: string };
  portal: { url: string; email: string; password: string };
  /** The owner's colleagues; a temporary password has to be changed at the first sign-in. */
  staff: Login[];
  keys: { publishable: string; secret: string };
  venues: string[];
  resources: string[];
  mailbox: string;
}

/** In development the first start founds a demo tenant. In production nothing is made that nobody asked for. */
export async function prepare(app: App, origin: string, config: Config): Promise<void> {
  if (await hasTenants(readerOf(await app.tenancy.control()))) return;
  if (config.mode === "production") {
    app.ports.log(
      "warn",
      "there is no tenant yet: make one with `npm run tenant -- --name NAME --subdomain NAME --email ADDRESS`",
    );
    return;
  }
  // The house has been open for some weeks by the time that anybody looks.
  const founded = app.ports.clock.now() - age * 86_400_000;
  const owner = { name: "Maya Lindqvist", email: "maya@harborandpine.example", password: newPassword() };
  const { tenant } = await createWorkspace(
    { tenancy: app.tenancy, now: founded },
    { tenant: { name: "Harbor & Pine", subdomain: "harbor-and-pine", plan: "performance" }, owner },
  );
  const keys = await issueKeys(app, tenant.routing, origin, founded);
  const written: FirstRun = {
    origin,
    tenant: { id: tenant.id, routing: tenant.routing, subdomain: tenant.subdomain },
    portal: { url: `${origin}/portal`, email: owner.email, password: owner.password },
    staff: [],
    keys,
    venues: [],
    resources: [],
    mailbox: `${origin}/portal/mailbox`,
  };
  // Before the furniture: whoever is interrupted in the middle can still sign in.
  writeFirstRun(config.data, written);
  const { publishable } = keys;
  const story = config.demo === "yes";
  const furnished = await furnish(app, { routing: tenant.routing, owner, publishable, story });
  writeFirstRun(config.data, { ...written, ...furnished });
}

/** The demo's keys are of its live mode: the demo is what a customer would see. */
async function issueKeys(app: App, routing: string, origin: string, now: number): Promise<FirstRun["keys"]> {
  const tenant = { routing, mode: "live" } as const;
  return command(await app.tenancy.create(tenant), now, (staging) => {
    const ctx = { ...staging, tenant };
    const origins = [origin, origin.replace("//localhost", "//127.0.0.1")];
    return {
      publishable: issueKey(ctx, { name: "Demo site", kind: "publishable", origins }).token,
      secret: issueKey(ctx, { name: "Demo server", kind: "secret" }).token,
    };
  });
}

function writeFirstRun(folder: string, written: FirstRun): void {
  const path = join(folder, "first-run.json");
  if (existsSync(path)) chmodSync(path, 0o600);
  writeFileSync(path, `${JSON.stringify(written, null, 2)}\n`, { mode: 0o600 });
}
