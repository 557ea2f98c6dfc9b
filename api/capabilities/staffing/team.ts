import { and, eq, isNull, sql } from "drizzle-orm";
import { type Interval, normalise } from "../../core/intervals.ts";
import { plan, type Reading } from "../../kernel/index.ts";
import { longestShift, pools, shifts, units } from "./schema.ts";

/** One of a pool that can be given to a booking. */
export interface TeamUnit {
  unit_id: string;
  /** What occupancy is counted under: the member where it is one, else the unit. */
  subject_id: string;
  name: string;
  /** When it is there, in milliseconds since 1970, shifts that touch as one; `null` for always. */
  shifts: Interval[] | null;
}

const unitFields = {
  pool_id: units.pool_id,
  unit_id: units.id,
  member_id: units.member_id,
  name: units.name,
  follow_shifts: pools.follow_shifts,
  venue_id: pools.venue_id,
};

const activeUnits = plan(unitFields, (db, { asked }) =>
  db
    .select(unitFields)
    .from(units)
    .innerJoin(pools, eq(pools.id, units.pool_id))
    .where(
      and(
        sql`${units.pool_id} in (select value from json_each(${asked}))`,
        eq(units.status, "active"),
        isNull(units.deleted_at),
        isNull(pools.deleted_at),
      ),
    )
    .orderBy(units.created_at, units.id),
);

const shiftFields = {
  member_id: shifts.member_id,
  venue_id: shifts.venue_id,
  from: sql<number>`${shifts.starts_at}`,
  to: sql<number>`${shifts.ends_at}`,
};

const followedShifts = plan(shiftFields, (db, { asked, from, to }) =>
  db
    .select(shiftFields)
    .from(shifts)
    .where(
      and(
        sql`${shifts.member_id} in (
          select u.member_id from ${units} as u join ${pools} as p on p.id = u.pool_id
          where u.pool_id in (select value from json_each(${asked}))
            and u.member_id is not null and u.deleted_at is null and p.follow_shifts = 1
        )`,
        sql`${shifts.starts_at} > ${from} - ${longestShift}`,
        sql`${shifts.starts_at} < ${to}`,
        sql`${shifts.ends_at} > ${from}`,
      ),
    ),
);

/**
 * Who and what of each pool can be given to a booking, with the shifts that overlap [from, to), in milliseconds since
 * 1970. One round trip; a pool that is not there has nobody.
 */
export async function teamOf(
  ctx: Pick<Reading, "read">,
  poolIds: readonly string[],
  from: number,
  to: number,
): Promise<Map<string, TeamUnit[]>> {
  const teams = new Map(poolIds.map((id): [string, TeamUnit[]] => [id, []]));
  if (poolIds.length === 0) return teams;
  const asked = JSON.stringify(poolIds);
  const [some, times] = await ctx.read([
    activeUnits.statement({ asked }),
    followedShifts.statement({ asked, from, to }),
  ]);
  const shiftsOf = Map.groupBy(followedShifts.rows(times), (shift) => shift.member_id);
  for (const { pool_id, unit_id, member_id, name, follow_shifts, venue_id } of activeUnits.rows(some)) {
    const counts = (at: string | null) => at === null || venue_id === null || at === venue_id;
    const there = member_id === null ? [] : (shiftsOf.get(member_id) ?? []).filter((shift) => counts(shift.venue_id));
    teams.get(pool_id)?.push({
      unit_id,
      subject_id: member_id ?? unit_id,
      name,
      shifts: member_id !== null && follow_shifts ? normalise(there) : null,
    });
  }
  return teams;
}
