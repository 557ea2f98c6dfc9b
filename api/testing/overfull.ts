import { everyPlace } from "../capabilities/venues/index.ts";

/** Queries, by what they say is never so, for whatever has more taken of it from `now` on than there is. */
export function overfull(now: number): Record<string, string> {
  /** How much of a number is in use at each instant at which it changes, blocks apart. */
  const used = (of: string, number: string) => `
    with live as (
      select ${of} of, busy_from, busy_to, ${number} number from spans
      where busy_to > ${now} and places < ${everyPlace} and (expires_at is null or expires_at > ${now})
    ), edges as (
      select of, busy_from at, number change from live union all select of, busy_to, -number from live
    ), used as (
      select of, at, sum(change) over (partition by of order by at, change rows unbounded preceding) number from edges
    )`;
  return {
    "nothing has more taken of it than there is": `
      ${used("subject_id", "places")}, room as (
        select id subject, capacity from resources
        union all
        select r.id || '@' || (o.value ->> 'venue_id'), coalesce(o.value ->> 'capacity', r.capacity)
        from resources r, json_each(r.also_at) o
        union all
        select r.id || '+' || (a.value ->> 'id'), a.value ->> 'stock' from resources r, json_each(r.add_ons) a
        where a.value ->> 'stock' is not null
        union all
        select coalesce(member_id, id), 1 from units
      )
      select used.of, used.at, used.number, room.capacity from used join room on room.subject = used.of
      where used.number > room.capacity and used.at >= ${now}`,
    "no venue lets in more people than it may": `
      ${used("venue_id", "people")}
      select v.id, used.at, used.number, v.capacity from used join venues v on v.id = used.of
      where used.number > v.capacity and used.at >= ${now}`,
  };
}
