import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createWorkspace } from "../capabilities/identity/index.ts";
import { issueKey } from "../capabilities/keys/index.ts";
import type { App } from "../kernel/assemble.ts";
import { command, type TenantRef } from "../kernel/index.ts";
import { testPassword } from "./member.ts";

/** The tenant that a started runtime serves, and how to get in. */
export interface Founded {
  tenant: TenantRef;
  keys: { secret: string; publishable: string };
  owner: { name: string; email: string; password: string };
}

/** Founds the tenant at the first start, and remembers it beside the data for every start after that. */
export async function found(app: App, data: string): Promise<Founded> {
  const path = join(data, "founded.json");
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as Founded;
  const now = app.ports.clock.now();
  const owner = { name: "Maya Lindqvist", email: "maya@harbor.example", password: testPassword };
  const made = await createWorkspace(
    { tenancy: app.tenancy, now },
    { tenant: { name: "Harbor Test", subdomain: "harbor-test" }, owner },
  );
  const tenant: TenantRef = { routing: made.tenant.routing, mode: "live" };
  const keys = await command(await app.tenancy.create(tenant), now, (staging) => {
    const ctx = { ...staging, tenant };
    return {
      secret: issueKey(ctx, { name: "Server", kind: "secret" }).token,
      publishable: issueKey(ctx, { name: "Site", kind: "publishable", origins: ["https://shop.example"] }).token,
    };
  });
  const founded = { tenant, keys, owner };
  writeFileSync(path, JSON.stringify(founded));
  return founded;
}
