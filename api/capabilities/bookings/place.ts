import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Span } from "../../core/intervals.ts";
import { dayNumber } from "../../core/time.ts";
import { invalid, problem, type Reading } from "../../kernel/index.ts";
import { addOnSubject, capacityAt, type ResourceRow, resources, subjectOf } from "../resources/index.ts";
import { type TeamUnit, teamOf } from "../staffing/index.ts";
import { type CompanyRow, company } from "../tenants/index.ts";
import { longestSpan, meeting, overlappingAt, spans, type VenueRow, venues } from "../venues/index.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
/** How far back and ahead of now anything can be asked or booked, in days. */
const past = 366;
export const future = 1_100;

export const notBookable = problem("resource_not_bookable", 409, "This resource is retired.");

/** What of the company's settings rules bookings. */
type Notice = Pick<
  CompanyRow,
  "min_booking_hours" | "max_booking_days" | "tax_rate" | "tax_included" | "deposit_percentage" | "texts_version"
>;
export const notice = {
  min_booking_hours: company.min_booking_hours,
  max_booking_days: company.max_booking_days,
  tax_rate: company.tax_rate,
  tax_included: company.tax_included,
  deposit_percentage: company.deposit_percentage,
  texts_version: company.texts_version,
};

/** A span of occupancy. Times in ms since 1970. */
export interface Taken extends Span {
  owner: string;
  subject: string;
  resource: string | null;
  starts_at: number | null;
  people: number;
}

/** A resource at one of its venues, with what is taken there in the days that were asked for. */
export interface Place {
  resource: ResourceRow;
  venue: VenueRow;
  company: Notice;
  variant: ResourceRow["variants"][number] | null;
  /** How its own places are counted here. */
  subject: string;
  capacity: number;
  /** Of the resource, its add-ons, those it needs out of pools, and whatever blocks the venue. */
  taken: Taken[];
  /** Who else is at the venue, where it has a limit. */
  crowd: Taken[];
  /** Who may be taken out of each pool that it requires, by the pool's id. */
  team: ReadonlyMap<string, readonly TeamUnit[]>;
}

/** Of what, where; and what of its occupancy does not count or counts as well. */
export interface Whereabouts {
  resource_id: string;
  venue_id?: string | undefined;
  variant_id?: string | null | undefined;
  except?: string | undefined;
  beside?: readonly Taken[] | undefined;
}

/** Staff decides for itself; a secret key acts for staff. Everybody else gets what is on offer. */
export const trusted = (ctx: Reading) => ctx.actor.kind === "member" || ctx.actor.kind === "secret";

/** Occupancy as `Taken` has it. */
export const takenColumns = {
  owner: spans.owner_id,
  subject: spans.subject_id,
  resource: spans.resource_id,
  starts_at: sql<number | null>`${spans.starts_at}`,
  from: sql<number>`${spans.busy_from}`,
  to: sql<number>`${spans.busy_to}`,
  places: spans.places,
  people: spans.people,
};

/** Which time matters: local dates, wherever on earth they are, or one time that is wanted. In ms since 1970. */
export interface Period {
  from: number;
  to: number;
  /** One time: buffers reach around it, and where it does not end at `to` it ends as the resource has it. */
  exact?: { ends: boolean };
}

/** The local dates `from` to `to`. */
export const dates = (from: string, to: string): Period => ({
  from: (dayNumber(from) - 2) * DAY,
  to: (dayNumber(to) + 2) * DAY,
});

/** The time from one instant on, to another or as long as it lasts. */
export const time = (starts_at: string, ends_at?: string | null): Period => ({
  from: Date.parse(starts_at),
  to: Date.parse(ends_at ?? starts_at),
  exact: { ends: ends_at != null },
});

/** Reads a resource and all that matters to what is wanted of it in a period; its reads run at once. */
export async function placeOf(
  ctx: Reading,
  what: Whereabouts,
  period: Period,
  where: "body" | "query" = "body",
): Promise<Place> {
  const [found, near] = await Promise.all([resourceAt(ctx, what), takenOf(ctx, what, period)]);
  const hidden =
    !trusted(ctx) &&
    (found?.resource.status !== "available" || found.resource.template || found.venue.status !== "active");
  if (!found || hidden) throw invalid("/resource_id", "There is no such resource.", where);
  const { resource, venue } = found;
  if (what.venue_id && what.venue_id !== resource.venue_id && !resource.also_at.some(at(what.venue_id))) {
    throw invalid("/venue_id", "It is not offered there.", where);
  }
  const variant = variantOf(resource, what.variant_id ?? null, trusted(ctx));
  if (variant === undefined) throw invalid("/variant_id", "There is no such variant.", where);
  const place: Place = {
    ...found,
    variant,
    subject: subjectOf(resource, venue.id),
    capacity: capacityAt(resource, venue.id),
    taken: near,
    crowd: [],
    team: new Map(),
  };
  await furnish(ctx, place, period);
  return except(place, what);
}

const at = (venue: string) => (other: { venue_id: string }) => other.venue_id === venue;

/** Undefined when there is none of that name. */
export function variantOf({ variants }: ResourceRow, id: string | null, any: boolean) {
  if (id === null) return null;
  return variants.find((variant) => variant.id === id && (any || variant.status === "active"));
}

async function resourceAt(ctx: Reading, { resource_id, venue_id }: Whereabouts) {
  return ctx.db
    .select({ resource: resources, venue: venues, company: notice })
    .from(resources)
    .innerJoin(venues, venue_id === undefined ? eq(venues.id, resources.venue_id) : eq(venues.id, venue_id))
    .innerJoin(company, eq(company.id, "company"))
    .where(and(eq(resources.id, resource_id), isNull(resources.deleted_at), isNull(venues.deleted_at)))
    .get();
}

/** What is taken of a resource, or blocked at its venue: as far around as buffers, and what it lasts, reach. */
async function takenOf(ctx: Reading, { resource_id, venue_id }: Whereabouts, { from, to, exact }: Period) {
  const of = (value: SQL) => sql`(select ${value} from ${resources} where id = ${resource_id})`;
  const lasts = exact?.ends
    ? sql`0`
    : sql`case when length_unit = 'fixed' and variants = '[]' then duration_minutes * ${MINUTE} else ${longestSpan} end`;
  const begin = exact ? of(sql`${from} - buffer_before_minutes * ${MINUTE}`) : from;
  const end = of(sql`${to} + buffer_after_minutes * ${MINUTE} + ${lasts}`);
  const subjects = venue_id
    ? sql`${resource_id}, ${`${resource_id}@${venue_id}`}, ${venue_id}`
    : sql`${resource_id}, ${of(sql`venue_id`)}`;
  return ctx.db
    .select(takenColumns)
    .from(spans)
    .where(meeting(sql`subject_id in (${subjects})`, begin, end, ctx.now));
}

/** Reads what only some resources have: a limit of the venue, add-ons of which there are few, people and things. */
async function furnish(ctx: Reading, place: Place, { from, to, exact }: Period): Promise<void> {
  const { resource, venue } = place;
  const [begin, end] = [from - DAY, to + DAY + (exact?.ends ? 0 : longestSpan)];
  const addOns = resource.add_ons.filter(({ stock }) => stock !== null).map(({ id }) => addOnSubject(resource.id, id));
  const pools = resource.requirements.map(({ pool_id }) => pool_id);
  if (venue.capacity === null && addOns.length === 0 && pools.length === 0) return;
  const [crowd, team] = await Promise.all([
    venue.capacity === null
      ? []
      : ctx.db
          .select(takenColumns)
          .from(spans)
          .where(overlappingAt(venue.id, begin, end, ctx.now)),
    pools.length === 0 ? new Map<string, TeamUnit[]>() : teamOf(ctx, pools, begin, end),
  ]);
  place.crowd = crowd;
  place.team = team;
  const subjects = new Set([...addOns, ...[...team.values()].flat().map(({ subject_id }) => subject_id)]);
  if (subjects.size === 0) return;
  const more = await ctx.db
    .select(takenColumns)
    .from(spans)
    .where(meeting(inArray(sql`subject_id`, [...subjects]), begin, end, ctx.now));
  place.taken = [...place.taken, ...more];
}

/** Without what is the caller's own, and with what the same command takes besides. */
function except(place: Place, { except, beside = [] }: Whereabouts): Place {
  if (except === undefined && beside.length === 0) return place;
  const others = (list: Taken[]) => list.filter(({ owner }) => owner !== except);
  return {
    ...place,
    taken: [...others(place.taken), ...beside],
    crowd: [...others(place.crowd), ...beside.filter(({ resource }) => resource !== null)],
  };
}

/** Refuses what lies too far away to be meant. */
export function checkReach(ctx: Reading, at: number, pointer: string, where: "body" | "query" = "body"): void {
  if (at < ctx.now - past * DAY || at > ctx.now + future * DAY) {
    throw invalid(pointer, "Too far in the past or in the future.", where);
  }
}
