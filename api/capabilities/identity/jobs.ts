import { sql } from "drizzle-orm";
import { job } from "../../kernel/index.ts";

const day = 86_400_000;
/** Ended sessions are kept this long, so that somebody can still look where they were. */
const keptFor = 30 * day;

/** Sessions live in the control database; a tenant's has none to clean up. */
export const cleanUpSessions = job<null>(
  "sessions.clean_up",
  (work) => {
    if (work.tenant.routing === "") work.write(sql`delete from sessions where expires_at < ${work.now - keptFor}`);
  },
  { every: day },
);
