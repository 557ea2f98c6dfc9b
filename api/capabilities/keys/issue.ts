import { newId } from "../../core/ids.ts";
import { makeToken } from "../../core/token.ts";
import type { Context } from "../../kernel/index.ts";
import { keys } from "./schema.ts";

interface Wanted {
  name: string;
  kind: "secret" | "publishable";
  scopes?: string[] | undefined;
  origins?: string[] | undefined;
  venue_id?: string | null | undefined;
  expires_at?: string | null | undefined;
}

/** Stages a new key of the caller's tenant and mode. The token leaves here once. */
export function issue(ctx: Pick<Context, "tenant" | "now" | "at" | "insert">, wanted: Wanted) {
  const made = makeToken({ kind: wanted.kind === "secret" ? "sk" : "pk", ...ctx.tenant });
  const row = {
    id: newId("key", ctx.now),
    name: wanted.name,
    kind: wanted.kind,
    hash: made.hash,
    prefix: made.prefix,
    scopes: wanted.kind === "secret" ? (wanted.scopes ?? ["*"]) : [],
    origins: wanted.kind === "publishable" ? (wanted.origins ?? []) : [],
    venue_id: wanted.venue_id ?? null,
    created_at: ctx.at,
    last_used_at: null,
    expires_at: wanted.expires_at ?? null,
    revoked_at: null,
  };
  ctx.insert(keys, row);
  return { ...row, mode: ctx.tenant.mode, token: made.token };
}
