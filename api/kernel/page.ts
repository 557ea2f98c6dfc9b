import { z } from "@hono/zod-openapi";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { invalidCursor } from "./problem.ts";
import type { Given } from "./work/plan.ts";

const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(500)
  .default(25)
  .openapi({ description: "Rows a page.", type: "integer" });
const cursor = z.string().max(400).optional().openapi({ description: "`next_cursor` of the page before." });

/** The query of a list: its own filters beside `limit` and `cursor`. */
export const listQuery = <S extends z.ZodRawShape>(filters: S) => z.strictObject({ ...filters, limit, cursor });

/** The answer of a list. */
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({ data: z.array(item), has_more: z.boolean(), next_cursor: z.string().nullable() });

export interface Page<T> {
  data: T[];
  has_more: boolean;
  next_cursor: string | null;
}

/**
 * Keyset paging: newest first by `by`, ties broken by `id`, so that a page is one walk along an index and rows that
 * arrive meanwhile move nothing.
 */
export class Keyset {
  readonly #by: SQLiteColumn;
  readonly #id: SQLiteColumn;
  readonly #direction: "asc" | "desc";
  readonly limit: number;
  readonly #after: [unknown, string] | undefined;

  constructor(
    columns: { by: SQLiteColumn; id: SQLiteColumn; direction?: "asc" | "desc" },
    query: { limit: number; cursor?: string | undefined },
  ) {
    this.#by = columns.by;
    this.#id = columns.id;
    this.#direction = columns.direction ?? "desc";
    this.limit = query.limit;
    this.#after = query.cursor === undefined ? undefined : decode(query.cursor);
  }

  /** The filters of the list together with where the page starts. */
  where(...filters: (SQL | undefined)[]): SQL | undefined {
    return and(...filters, this.#start());
  }

  get order(): SQL[] {
    const direction = sql.raw(this.#direction);
    return [sql`${this.#by} ${direction}`, sql`${this.#id} ${direction}`];
  }

  /** One row more than a page tells whether there is another. */
  get take(): number {
    return this.limit + 1;
  }

  /** The arguments that a plan of this list takes for its page. */
  get args(): { take: number; after?: unknown; after_id?: string } {
    if (!this.#after) return { take: this.take };
    return { take: this.take, after: this.#mapped(this.#after[0]), after_id: this.#after[1] };
  }

  page<T>(rows: T[], key: (row: T) => [value: unknown, id: string]): Page<T> {
    const data = rows.slice(0, this.limit);
    const last = data.at(-1);
    const more = rows.length > this.limit;
    return { data, has_more: more, next_cursor: more && last !== undefined ? encode(key(last)) : null };
  }

  #start(): SQL | undefined {
    if (!this.#after) return undefined;
    const [value, id] = this.#after;
    const sign = sql.raw(this.#direction === "desc" ? "<" : ">");
    const mapped = this.#mapped(value);
    return sql`(${this.#by}, ${this.#id}) ${sign} (${mapped}, ${id})`;
  }

  #mapped(value: unknown): unknown {
    let mapped: unknown;
    try {
      mapped = this.#by.mapToDriverValue(value);
    } catch {
      throw invalidCursor();
    }
    if (typeof mapped === "number" && !Number.isFinite(mapped)) throw invalidCursor();
    return mapped;
  }
}

function encode(key: [unknown, string]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

function decode(text: string): [unknown, string] {
  try {
    const key: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    if (
      Array.isArray(key) &&
      key.length === 2 &&
      typeof key[1] === "string" &&
      ["string", "number"].includes(typeof key[0])
    ) {
      return [key[0], key[1]];
    }
  } catch {
    // Falls through to the one answer for every cursor that was not issued here.
  }
  throw invalidCursor();
}

/** The same paging for a plan: where the page starts, from arguments that `Keyset.args` supplies. */
export function startOf(
  by: SQLiteColumn,
  id: SQLiteColumn,
  given: Given,
  direction: "asc" | "desc" = "desc",
): SQL | undefined {
  if (!given.after) return undefined;
  return sql`(${by}, ${id}) ${sql.raw(direction === "desc" ? "<" : ">")} (${given.after}, ${given.after_id})`;
}

/** A filter that was given narrows the list; one that was left out does not. */
export const equal = (column: SQLiteColumn, value: unknown): SQL | undefined =>
  value === undefined ? undefined : eq(column, value);
