import { Column, getTableColumns, is, Param, Placeholder, SQL, sql, Table } from "drizzle-orm";
import { drizzle } from "drizzle-orm/sqlite-proxy";
import type { Rows, Statement, Value } from "../../ports/database.ts";
import type { Reader } from "./access.ts";

/** Names of a plan's arguments that were given, each standing for its value; a name that was not given is undefined. */
export type Given = Readonly<Record<string, Placeholder | undefined>>;
type Arguments = Readonly<Record<string, unknown>>;
type Build<T> = (db: Reader, given: Given) => PromiseLike<T[]> & { toSQL(): { sql: string; params: unknown[] } };
type Fields = Record<string, unknown>;
type Decode = (row: readonly Value[]) => unknown;

interface Compiled {
  sql: string;
  params: unknown[];
}

/** What a plan is run with: the tenant's database, for reading. */
interface Runs {
  read(statements: readonly Statement[]): Promise<Rows[]>;
}

/**
 * A query that is built once for each set of arguments it is given, and from then on costs a look-up and a prepared
 * statement. For what every page view asks; everything else is plain drizzle.
 */
export class Plan<T> {
  readonly #build: Build<T>;
  readonly #decode: Decode;
  readonly #compiled = new Map<string, Compiled>();

  constructor(fields: Fields, build: Build<T>) {
    this.#build = build;
    this.#decode = decoder(fields);
  }

  statement(given: Arguments): Statement {
    const names = Object.keys(given).filter((name) => given[name] !== undefined);
    const signature = names.join();
    const found = this.#compiled.get(signature) ?? this.#compile(signature, names);
    return { sql: found.sql, args: found.params.map((param) => fill(param, given)) };
  }

  rows(answer: Rows | undefined): T[] {
    return (answer?.rows ?? []).map((row) => this.#decode(row) as T);
  }

  async all(ctx: Runs, given: Arguments): Promise<T[]> {
    const [answer] = await ctx.read([this.statement(given)]);
    return this.rows(answer);
  }

  async get(ctx: Runs, given: Arguments): Promise<T | undefined> {
    return (await this.all(ctx, given))[0];
  }

  #compile(signature: string, names: readonly string[]): Compiled {
    const given = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
    const { sql: text, params } = this.#build(builder, given).toSQL();
    const compiled = { sql: text, params };
    this.#compiled.set(signature, compiled);
    return compiled;
  }
}

/** Declares a plan. `fields` is what the query selects. */
export const plan = <T>(fields: Fields, build: Build<T>): Plan<T> => new Plan(fields, build);

/** Builds queries; it has no database to run them on. */
const builder: Reader = drizzle(() => Promise.reject(new Error("a plan is run through its context")));

function fill(param: unknown, given: Arguments): Value {
  if (param instanceof Placeholder) return given[param.name] as Value;
  if (param instanceof Param && param.value instanceof Placeholder) {
    return param.encoder.mapToDriverValue(given[param.value.name]) as Value;
  }
  return (typeof param === "boolean" ? Number(param) : param) as Value;
}

/** How a row becomes an object, worked out once: a nested object is null when everything in it is (a left join). */
function decoder(fields: Fields): Decode {
  let index = 0;
  const parts = Object.entries(fields).map(([name, field]): [string, Decode] => {
    if (is(field, Table)) return [name, nested(getTableColumns(field))];
    if (!is(field, Column) && !is(field, SQL) && !is(field, SQL.Aliased)) return [name, nested(field as Fields)];
    return [name, value(field, index++)];
  });
  return (row) => {
    const object: Record<string, unknown> = {};
    for (const [name, decode] of parts) object[name] = decode(row);
    return object;
  };

  function nested(inner: Fields): Decode {
    const decodes = Object.entries(inner).map(([name, field]): [string, Decode] => [name, value(field, index++)]);
    return (row) => {
      const object: Record<string, unknown> = {};
      let empty = true;
      for (const [name, decode] of decodes) {
        const decoded = decode(row);
        object[name] = decoded;
        if (decoded !== null) empty = false;
      }
      return empty ? null : object;
    };
  }
}

function value(field: unknown, index: number): Decode {
  const decode = decodeOf(field);
  return decode === undefined
    ? (row) => row[index]
    : (row) => {
        const raw = row[index] as Value;
        return raw === null ? null : decode(raw);
      };
}

/** Texts and numbers come as they are; only what a column changes on the way costs anything. */
function decodeOf(field: unknown): ((raw: Value) => unknown) | undefined {
  const expression = is(field, SQL.Aliased) ? field.sql : field;
  // Drizzle keeps the decoder of an expression to itself; a column is its own.
  const source = (is(expression, SQL) ? (expression as unknown as { decoder: unknown }).decoder : expression) as {
    mapFromDriverValue(value: unknown): unknown;
  };
  if (source.mapFromDriverValue === Column.prototype.mapFromDriverValue) return undefined;
  return (raw) => source.mapFromDriverValue(raw);
}
