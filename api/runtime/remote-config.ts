import type { Remote } from "../adapters/database/places.ts";

/** Where the remote databases are, from the environment; `undefined` when DATABASE_URL is not set. */
export function remoteOf(environment: Record<string, string | undefined>): Remote | undefined {
  const { DATABASE_URL, DATABASE_KIND, DATABASE_TOKEN, DATABASE_ADMIN_URL, DATABASE_ADMIN_TOKEN, DATABASE_GROUP } =
    environment;
  if (!DATABASE_URL) return undefined;
  return {
    kind: DATABASE_KIND === "sqld" ? "sqld" : "turso",
    url: DATABASE_URL,
    ...(DATABASE_TOKEN ? { authToken: DATABASE_TOKEN } : {}),
    ...(DATABASE_ADMIN_URL ? { adminUrl: DATABASE_ADMIN_URL } : {}),
    ...(DATABASE_ADMIN_TOKEN ? { adminToken: DATABASE_ADMIN_TOKEN } : {}),
    ...(DATABASE_GROUP ? { group: DATABASE_GROUP } : {}),
  };
}
