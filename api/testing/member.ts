import { enroll, openAccount } from "../capabilities/identity/index.ts";
import { createTenant } from "../capabilities/tenants/index.ts";
import { hashPassword } from "../core/password.ts";
import type { App } from "../kernel/assemble.ts";
import { command, type Role, type TenantRef } from "../kernel/index.ts";
import type { Call } from "./app.ts";

export const testPassword = "Correct horse, 1 battery";
let hash: Promise<string> | undefined;

/** Makes members of the test's tenant and signs them in the way people do. Costs nothing before the first one. */
export function memberMaker(app: App, tenant: TenantRef, call: (credential: string | undefined) => Call) {
  let founded: Promise<string> | undefined;
  let made = 0;
  const staged = async <T>(run: Parameters<typeof command<T>>[2]) =>
    command(await app.tenancy.control(), app.ports.clock.now(), run);
  const found = () =>
    staged((ctx) =>
      createTenant(ctx, app.tenancy, { name: "Harbor Test", subdomain: "harbor-test", routing: tenant.routing }),
    ).then(({ id }) => id);

  return async (role: Role = "owner") => {
    founded ??= found();
    hash ??= hashPassword(testPassword);
    const [tenant_id, password_hash] = await Promise.all([founded, hash]);
    made += 1;
    const name = `${role} ${made}`;
    const email = `${role}-${made}@harbor.example`;
    const { id } = await staged((ctx) => {
      const account = openAccount(ctx, { email, name, password_hash, temporary: false, confirmed: true });
      return enroll(ctx, { account_id: account.id, tenant_id, name, role });
    });

    const signIn = async () => {
      const body = { email, password: testPassword };
      const answer = await call(undefined)<{ access_token: string; expires_at: string }>("post", "/auth/sign-in", body);
      if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    };
    let signed = await signIn();
    const calling: Call = async (...request) => {
      // A test that moved the clock is about something else than sessions that ran out.
      if (Date.parse(signed.expires_at) <= app.ports.clock.now()) signed = await signIn();
      return call(signed.access_token)(...request);
    };
    return { id, name, email, role, token: signed.access_token, call: calling };
  };
}
