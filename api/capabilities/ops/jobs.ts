import { sql } from "drizzle-orm";
import { job } from "../../kernel/index.ts";

const hour = 3_600_000;
const page = 5_000;

/** Forgets answers that are kept for replays no longer, a page at a time so that no batch is long. */
export const cleanUp = job(
  "ops.clean_up",
  (work) => {
    const expired = sql`select scope from idempotency where expires_at <= ${work.now} limit ${page}`;
    work.write(sql`delete from idempotency where scope in (${expired})`);
  },
  { every: hour },
);
