import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { type Context, decideAgain, invalid, type Reading, type z } from "../../kernel/index.ts";
import type { ResourceRow } from "../resources/index.ts";
import { pools, subjectOf, type UnitRow, units } from "../staffing/index.ts";
import { occupy, spans } from "../venues/index.ts";
import { resourceOf } from "./attendees.ts";
import { notChangeable } from "./changes.ts";
import { departing, peopleOn } from "./departure.ts";
import { bookingUpdated } from "./events.ts";
import { open } from "./lifecycle.ts";
import { slotUnavailable } from "./offer.ts";
import { type Taken, takenColumns } from "./place.ts";
import { together } from "./rules.ts";
import { bookings } from "./schema.ts";
import type { BookingRow, ShownRow } from "./shown.ts";
import type { BookingUnitsInput } from "./unit-schema.ts";

type Unit = UnitRow & { pool_name: string };
type Need = Pick<ResourceRow["requirements"][number], "pool_id"> & { count: number };

/** What a booking, or the departure that it is on, has out of pools. */
interface Team {
  /** What takes the time of it, whosever it is. */
  where: SQL | undefined;
  own: Taken | undefined;
  people: number;
  needs: Need[];
  has: Unit[];
}

export async function list(ctx: Pick<Reading, "db" | "now">, booking: BookingRow) {
  return answer(booking, (await teamOf(ctx, booking)).has);
}

const answer = ({ id, version }: Pick<BookingRow, "id" | "version">, has: readonly Unit[]) => ({
  booking_id: id,
  version,
  data: has.map(({ id, ...unit }) => ({ ...unit, unit_id: id })),
});

async function teamOf(ctx: Pick<Reading, "db" | "now">, booking: BookingRow): Promise<Team> {
  const resource = await resourceOf(ctx, booking);
  const alone = booking.private || resource.sharing === "private";
  const shared = together({ resource }, { alone });
  const start = Date.parse(booking.starts_at);
  const where = shared ? departing(resource.id, start, ctx.now) : eq(spans.owner_id, booking.id);
  const taken = await ctx.db.select(takenColumns).from(spans).where(where);
  const people = taken.reduce((sum, one) => sum + one.people, 0);
  const needs = resource.requirements.map(({ pool_id, count, per }) => ({
    pool_id,
    count: per === null ? count : count * Math.ceil(people / per),
  }));
  const subjects = taken.filter((one) => one.people === 0).map(({ subject }) => subject);
  const candidates = await unitsWhere(ctx, sql`coalesce(${units.member_id}, ${units.id})`, subjects);
  const own = taken.find(({ owner, people }) => owner === booking.id && people > 0);
  return { where, own, people, needs, has: settled(candidates, needs) };
}

/** Units with the names of their pools. */
async function unitsWhere(ctx: Pick<Reading, "db">, name: SQL, values: readonly string[]): Promise<Unit[]> {
  if (values.length === 0) return [];
  const rows = await ctx.db
    .select({ unit: units, pool_name: pools.name })
    .from(units)
    .innerJoin(pools, eq(pools.id, units.pool_id))
    .where(sql`${name} in (select value from json_each(${JSON.stringify(values)}))`)
    .orderBy(sql`${units.deleted_at} is not null`, units.created_at, units.id);
  return rows.map(({ unit, pool_name }) => ({ ...unit, pool_name }));
}

/** Who is in several pools was taken out of one: that which still needs somebody, those with least choice first. */
function settled(candidates: readonly Unit[], needs: readonly Need[]): Unit[] {
  const open = new Map(needs.map(({ pool_id, count }) => [pool_id, count]));
  const choices = [...Map.groupBy(candidates, subjectOf).values()].sort((a, b) => a.length - b.length);
  const chosen = choices.flatMap((choice) => {
    const unit = choice.toSorted((a, b) => (open.get(b.pool_id) ?? -1) - (open.get(a.pool_id) ?? -1))[0];
    if (!unit) return [];
    open.set(unit.pool_id, (open.get(unit.pool_id) ?? 0) - 1);
    return [unit];
  });
  const order = (unit: Unit) => needs.findIndex(({ pool_id }) => pool_id === unit.pool_id);
  return chosen.sort((a, b) => order(a) - order(b) || (a.name < b.name ? -1 : 1));
}

type Input = z.output<typeof BookingUnitsInput>;

/** Gives the booking, or its departure, other units: each has to be free for as long as the booking needs it. */
export async function replace(ctx: Context, booking: ShownRow, { version, units: said }: Input) {
  ctx.about("bookings", booking.id);
  ctx.expect(booking, version);
  const team = await teamOf(ctx, booking);
  if (!team.own || !(open(booking) || booking.status === "in_progress")) throw notChangeable();
  const wanted = await named(ctx, said, team.needs);
  const ids = (list: readonly Unit[]) => list.map(({ id }) => id).sort();
  if (ids(wanted).join() === ids(team.has).join()) return answer(booking, team.has);
  const after = { ...booking, ...ctx.update(bookings, booking, { version: booking.version + 1 }, version) };
  exchange(ctx, booking, team, team.own, wanted);
  ctx.note({ units: { from: ids(team.has), to: ids(wanted) } });
  ctx.emit(bookingUpdated, after, { contact: after.contact_id });
  return answer(after, settled(wanted, team.needs));
}

/** The units that were said, if they are there, are of pools that are needed, and are enough. */
async function named(ctx: Context, said: Input["units"], needs: readonly Need[]): Promise<Unit[]> {
  const found = await unitsWhere(
    ctx,
    sql`${units.id}`,
    said.map(({ unit_id }) => unit_id),
  );
  const known = new Map(found.map((unit) => [unit.id, unit]));
  const taken = new Set<string>();
  const wanted = said.map(({ pool_id, unit_id }, at) => {
    const unit = known.get(unit_id);
    const there = unit?.pool_id === pool_id && unit.status === "active" && unit.deleted_at === null;
    if (!unit || !there) throw invalid(`/units/${at}/unit_id`, "There is no such unit in that pool.");
    if (!needs.some((need) => need.pool_id === pool_id))
      throw invalid(`/units/${at}/pool_id`, "Nobody is needed of it.");
    if (taken.has(subjectOf(unit))) throw invalid(`/units/${at}/unit_id`, "The same twice.");
    taken.add(subjectOf(unit));
    return unit;
  });
  for (const { pool_id, count } of needs) {
    const many = wanted.filter((unit) => unit.pool_id === pool_id).length;
    if (many < count) throw invalid("/units", `${count} of ${pool_id} are needed.`);
  }
  const there = and(
    sql`${units.id} in (select value from json_each(${JSON.stringify([...known.keys()])}))`,
    eq(units.status, "active"),
    isNull(units.deleted_at),
  );
  ctx.guard(sql`(select count(*) from ${units} where ${there}) = ${known.size}`, decideAgain);
  return wanted;
}

function exchange(ctx: Context, booking: ShownRow, { where, people, has }: Team, own: Taken, to: readonly Unit[]) {
  const subjects = sql`${spans.subject_id} in (select value from json_each(${JSON.stringify(has.map(subjectOf))}))`;
  // Whoever joined meanwhile may need more of them, and may have brought some.
  const count = sql`(select count(*) from ${spans} where ${and(where, subjects)})`;
  ctx.guard(sql`${peopleOn(where)} = ${people} and ${count} = ${has.length}`, decideAgain);
  ctx.write(sql`delete from ${spans} where ${and(where, subjects)}`);
  for (const unit of to) {
    const span = { ...own, resource: booking.resource_id, venue: booking.venue_id, subject: subjectOf(unit) };
    const starts_at = Date.parse(booking.starts_at);
    occupy(ctx, { ...span, starts_at, places: 1, people: 0, expires_at: null }, 1, () =>
      slotUnavailable(`${unit.name} is taken at that time.`, {
        members: { reason: "pool_exhausted", alternatives: [], unit_id: unit.id },
      }),
    );
  }
}
