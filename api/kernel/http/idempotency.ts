import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { type Keyring, open, seal } from "../../core/cipher.ts";
import type { Database, Statement } from "../../ports/database.ts";
import type { Actor } from "../actor.ts";
import type { Settings } from "../context.ts";
import { idempotencyMismatch, invalid } from "../problem.ts";
import type { Route } from "../route.ts";
import { statementOf } from "../work/access.ts";
import { jsonExpression } from "../work/late.ts";

/** How long an answer is kept for replays, in milliseconds. */
const keepFor = 24 * 3_600_000;

export interface Replay {
  status: number;
  body: string;
}

/** One caller's `Idempotency-Key` on one operation, and what the request said. */
export class Idempotency {
  readonly #scope: string;
  readonly #fingerprint: string;

  readonly #keyring: Keyring | undefined;

  constructor(route: Route, actor: Actor, key: string, path: string, body: string | Uint8Array, settings: Settings) {
    this.#scope = `${route.id}|${actor.kind}:${actor.id}|${key}`;
    this.#keyring = route.discloses ? { current: 1, keys: { 1: settings.key("idempotency") } } : undefined;
    this.#fingerprint = createHash("sha256").update(path).update("\n").update(body).digest("base64url");
  }

  /** The stored answer, if this request was answered before. */
  async find(database: Database, now: number): Promise<Replay | undefined> {
    const [answer] = await database.read([
      {
        sql: "select fingerprint, status, body from idempotency where scope = ? and expires_at > ?",
        args: [this.#scope, now],
      },
    ]);
    const row = answer?.rows[0];
    if (!row) return undefined;
    if (row[0] !== this.#fingerprint) throw idempotencyMismatch();
    const body = row[2] as string;
    return { status: row[1] as number, body: this.#keyring ? open(this.#keyring, body) : body };
  }

  /**
   * Claims the key. It runs first in the batch: of two requests at once one commits, and the other is refused here,
   * before any guard could tell it something that is only true because the first one won.
   */
  claim(status: number, now: number): Statement[] {
    return [
      { sql: "delete from idempotency where scope = ? and expires_at <= ?", args: [this.#scope, now] },
      {
        sql: "insert into idempotency (scope, fingerprint, status, body, expires_at) values (?, ?, ?, '', ?)",
        args: [this.#scope, this.#fingerprint, status, now + keepFor],
      },
    ];
  }

  /** Keeps the answer, with whatever the batch itself filled in; `null` stands for one without a body. */
  keep(answer: unknown = null): Statement {
    if (this.#keyring) {
      const sealed = seal(this.#keyring, JSON.stringify(answer));
      return { sql: "update idempotency set body = ? where scope = ?", args: [sealed, this.#scope] };
    }
    return statementOf(sql`update idempotency set body = ${jsonExpression(answer)} where scope = ${this.#scope}`);
  }
}

/** The header's value: bare or quoted (draft-ietf-httpapi-idempotency-key-header), at most 255 characters. */
export function idempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header;
  if (key.length === 0 || key.length > 255 || !/^[\x20-\x7e]+$/.test(key)) {
    throw invalid("/idempotency-key", "Between 1 and 255 printable ASCII characters.", "header");
  }
  return key;
}
