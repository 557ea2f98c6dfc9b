import { type Availability, ProblemError } from "../../../../sdk/index.ts";

export type Slot = Availability["days"][number]["slots"][number];
export type Reason = NonNullable<Slot["reason"]>;

/** The free starts nearest to one that was refused as taken; undefined when it was refused for something else. */
export function alternativesOf(error: unknown): Slot[] | undefined {
  if (!(error instanceof ProblemError) || error.code !== "slot_unavailable") return undefined;
  const { alternatives } = error.problem as { alternatives?: Slot[] };
  return alternatives ?? [];
}

/** What was refused, as a form needs it. */
export interface Refusal {
  /** Which of several items, from 0. */
  item: number;
  /** When that one would have been: of a series, one of its dates. */
  starts_at: string | undefined;
  /** Messages by field. */
  fields: Record<string, string>;
  taken: { reason: Reason | undefined; alternatives: Slot[] } | undefined;
  /** Why a promotion code does not count. */
  code: string | undefined;
}

const item = /^\/items\/(\d+)(?=\/|$)/;

/** Reads a refusal; undefined when it says nothing that a form could show at its place. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const told = error.problem as { item?: number; starts_at?: string; reason?: string };
  const fields: Record<string, string> = {};
  let at = told.item;
  for (const { pointer, detail } of error.errors) {
    const found = item.exec(pointer);
    at ??= found ? Number(found[1]) : undefined;
    const name = pointer.replace(item, "").replace(/^\//, "").split("/")[0];
    if (name) fields[name] ??= detail;
  }
  const alternatives = alternativesOf(error);
  const taken = alternatives && { reason: told.reason as Reason | undefined, alternatives };
  const code = error.code === "promotion_not_valid" ? (told.reason ?? "unknown") : undefined;
  if (!taken && !code && Object.keys(fields).length === 0) return undefined;
  return { item: at ?? 0, starts_at: told.starts_at, fields, taken, code };
}

/** What keeps guests from booking a time, and not staff. */
const soft: ReadonlySet<string> = new Set<Reason>([
  "closed",
  "no_start",
  "wrong_length",
  "ends_outside_hours",
  "too_soon",
  "too_far",
]);

export const staffMay = (reason: Reason): boolean => soft.has(reason);

/** Whether staff may choose a time. */
export const choosable = ({ reason }: Pick<Slot, "reason">): boolean => !reason || staffMay(reason);
