import { and, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { type Context, decideAgain, type Reading } from "../../kernel/index.ts";
import { resources } from "../resources/index.ts";
import { teamOf } from "../staffing/index.ts";
import { spans, vacate } from "../venues/index.ts";
import { type Place, type Taken, takenColumns } from "./place.ts";
import type { BookingRow } from "./shown.ts";

/**
 * Those who leave together share the people and things of the departure. Each of those is one span, of one of the
 * bookings; when that one leaves, what the others still need becomes another's.
 */

const DAY = 86_400_000;

/** Live spans of one departure. Buffers are a day long at most, which bounds where to look. */
export const departing = (resource: string, start: number, now: number) =>
  and(
    eq(spans.resource_id, resource),
    sql`${spans.busy_from} between ${start - DAY} and ${start}`,
    sql`${spans.starts_at} = ${start}`,
    sql`(${isNull(spans.expires_at)} or ${gt(spans.expires_at, new Date(now).toISOString())})`,
  );

export const peopleOn = (where: SQL | undefined) => sql`(select coalesce(sum(people), 0) from ${spans} where ${where})`;

/** Decides again when others joined the departure, or left it, since it was read. */
export function sameDeparture(ctx: Context, { resource, taken, team }: Place, start: number): void {
  const subjects = subjectsIn(team);
  const on = taken.filter((one) => one.resource === resource.id && one.starts_at === start);
  const people = on.reduce((sum, one) => sum + one.people, 0);
  const units = on.filter(({ subject }) => subjects.includes(subject)).length;
  const where = departing(resource.id, start, ctx.now);
  ctx.guard(
    sql`${peopleOn(where)} = ${people} and (select count(*) from ${spans} where ${and(where, inArray(spans.subject_id, subjects))}) = ${units}`,
    decideAgain,
  );
}

const subjectsIn = (team: Place["team"]) => [...new Set([...team.values()].flat().map(({ subject_id }) => subject_id))];

/** Whoever stays longer takes over what a hold has for the departure: a hold may run out. */
export function adopt(ctx: Context, { resource, team }: Place, start: number, owner: string, expires: number | null) {
  const passing = and(
    departing(resource.id, start, ctx.now),
    inArray(spans.subject_id, subjectsIn(team)),
    sql`${spans.expires_at} < ${expires ?? Number.MAX_SAFE_INTEGER}`,
  );
  ctx.write(sql`update ${spans} set owner_id = ${owner}, expires_at = ${expires} where ${passing}`);
}

type Leaving = Pick<BookingRow, "id" | "resource_id" | "starts_at">;

/**
 * Gives back all that a booking or hold took, for it to take something else. Where it stays on its departure, what it
 * had for the others is taken anew with the rest.
 */
export async function stepAside(
  ctx: Context,
  before: Leaving,
  going: Pick<Leaving, "resource_id" | "starts_at">,
): Promise<Taken[]> {
  if (going.resource_id !== before.resource_id || going.starts_at !== before.starts_at) return release(ctx, before);
  vacate(ctx, before.id);
  return [];
}

/**
 * Gives back all that a booking or hold took, but for what those who still leave at that time need: that becomes
 * theirs, and is answered.
 */
export const release = (ctx: Context, leaving: Leaving): Promise<Taken[]> => leave(ctx, [leaving], leaving);

/** The same for several at once: what one of them would hand on to another is handed to who stays. */
export async function releaseAll(ctx: Context, leaving: readonly Leaving[]): Promise<void> {
  const departures = Map.groupBy(leaving, ({ resource_id, starts_at }) => `${resource_id} ${starts_at}`);
  for (const group of departures.values()) if (group[0]) await leave(ctx, group, group[0]);
}

/** All of `leaving` are on one departure. */
async function leave(ctx: Context, leaving: readonly Leaving[], { resource_id, starts_at }: Leaving): Promise<Taken[]> {
  const ids = leaving.map(({ id }) => id);
  const start = Date.parse(starts_at);
  const on = await ctx.db
    .select({ ...takenColumns, expires: spans.expires_at })
    .from(spans)
    .where(departing(resource_id, start, ctx.now));
  const goes = ({ owner }: Taken) => ids.includes(owner);
  const others = on.filter((one) => !goes(one) && one.people > 0);
  const mine = on.filter((one) => goes(one) && one.people === 0);
  const heir = others.find(({ expires }) => expires === null) ?? others[0];
  const kept: Taken[] = [];
  if (heir && mine.length > 0) {
    const people = others.reduce((sum, one) => sum + one.people, 0);
    const theirs = on.filter((one) => !goes(one)).map(({ subject }) => subject);
    const needed = await stillNeeded(
      ctx,
      resource_id,
      start,
      people,
      mine.map(({ subject }) => subject),
      theirs,
    );
    if (needed.length > 0) {
      const all = people + on.reduce((sum, one) => sum + (goes(one) ? one.people : 0), 0);
      ctx.guard(sql`${peopleOn(departing(resource_id, start, ctx.now))} = ${all}`, decideAgain);
      const inherited = and(inArray(spans.owner_id, ids), inArray(spans.subject_id, needed));
      ctx.write(
        sql`update ${spans} set owner_id = ${heir.owner}, expires_at = ${heir.expires === null ? null : Date.parse(heir.expires)} where ${inherited}`,
      );
      kept.push(
        ...mine.filter(({ subject }) => needed.includes(subject)).map((span) => ({ ...span, owner: heir.owner })),
      );
    }
  }
  for (const id of ids) vacate(ctx, id);
  return kept;
}

/** Which of what one had for a departure the people who stay on it still need. */
async function stillNeeded(
  ctx: Reading,
  resourceId: string,
  start: number,
  people: number,
  mine: readonly string[],
  theirs: readonly string[],
): Promise<string[]> {
  const resource = await ctx.db.select().from(resources).where(eq(resources.id, resourceId)).get();
  if (resource?.kind !== "experience" || resource.sharing === "private") return [];
  const team = await teamOf(
    ctx,
    resource.requirements.map(({ pool_id }) => pool_id),
    start,
    start + 1,
  );
  return resource.requirements.flatMap(({ pool_id, count, per }) => {
    const pool = (team.get(pool_id) ?? []).map(({ subject_id }) => subject_id);
    const have = theirs.filter((subject) => pool.includes(subject)).length;
    const need = count * (per === null ? 1 : Math.ceil(people / per)) - have;
    return mine.filter((subject) => pool.includes(subject)).slice(0, Math.max(0, need));
  });
}
