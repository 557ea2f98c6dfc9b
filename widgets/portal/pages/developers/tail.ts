import type { Event, Foyer } from "../../../../sdk/index.ts";

/** How many events of the end of the log are looked at. */
export const tailSize = 200;

/** Newest first, each once, and no more than are looked at. */
export function merged(events: readonly Event[], more: readonly Event[]): Event[] {
  const bySeq = new Map([...events, ...more].map((event) => [event.seq, event]));
  return [...bySeq.values()].sort((a, b) => b.seq - a.seq).slice(0, tailSize);
}

/** The end of the log. It is read forwards, so its end is asked for first. */
export async function latest(foyer: Foyer): Promise<Event[]> {
  const end = await foyer.events.list({ after: "latest", limit: 1 });
  const last = Number(end.next_cursor ?? 0);
  const { data } = await foyer.events.list({ after: Math.max(0, last - tailSize), limit: tailSize });
  return data.toReversed();
}
