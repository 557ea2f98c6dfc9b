import { eq } from "drizzle-orm";
import { hashPassword, passwordProblem } from "../../core/password.ts";
import { normaliseEmail } from "../../core/text.ts";
import { command, invalid } from "../../kernel/index.ts";
import type { Database } from "../../ports/database.ts";
import { createTenant, type Founding, type NewTenant, type TenantRow } from "../tenants/index.ts";
import { enroll, openAccount } from "./enroll.ts";
import { emailTaken } from "./problems.ts";
import { accounts, type MembershipRow } from "./schema.ts";

export interface NewOwner {
  name: string;
  email: string;
  password: string;
}

/**
 * A tenant and its owner, together or not at all. The caller vouches that the address is the owner's own. Rejects
 * with a problem that points at what is wrong.
 */
export async function createWorkspace(
  house: { tenancy: Founding & { control(): Promise<Database> }; now: number },
  wanted: { tenant: NewTenant; owner: NewOwner },
): Promise<{ tenant: TenantRow; owner: MembershipRow }> {
  const { name } = wanted.owner;
  const email = normaliseEmail(wanted.owner.email);
  if (email === undefined) throw invalid("/email", "An e-mail address, such as ada@example.com.");
  const weak = passwordProblem(wanted.owner.password);
  if (weak) throw invalid("/password", weak);
  const password_hash = await hashPassword(wanted.owner.password);
  return command(await house.tenancy.control(), house.now, async (ctx) => {
    if (await ctx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email)).get()) {
      throw emailTaken();
    }
    const tenant = await createTenant(ctx, house.tenancy, wanted.tenant);
    const account = openAccount(ctx, { email, name, password_hash, temporary: false, confirmed: true });
    const owner = enroll(ctx, { account_id: account.id, tenant_id: tenant.id, name, role: "owner" });
    return { tenant, owner };
  });
}
