import type { WaitlistEntry } from "../../../../sdk/index.ts";

type Waiting = Pick<
  WaitlistEntry,
  "id" | "resource_id" | "venue_id" | "from_date" | "to_date" | "status" | "created_at"
>;

const meet = (one: Pick<Waiting, "from_date" | "to_date">, other: Pick<Waiting, "from_date" | "to_date">) =>
  one.from_date <= other.to_date && other.from_date <= one.to_date;

/**
 * Whose turn it is: how many wait for the same resource at the same venue on any of the same dates and came before,
 * plus one. Only who still waits stands in the queue.
 */
export function positionsOf(entries: readonly Waiting[]): Map<string, number> {
  const queue = entries
    .filter(({ status }) => status === "waiting")
    .sort((a, b) => (a.created_at < b.created_at ? -1 : a.created_at > b.created_at ? 1 : a.id < b.id ? -1 : 1));
  const ahead = (entry: Waiting, at: number) =>
    queue
      .slice(0, at)
      .filter((one) => one.resource_id === entry.resource_id && one.venue_id === entry.venue_id && meet(one, entry));
  return new Map(queue.map((entry, at) => [entry.id, ahead(entry, at).length + 1]));
}

/** Entries that would do with some date from the first to the last; an end that is left out is open. */
export const between = <T extends Waiting>(
  entries: readonly T[],
  from: string | undefined,
  to: string | undefined,
): T[] => entries.filter((entry) => meet(entry, { from_date: from ?? "", to_date: to ?? "9999" }));
