import { newId } from "../../core/ids.ts";
import type { Role, Staging } from "../../kernel/index.ts";
import { decideAgain } from "../../kernel/index.ts";
import { memberExists } from "./problems.ts";
import { type AccountRow, accounts, type MembershipRow, memberships } from "./schema.ts";

type Staged = Pick<Staging, "insert" | "now" | "at">;

export interface NewAccount {
  /** Normalised. */
  email: string;
  name: string;
  password_hash: string;
  temporary: boolean;
  /** The address is known to be the person's own. */
  confirmed: boolean;
}

/** Stages an account. When the address was taken meanwhile the command decides again. */
export function openAccount(ctx: Staged, wanted: NewAccount): AccountRow {
  const account: AccountRow = {
    id: newId("acc", ctx.now),
    email: wanted.email,
    email_confirmed_at: wanted.confirmed ? ctx.at : null,
    name: wanted.name,
    password_hash: wanted.password_hash,
    password_changed_at: ctx.at,
    must_change_password: wanted.temporary,
    failed_attempts: 0,
    locked_until: null,
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
  };
  ctx.insert(accounts, account, decideAgain);
  return account;
}

/** Stages an account's place in a tenant, `invited` until its first sign-in. */
export function enroll(
  ctx: Staged,
  of: { account_id: string; tenant_id: string; name: string; role: Role },
): MembershipRow {
  const membership: MembershipRow = {
    id: newId("mem", ctx.now),
    ...of,
    status: "invited",
    last_active_at: null,
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
  };
  ctx.insert(memberships, membership, memberExists);
  return membership;
}
