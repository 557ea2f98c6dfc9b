import { and, asc, eq, gt, gte, lt, type SQL, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import type { Interval } from "../../core/intervals.ts";
import {
  type Context,
  decideAgain,
  equal,
  invalid,
  Keyset,
  notFound,
  problem,
  type Reading,
  type z,
} from "../../kernel/index.ts";
import { companyOf } from "../tenants/index.ts";
import { shiftCreated, shiftDeleted, shiftUpdated } from "./events.ts";
import { venueOf, worker } from "./people.ts";
import { longestShift, type ShiftRow, shifts } from "./schema.ts";
import { seriesOf } from "./series.ts";
import type { ShiftInput, ShiftPatch } from "./shapes.ts";

const mostConflicts = 50;

export const shiftConflict = problem("shift_conflict", 409, "This person has a shift at that time already.");

interface Filters {
  from?: string | undefined;
  to?: string | undefined;
  member_id?: string | undefined;
  venue_id?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Those that have a part in [from, to), by their start. */
export async function list(ctx: Reading, query: Filters) {
  const { from, to } = query;
  const keyset = new Keyset({ by: shifts.starts_at, id: shifts.id, direction: "asc" }, query);
  const earliest = from && new Date(Date.parse(from) - longestShift).toISOString();
  const rows = await ctx.db
    .select()
    .from(shifts)
    .where(
      keyset.where(
        earliest ? gt(shifts.starts_at, earliest) : undefined,
        from ? gt(shifts.ends_at, from) : undefined,
        to ? lt(shifts.starts_at, to) : undefined,
        equal(shifts.member_id, query.member_id),
        equal(shifts.venue_id, query.venue_id),
      ),
    )
    .orderBy(...keyset.order)
    .limit(keyset.take);
  return keyset.page(rows, (row) => [row.starts_at, row.id]);
}

export async function retrieve(ctx: Reading, id: string): Promise<ShiftRow> {
  const row = await ctx.db.select().from(shifts).where(eq(shifts.id, id)).get();
  if (!row) throw notFound();
  return row;
}

export async function create(ctx: Context, { recurrence, ...input }: z.output<typeof ShiftInput>) {
  const first = lasting(input, input);
  await worker(ctx, input.member_id);
  const venue = input.venue_id === null ? undefined : await venueOf(ctx, input.venue_id);
  const zone = venue?.time_zone ?? (await companyOf(ctx)).time_zone;
  const times = recurrence === null ? [first] : seriesOf(zone, first, recurrence);
  await keepApart(ctx, input.member_id, times);
  const series_id = recurrence === null ? null : newId("ser", ctx.now);
  const rows = times.map(
    ({ from, to }): ShiftRow => ({
      ...input,
      id: newId("shf", ctx.now),
      starts_at: iso(from),
      ends_at: iso(to),
      series_id,
      version: 1,
      created_at: ctx.at,
      updated_at: ctx.at,
    }),
  );
  for (const row of rows) {
    ctx.insert(shifts, row);
    ctx.emit(shiftCreated, row);
  }
  ctx.about("shift", rows[0]!.id);
  ctx.note({ series_id, shifts: rows.length });
  return { series_id, shifts: rows };
}

export async function update(ctx: Context, id: string, { version, ...patch }: z.output<typeof ShiftPatch>) {
  const before = await retrieve(ctx, id);
  const wanted = { ...before, ...patch };
  const times = lasting(wanted, patch);
  if (wanted.member_id !== before.member_id) await worker(ctx, wanted.member_id);
  if (wanted.venue_id !== null && wanted.venue_id !== before.venue_id) await venueOf(ctx, wanted.venue_id);
  const next = ctx.update(shifts, before, patch, version);
  if (next === before) return next;
  await keepApart(ctx, wanted.member_id, [times], id);
  ctx.emit(shiftUpdated, next);
  return next;
}

/** Takes a shift off the plan, or it and those of its series that begin later. */
export async function remove(ctx: Context, id: string, series: "this" | "following"): Promise<void> {
  const row = await retrieve(ctx, id);
  ctx.expect(row, undefined);
  const doomed = series === "following" && row.series_id !== null ? await following(ctx, row.series_id, row) : [row];
  const named = sql`id in (select value from json_each(${JSON.stringify(doomed.map((one) => one.id))}))`;
  const versions = doomed.reduce((sum, one) => sum + one.version, 0);
  ctx.guard(
    sql`(select count(*) = ${doomed.length} and sum(version) = ${versions} from ${shifts} where ${named})`,
    decideAgain,
  );
  ctx.write(sql`delete from ${shifts} where ${named}`);
  for (const one of doomed) ctx.emit(shiftDeleted, one);
  ctx.note({ shifts: doomed.length });
}

const following = (ctx: Reading, seriesId: string, { starts_at }: ShiftRow) =>
  ctx.db
    .select()
    .from(shifts)
    .where(and(eq(shifts.series_id, seriesId), gte(shifts.starts_at, starts_at)))
    .orderBy(asc(shifts.starts_at));

/** When it begins and ends; the pointer of a refusal names what was sent. */
function lasting(shift: Pick<ShiftRow, "starts_at" | "ends_at">, sent: Partial<ShiftRow>): Interval {
  const [from, to] = [Date.parse(shift.starts_at), Date.parse(shift.ends_at)];
  const pointer = sent.ends_at === undefined ? "/starts_at" : "/ends_at";
  if (to <= from) throw invalid(pointer, "It must end after it starts.");
  if (to - from > longestShift) throw invalid(pointer, "A shift lasts a day at most.");
  return { from, to };
}

/** Nobody works two shifts at once: refuses with those that are in the way, now or when the batch commits. */
async function keepApart(ctx: Context, memberId: string, times: readonly Interval[], except = ""): Promise<void> {
  const meeting = meetingOf(memberId, times, except);
  const conflicts = await ctx.db
    .select({ id: shifts.id, starts_at: shifts.starts_at, ends_at: shifts.ends_at })
    .from(shifts)
    .where(sql`${shifts.id} in (${meeting})`)
    .orderBy(asc(shifts.starts_at))
    .limit(mostConflicts);
  if (conflicts.length > 0) throw shiftConflict(undefined, { members: { conflicts } });
  // Whoever was faster stands in the answer of the second attempt.
  ctx.guard(sql`not exists (${meeting})`, decideAgain);
}

/** The ids of a member's shifts that overlap any of these times. */
const meetingOf = (memberId: string, times: readonly Interval[], except: string): SQL => sql`
  select s.id from json_each(${JSON.stringify(times)}) as wanted cross join ${shifts} as s
  where s.member_id = ${memberId} and s.id <> ${except}
    and s.starts_at > (wanted.value ->> 'from') - ${longestShift}
    and s.starts_at < (wanted.value ->> 'to')
    and s.ends_at > (wanted.value ->> 'from')`;

function iso(at: number): string {
  return new Date(at).toISOString();
}
