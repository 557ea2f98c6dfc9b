import { sql } from "drizzle-orm";
import { job } from "../../kernel/index.ts";

const day = 24 * 3_600_000;
/** How long deliveries stay on record, in milliseconds. */
const keepFor = 30 * day;
const page = 2_000;

/** Forgets old deliveries with their attempts, a page at a time so that no batch is long. */
export const cleanUp = job(
  "webhooks.clean_up",
  (work) => {
    // Only a tenant's database has these tables.
    if (work.tenant.routing === "") return;
    const old = sql`select id from webhook_deliveries where created_at < ${work.now - keepFor} and status <> 'pending' limit ${page}`;
    work.write(sql`delete from webhook_attempts where delivery_id in (${old})`);
    work.write(sql`delete from webhook_deliveries where id in (${old})`);
  },
  { every: day / 24 },
);
