import { type SQL, sql } from "drizzle-orm";
import type { Value } from "../../ports/database.ts";

/**
 * A value that only the batch itself can know, such as the next number of a series. It stands in events and answers
 * like an ordinary value; the kernel reads it in the same batch, after the writes before it.
 */
export class Late {
  readonly query: SQL;
  /** Of the right type, for validating what the value stands in. */
  readonly sample: string | number;
  value: Value | undefined;

  constructor(query: SQL, sample: string | number) {
    this.query = query;
    this.sample = sample;
  }
}

/** `data` with every late value exchanged by `replace`; the same object when there is none. */
export function replaceLate(data: unknown, replace: (late: Late, path: string) => unknown, path = "$"): unknown {
  if (data instanceof Late) return replace(data, path);
  if (Array.isArray(data)) {
    const copy = data.map((item, index) => replaceLate(item, replace, `${path}[${index}]`));
    return copy.some((item, index) => item !== data[index]) ? copy : data;
  }
  if (data === null || typeof data !== "object") return data;
  let copy: Record<string, unknown> | undefined;
  for (const [key, value] of Object.entries(data)) {
    const next = replaceLate(value, replace, `${path}."${key}"`);
    if (next !== value) {
      copy ??= { ...data };
      copy[key] = next;
    }
  }
  return copy ?? data;
}

export const withSamples = (data: unknown) => replaceLate(data, (late) => late.sample);
export const withValues = (data: unknown) => replaceLate(data, (late) => late.value);

/** JSON text as an expression of the batch: a plain parameter, or one with its late values set inside. */
export function jsonExpression(data: unknown): SQL {
  const late: { path: string; query: SQL }[] = [];
  const plain = replaceLate(data, (value, path) => {
    late.push({ path, query: value.query });
    return null;
  });
  const text = JSON.stringify(plain);
  if (late.length === 0) return sql`${text}`;
  const sets = late.map(({ path, query }) => sql`, ${path}, (${query})`);
  return sql`json_set(${text}${sql.join(sets)})`;
}

/** `shown`, which was parsed from the samples, with the late values of `data` back in their places. */
export function overlayLate(shown: unknown, data: unknown): unknown {
  if (data instanceof Late) return data;
  if (shown === null || typeof shown !== "object" || data === null || typeof data !== "object") return shown;
  const from = data as Record<string, unknown>;
  if (Array.isArray(shown)) return shown.map((item, index) => overlayLate(item, from[index]));
  return Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, overlayLate(value, from[key])]));
}
