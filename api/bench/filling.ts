import type { Database } from "../ports/database.ts";

/** Bookings to be put into a database, `count` of them evenly over `days` days from `from` (ms since 1970). */
export interface Filling {
  tenant: string;
  venue: string;
  contact: string;
  resources: string[];
  from: number;
  days: number;
  count: number;
}

const atOnce = 20_000;

/** Rows as the API would have left them: a booking and its span, an hour long. */
export async function fill(
  database: Database,
  { venue, contact, resources, from, days, count }: Filling,
): Promise<void> {
  const ids = JSON.stringify(resources);
  const step = Math.floor((days * 86_400_000) / count);
  for (let done = 0; done < count; done += atOnce) {
    const numbers = `with recursive n(i) as (select ${done} union all select i + 1 from n where i < ${Math.min(count, done + atOnce) - 1}),
      r as materialized (select key, value from json_each(?1)),
      row as (select 'bkg_' || ?2 || i as id, 'FY-' || ?2 || i as reference, value as resource, ?2 + i * ${step} as start from n join r on r.key = i % ${resources.length})`;
    await database.commit([
      {
        sql: `${numbers} insert into bookings (id, version, created_at, updated_at, reference, resource_id, venue_id, contact_id, contact, starts_at, ends_at, party, status, price, currency, answers)
          select id, 1, ?2, ?2, reference, resource, ?3, ?4, '{}', start, start + 3600000, 1, 'confirmed', 1000, 'USD', '{}' from row`,
        args: [ids, from, venue, contact],
      },
      {
        sql: `${numbers} insert into spans (owner_id, subject_id, resource_id, starts_at, venue_id, busy_from, busy_to, places, people)
          select id, resource, resource, start, ?3, start, start + 3600000, 1, 1 from row`,
        args: [ids, from, venue],
      },
    ]);
  }
}

/** How many places of a resource are taken in all, and the most at one time. */
export async function places(database: Database, resource: string): Promise<{ taken: number; peak: number }> {
  const [answer] = await database.read([
    {
      sql: `with edges(at, change) as (
          select busy_from, places from spans where subject_id = ?1 union all select busy_to, -places from spans where subject_id = ?1
        )
        select (select sum(places) from spans where subject_id = ?1),
          (select max(used) from (select sum(change) over (order by at, change rows unbounded preceding) as used from edges))`,
      args: [resource],
    },
  ]);
  const [taken, peak] = (answer?.rows[0] ?? [0, 0]) as [number, number];
  return { taken, peak };
}
