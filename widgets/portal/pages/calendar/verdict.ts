import type { AvailabilityExplanation } from "../../../../sdk/index.ts";

export type Code = NonNullable<AvailabilityExplanation["checks"][number]["code"]>;

/** Whether something may be dropped: freely, beside what is on offer as staff may, or not at all. */
export interface Verdict {
  kind: "free" | "unusual" | "refused";
  /** Checks that fail; where some refuse, those alone. */
  failing: readonly Code[];
}

/** What nobody can book over; all else staff may, such as another hour or length. */
const binding: readonly Code[] = ["full", "blocked", "venue_full", "pool_exhausted", "add_on_out", "party_size"];

/** What is said about a start. */
const starting: readonly Code[] = ["closed", "no_start", "too_soon", "too_far"];

/** A start that stays as it is was decided on before. */
export function verdictOf({ checks }: Pick<AvailabilityExplanation, "checks">, sameStart = false): Verdict {
  const failing = checks
    .flatMap(({ code, passed }) => (passed || code === null ? [] : [code]))
    .filter((code) => !sameStart || !starting.includes(code));
  const refusing = failing.filter((code) => binding.includes(code));
  if (refusing.length) return { kind: "refused", failing: refusing };
  return { kind: failing.length ? "unusual" : "free", failing };
}
