import { sql } from "drizzle-orm";
import { job } from "../../kernel/index.ts";

const day = 24 * 3_600_000;
/** How long mails and what was read stay on record, in milliseconds. */
const keepFor = 90 * day;
const page = 2_000;

/** Forgets old mails and old notifications, a page at a time so that no batch is long. */
export const cleanUp = job(
  "notifications.clean_up",
  (work) => {
    // Only a tenant's database has these tables.
    if (work.tenant.routing === "") return;
    const before = work.now - keepFor;
    work.write(
      sql`delete from mail_deliveries where id in (select id from mail_deliveries where created_at < ${before} and status <> 'pending' limit ${page})`,
    );
    work.write(
      sql`delete from notifications where id in (select id from notifications where created_at < ${before} limit ${page})`,
    );
  },
  { every: day / 24 },
);
