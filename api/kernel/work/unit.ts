import { eq, type InferInsertModel, type InferSelectModel, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { newId } from "../../core/ids.ts";
import { BatchFailure, type Database, type Statement } from "../../ports/database.ts";
import type { Actor } from "../actor.ts";
import type { EventKind } from "../event.ts";
import type { JobKind } from "../job.ts";
import { type Problem, preconditionFailed, versionConflict } from "../problem.ts";
import type { MutableTable } from "../table.ts";
import { type Query, statementOf } from "./access.ts";
import { insertStatement } from "./insert.ts";
import { jsonExpression, Late, overlayLate, withSamples } from "./late.ts";

type Refusal = () => Problem | DecideAgain;

/**
 * A guard's answer when the world moved between reading and committing in a way that the caller need not hear of:
 * nothing happened, and the kernel runs the command once more on what is true now.
 */
export class DecideAgain extends Error {
  override name = "DecideAgain";
}

export const decideAgain = (): DecideAgain => new DecideAgain();

interface Staged {
  statement: Statement;
  /** What it means when the database refuses this statement. */
  refusal?: Refusal;
}

/** A change of one field, as the audit trail tells it. */
export type Changes = Record<string, { from: unknown; to: unknown }>;

/** Fields that never reach the audit trail or an event, whatever table they stand in. */
const secretFields = /secret|password|token|hash|sealed/;

/**
 * What a command has decided, staged until the kernel commits it as one batch: guards, rows, events, jobs, the audit
 * entry and the idempotency record. If any part is refused, none of it happened.
 */
export class Unit {
  readonly #staged: Staged[] = [];
  readonly #last: Staged[] = [];
  readonly late: Late[] = [];
  readonly emitted: string[] = [];
  readonly changes: Changes = {};
  readonly notes: Record<string, unknown> = {};
  entity: { type: string; id: string } | undefined;

  actor: Actor;
  /** The tenant that the command found its caller to be of, where the credential did not tell. */
  routing: string | undefined;
  readonly now: number;
  /** The caller's `If-Match`, when it sent one. */
  readonly ifMatch: string | undefined;

  constructor(actor: Actor, now: number, ifMatch?: string) {
    this.actor = actor;
    this.now = now;
    this.ifMatch = ifMatch;
  }

  get empty(): boolean {
    return this.#staged.length === 0 && this.#last.length === 0;
  }

  /** The batch fails with `refusal` unless `condition` holds when it is committed. */
  guard(condition: SQL, refusal: Refusal): void {
    const statement = statementOf(sql`insert into guard(ok) select 0 where not coalesce((${condition}), 0)`);
    this.#staged.push({ statement, refusal });
  }

  /** Stages a statement. `conflict` is what a violated unique index or check means here. */
  write(query: Query | SQL, conflict?: Refusal): void {
    this.stage(statementOf(query), conflict);
  }

  stage(statement: Statement, refusal?: Refusal): void {
    this.#staged.push(refusal ? { statement, refusal } : { statement });
  }

  /** Runs first in the batch, so that its refusal is seen before any other. */
  first(statements: readonly Statement[], refusal: Refusal): void {
    this.#staged.unshift(...statements.map((statement) => ({ statement, refusal })));
  }

  insert<T extends SQLiteTable>(table: T, row: Staging<InferInsertModel<T>>, conflict?: Refusal): void {
    this.stage(insertStatement(table, row), conflict);
  }

  /**
   * Changes a row that was read before, and refuses when somebody else was faster. Answers the row as it will be; a
   * patch that changes nothing stages nothing. `version` is the one that the caller saw.
   */
  update<T extends MutableTable>(
    table: T,
    before: InferSelectModel<T>,
    patch: Partial<InferInsertModel<T>>,
    version?: number,
  ): InferSelectModel<T> {
    const row = before as Record<string, unknown> & { id: string; version: number };
    this.expect(row, version);
    const changed: Record<string, unknown> = {};
    for (const [field, to] of Object.entries(patch)) {
      const from = row[field] ?? null;
      if (to === undefined || JSON.stringify(from) === JSON.stringify(to ?? null)) continue;
      changed[field] = to;
      if (!secretFields.test(field)) this.changes[field] = { from, to: to ?? null };
    }
    if (Object.keys(changed).length === 0) return before;
    const next = { ...changed, version: row.version + 1, updated_at: new Date(this.now).toISOString() };
    this.guard(
      sql`exists (select 1 from ${table} where ${eq(table.id, row.id)} and ${eq(table.version, row.version)})`,
      // Decided again, a caller who named a version hears what is there now; one who did not never depended on it.
      decideAgain,
    );
    const sets = Object.entries(next).map(([field, value]) => {
      const column = (table as unknown as Record<string, { name: string; mapToDriverValue(value: unknown): unknown }>)[
        field
      ];
      if (!column) throw new Error(`no column ${field}`);
      return sql`${sql.identifier(column.name)} = ${value === null ? null : column.mapToDriverValue(value)}`;
    });
    this.write(sql`update ${table} set ${sql.join(sets, sql`, `)} where ${sql.identifier("id")} = ${row.id}`);
    return { ...before, ...next } as InferSelectModel<T>;
  }

  /**
   * Refuses at once when the caller says it saw another version: 412 for `If-Match`, 409 for the body. A row that is as
   * the route answers it is shown with the refusal.
   */
  expect(row: { version: number }, version: number | undefined): void {
    const newer = { members: { current_version: row.version }, newer: row };
    if (this.ifMatch !== undefined && this.ifMatch !== "*" && this.ifMatch !== `"${row.version}"`) {
      throw preconditionFailed(undefined, newer);
    }
    if (version !== undefined && version !== row.version) {
      throw versionConflict(undefined, newer);
    }
  }

  /** Appends an event to the log. `subject` is what it is about; `contact` is whose timeline it belongs to. */
  emit<T>(kind: EventKind<T>, data: T, about: { subject?: string; contact?: string | null } = {}): void {
    const shown = overlayLate(kind.data.parse(withSamples(data)), data) as Record<string, unknown>;
    this.emitted.push(kind.type);
    const subject = about.subject ?? (shown.id as string | undefined) ?? null;
    this.#last.push({
      statement: statementOf(
        sql`insert into events (id, type, at, actor_kind, actor_id, subject, contact_id, visitors, data) values (${newId("evt", this.now)}, ${kind.type}, ${this.now}, ${this.actor.kind}, ${this.actor.id}, ${subject}, ${about.contact ?? null}, ${kind.visitors ? 1 : 0}, ${jsonExpression(shown)})`,
      ),
    });
  }

  /** Hands the log's events about one contact to another: the two were one person. What the events say stays. */
  handOver(from: string, to: string): void {
    this.#staged.push({
      statement: { sql: "update events set contact_id = ? where contact_id = ?", args: [to, from] },
    });
  }

  /** Queues a job in the batch: a command that is refused queues nothing. A `key` is queued once while it waits. */
  later<T>(kind: JobKind<T>, input: T, options: { at?: number; key?: string } = {}): void {
    this.#last.push({
      statement: jobStatement(kind.name, input, options.at ?? this.now, options.key ?? null, this.now),
    });
  }

  /** A value that the batch computes, usable in rows, events and the answer. */
  value<T extends string | number>(query: SQL, sample: T): T {
    const late = new Late(query, sample);
    this.late.push(late);
    // It stands where a T is expected; the kernel puts the T in its place before anything leaves the unit.
    return late as unknown as T;
  }

  /** Adds detail to the audit entry. */
  note(details: Record<string, unknown>): void {
    Object.assign(this.notes, details);
  }

  /** Commits everything staged as one batch. */
  async commit(database: Database, closing: readonly Statement[] = []): Promise<void> {
    const staged = [...this.#staged, ...this.#last];
    const reads = this.late.map((late) => statementOf(sql`select (${late.query})`));
    const statements = [...staged.map((item) => item.statement), ...closing, ...reads];
    if (statements.length === 0) return;
    try {
      const answers = await database.commit(statements);
      const offset = statements.length - reads.length;
      this.late.forEach((late, index) => {
        late.value = answers[offset + index]?.rows[0]?.[0] ?? null;
      });
    } catch (error) {
      if (error instanceof BatchFailure && error.code.startsWith("SQLITE_CONSTRAINT")) {
        const refusal = staged[error.index]?.refusal;
        if (refusal) throw refusal();
      }
      throw error;
    }
  }
}

/** A row to insert, in which any value may be left to the database. */
type Staging<T> = { [K in keyof T]: T[K] | SQL };

export function jobStatement(kind: string, input: unknown, at: number, key: string | null, now: number): Statement {
  return {
    sql: "insert into jobs (id, kind, input, key, run_at, attempt, state, created_at) values (?, ?, ?, ?, ?, 0, 'waiting', ?) on conflict (kind, key) do nothing",
    args: [newId("job", now), kind, JSON.stringify(input ?? null), key, at, now],
  };
}
