import { eq, sql } from "drizzle-orm";
import { hashPassword, passwordProblem, verifyPassword } from "../../core/password.ts";
import { type Context, forbidden, invalid, type Problem, type z } from "../../kernel/index.ts";
import { memberOf } from "./place.ts";
import { accounts } from "./schema.ts";
import { revokeSessions } from "./sessions.ts";
import type { PasswordInput } from "./shapes.ts";

const notYours = () => invalid("/current_password", "This is not your password.");

/** A new password ends every other session: whoever knew the old one is out. */
export async function changePassword(
  ctx: Context,
  input: z.output<typeof PasswordInput>,
): Promise<Problem | undefined> {
  const { account_id, session_id } = memberOf(ctx);
  const wrong =
    input.new_password === input.current_password ? "Choose another one." : passwordProblem(input.new_password);
  if (wrong) throw invalid("/new_password", wrong);
  const account = await ctx.db.select().from(accounts).where(eq(accounts.id, account_id)).get();
  if (!account) throw forbidden();
  ctx.about("account", account.id);
  const { ok } = await verifyPassword(account.password_hash, input.current_password);
  if (!ok) {
    ctx.note({ reason: "wrong_password" });
    return notYours();
  }
  const hash = await hashPassword(input.new_password);
  ctx.guard(
    sql`exists (select 1 from accounts where id = ${account.id} and password_hash = ${account.password_hash})`,
    notYours,
  );
  ctx.write(
    sql`update accounts set password_hash = ${hash}, password_changed_at = ${ctx.now}, must_change_password = 0, failed_attempts = 0, locked_until = null, version = version + 1, updated_at = ${ctx.now} where id = ${account.id}`,
  );
  revokeSessions(ctx, sql`account_id = ${account.id} and id <> ${session_id}`, "password_changed");
}
