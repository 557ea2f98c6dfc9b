import { and, eq, isNull, sql } from "drizzle-orm";
import { type Interval, normalise } from "../../core/intervals.ts";
import { hashSecret } from "../../core/token.ts";
import { type Context, decideAgain, job, type Reading, type Work } from "../../kernel/index.ts";
import { companyOf } from "../tenants/index.ts";
import { block, longestSpan, spans, vacate, venues } from "../venues/index.ts";
import { addressOf } from "./address.ts";
import { importFailing, importUpdated } from "./events.ts";
import { fetchCalendar } from "./fetch.ts";
import { busyTimes } from "./reading/busy.ts";
import { type ImportRow, imports } from "./schema.ts";
import { subjectsOf } from "./subjects.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const every = 15 * MINUTE;
const slowest = 6 * 60 * MINUTE;
/** How long the same content is taken to mean the same times: meanwhile days pass, and others come into view. */
const fresh = DAY / 2;
const ahead = 366;
const mostTimes = 2_000;
const mostSpans = 10_000;

interface Turn {
  id: string;
  /** The `next_sync_at` that this run is for. */
  at: string;
}

/** Looks at an import's calendar, and sees to it that it is looked at again. */
export const syncImport = job<Turn>("calendars.sync", run, { lease: 120_000 });

export function syncAt(ctx: Pick<Context, "later">, id: string, at: number): void {
  const turn = { id, at: new Date(at).toISOString() };
  ctx.later(syncImport, turn, { at, key: `${id} ${turn.at}` });
}

/** What was found out: new times, nothing new, or why nothing. */
type Outcome =
  | { kind: "read"; times: Interval[]; count: number; warning: string | null; etag: string | null; hash: string }
  | { kind: "same"; etag: string | null }
  | { kind: "failed"; reason: string };

async function run(work: Work, { id, at }: Turn): Promise<void> {
  const row = await work.db.select().from(imports).where(eq(imports.id, id)).get();
  // Paused, removed, or another run has taken its place.
  if (!row || row.deleted_at !== null || row.next_sync_at !== at) return;
  const subjects = await subjectsOf(work, row, row);
  const outcome = await look(work, row, subjects.length);
  work.guard(
    sql`exists (select 1 from ${imports} where id = ${id} and next_sync_at = ${Date.parse(at)} and deleted_at is null)`,
    decideAgain,
  );
  if (outcome.kind === "read") await occupy(work, id, subjects, outcome.times);
  const failures = outcome.kind === "failed" ? row.failures + 1 : 0;
  // Imports that were added together need not be fetched together for ever.
  const pause = Math.min(every * 2 ** Math.max(0, failures - 1), slowest) * (0.9 + Math.random() * 0.2);
  const next = work.now + Math.round(pause);
  record(work, row, outcome, { failures, next_sync_at: new Date(next).toISOString() });
  syncAt(work, id, next);
}

async function look(work: Work, row: ImportRow, subjects: number): Promise<Outcome> {
  const known = row.read_at !== null && work.now - Date.parse(row.read_at) < fresh;
  const fetched = await fetchCalendar(work, addressOf(work, row), known ? row.etag : null);
  if (fetched.kind === "failed") return fetched;
  if (fetched.kind === "unchanged") return { kind: "same", etag: row.etag };
  const hash = hashSecret(fetched.text);
  if (known && hash === row.content_hash) return { kind: "same", etag: fetched.etag };
  try {
    const today = Math.floor(work.now / DAY);
    const window = {
      from: (today - 1) * DAY,
      to: (today + ahead + 1) * DAY,
      zone: await zoneOf(work, row),
      most: mostTimes,
    };
    const { times, warning } = busyTimes(fetched.text, window);
    const apart = normalise(times);
    if (apart.length * subjects > mostSpans) {
      return { kind: "failed", reason: "The calendar has too many busy times for so many things." };
    }
    return { kind: "read", times: apart, count: times.length, warning, etag: fetched.etag, hash };
  } catch (error) {
    if (error instanceof RangeError) return { kind: "failed", reason: error.message };
    throw error;
  }
}

/** Where days begin for events that say nothing about it: at the venue of what is meant. */
async function zoneOf(ctx: Reading, row: ImportRow): Promise<string> {
  const venue = await ctx.db
    .select({ zone: venues.time_zone })
    .from(venues)
    .where(
      row.venue_ids[0] !== undefined
        ? eq(venues.id, row.venue_ids[0])
        : sql`${venues.id} = (select venue_id from resources where id = ${row.resource_ids[0] ?? ""})`,
    )
    .get();
  return venue?.zone ?? (await companyOf(ctx)).time_zone;
}

/** Puts what is busy in the place of what was, in one batch; where both are the same, nothing is written. */
async function occupy(
  work: Work,
  owner: string,
  subjects: readonly string[],
  times: readonly Interval[],
): Promise<void> {
  const wanted = subjects.flatMap((subject) =>
    times.flatMap((time) => pieces(time).map((piece) => ({ subject, ...piece }))),
  );
  const present = await work.db
    .select({
      subject: spans.subject_id,
      from: sql<number>`${spans.busy_from}`,
      to: sql<number>`${spans.busy_to}`,
    })
    .from(spans)
    .where(eq(spans.owner_id, owner));
  const ahead = (list: typeof wanted) =>
    list
      .filter(({ to }) => to > work.now)
      .map(({ subject, from, to }) => `${subject} ${from} ${to}`)
      .sort()
      .join("\n");
  if (ahead(wanted) === ahead(present)) return;
  vacate(work, owner);
  for (const one of wanted) block(work, { owner, ...one });
}

/** As long as a span may be. */
function pieces({ from, to }: Interval): Interval[] {
  const list: Interval[] = [];
  for (let at = from; at < to; at += longestSpan) list.push({ from: at, to: Math.min(to, at + longestSpan) });
  return list;
}

type Plan = Pick<ImportRow, "failures" | "next_sync_at">;

/** Notes the outcome. Only one that differs is a change of the import, with a version and an event. */
function record(work: Work, row: ImportRow, outcome: Outcome, plan: Plan): void {
  const seen =
    outcome.kind === "failed"
      ? { status: "failing" as const, last_error: outcome.reason.slice(0, 500) }
      : { status: "ok" as const, last_error: null };
  const told = outcome.kind === "read" ? { events_count: outcome.count, warning: outcome.warning } : {};
  const next = work.update(imports, row, { ...seen, ...told });
  if (next !== row) work.emit(importUpdated, { ...next, ...plan });
  if (next.status === "failing" && row.failures === 0) work.emit(importFailing, { ...next, ...plan });
  const quiet = {
    ...plan,
    ...(outcome.kind === "failed" ? {} : { last_synced_at: work.at, etag: outcome.etag }),
    ...(outcome.kind === "read" ? { content_hash: outcome.hash, read_at: work.at } : {}),
  };
  work.write(
    work.db
      .update(imports)
      .set(quiet)
      .where(and(eq(imports.id, row.id), isNull(imports.deleted_at))),
  );
}
