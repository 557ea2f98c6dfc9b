import { and, gt, isNull, type SQL } from "drizzle-orm";
import { sessions } from "./schema.ts";

/** A session ends this long after its sign-in, in milliseconds. */
export const sessionLifetime = 7 * 86_400_000;
/** And earlier when nobody used it for this long. */
export const idleLimit = 30 * 60_000;
/** Use is written at most this often: it must not turn every read into a write. */
export const touchEvery = 60_000;

/** Sessions that still work. */
export const alive = (now: number): SQL | undefined =>
  and(
    isNull(sessions.revoked_at),
    gt(sessions.expires_at, new Date(now).toISOString()),
    gt(sessions.last_active_at, new Date(now - idleLimit).toISOString()),
  );
