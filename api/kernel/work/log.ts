import type { Database, Value } from "../../ports/database.ts";
import { type Actor, allows } from "../actor.ts";
import type { LoggedEvent, StoredEvent } from "../event.ts";

export const eventColumns = "seq, id, type, at, actor_kind, actor_id, subject, contact_id, visitors, data";

export function readEvent(row: readonly Value[]): StoredEvent {
  return {
    seq: row[0] as number,
    id: row[1] as string,
    type: row[2] as string,
    at: new Date(row[3] as number).toISOString(),
    actor: { kind: row[4] as string, id: row[5] as string },
    subject: row[6] as string | null,
    contact_id: row[7] as string | null,
    visitors: row[8] === 1,
    data: JSON.parse(row[9] as string),
  };
}

/** The envelope that sockets, webhooks and the list all tell. */
export function publicEvent({ id, seq, type, at, actor, data }: StoredEvent): LoggedEvent {
  return { id, seq, type, at, actor, data };
}

/** Whether this caller may see this event: staff by permission of its area, a visitor what is about itself. */
export function maySee(actor: Actor, event: StoredEvent): boolean {
  if (actor.kind === "visitor") {
    return event.visitors && actor.contact_id !== null && event.contact_id === actor.contact_id;
  }
  if (actor.kind !== "member" && actor.kind !== "secret" && actor.kind !== "system") return false;
  return allows(actor, "events:read") || allows(actor, `${areaOf(event.type)}:read`);
}

/** Nouns that are read with another area than their plural. */
const areas: Record<string, string> = {
  message: "conversations",
  note: "conversations",
  hold: "bookings",
  company: "company",
  media: "media",
  webhook_endpoint: "webhooks",
  webhook: "webhooks",
};

function areaOf(type: string): string {
  const noun = type.slice(0, type.indexOf("."));
  return areas[noun] ?? `${noun}s`;
}

export async function eventsAfter(database: Database, seq: number, limit: number): Promise<StoredEvent[]> {
  const [page] = await database.read([
    { sql: `select ${eventColumns} from events where seq > ? order by seq limit ?`, args: [seq, limit] },
  ]);
  return (page?.rows ?? []).map(readEvent);
}

/** The newest and the oldest position that the log still holds; 0 when it is empty. */
export async function logBounds(database: Database): Promise<{ first: number; last: number }> {
  const [answer] = await database.read([
    { sql: "select coalesce(min(seq), 0), coalesce(max(seq), 0) from events", args: [] },
  ]);
  const row = answer?.rows[0];
  return { first: (row?.[0] as number) ?? 0, last: (row?.[1] as number) ?? 0 };
}
