import { and, eq, isNull } from "drizzle-orm";
import { type Reader, reader, type Work } from "../../kernel/index.ts";
import { stage } from "./deliveries.ts";
import type { EndpointRow } from "./endpoints.ts";
import { reader as name, wants } from "./replay.ts";
import { endpoints } from "./schema.ts";

/** Every event becomes one delivery for each endpoint that asked for it. */
export const toDeliveries = reader(name, "*", async (work, event) => {
  // What happens in the control database is of no tenant.
  if (work.tenant.routing === "") return;
  let body: string | undefined;
  for (const endpoint of await listening(work)) {
    // A new endpoint hears what happens from now on.
    if (!wants(endpoint, event.type) || event.at < endpoint.created_at) continue;
    body ??= JSON.stringify(event);
    stage(work, endpoint.id, event, body);
  }
});

/** The enabled endpoints, read once for all the events that commit together. */
const known = new WeakMap<Work, Promise<EndpointRow[]>>();

function listening(work: Work): Promise<EndpointRow[]> {
  let rows = known.get(work);
  if (!rows) {
    rows = enabled(work.db);
    known.set(work, rows);
  }
  return rows;
}

async function enabled(db: Reader): Promise<EndpointRow[]> {
  return db
    .select()
    .from(endpoints)
    .where(and(isNull(endpoints.deleted_at), eq(endpoints.status, "enabled")));
}
