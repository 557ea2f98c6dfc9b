import type { Booking, Hours, HoursExceptions, Resource } from "../../../../sdk/index.ts";
import { addDays, weekday } from "../../../kit/calendar-model.ts";
import { minutesOf, wallOf } from "./zone.ts";

/** Bookings drawn as one: those of one resource at the same time, such as all guests of one tour. */
export interface Block {
  key: string;
  resource_id: string;
  starts_at: string;
  ends_at: string;
  bookings: readonly [Booking, ...Booking[]];
}

export function blocksOf(bookings: readonly Booking[]): Block[] {
  const blocks = new Map<string, Block>();
  for (const booking of bookings) {
    const { resource_id, starts_at, ends_at } = booking;
    const gone = booking.status === "cancelled" || booking.status === "no_show";
    // What gave its place back stands for itself.
    const key = gone ? booking.id : `${resource_id}~${starts_at}~${ends_at}`;
    const known = blocks.get(key);
    blocks.set(key, {
      key,
      resource_id,
      starts_at,
      ends_at,
      bookings: known ? [...known.bookings, booking] : [booking],
    });
  }
  return [...blocks.values()];
}

/** The part of a block on one day, in minutes of that day's clock. */
export interface Piece {
  block: Block;
  from: number;
  to: number;
  /** Whether it begins on this day, and ends on it. */
  begins: boolean;
  ends: boolean;
}

export function piecesOn(date: string, blocks: readonly Block[], zone: string): Piece[] {
  return blocks.flatMap((block) => {
    const start = wallOf(block.starts_at, zone);
    const end = wallOf(block.ends_at, zone);
    if (start.date > date || end.date < date || (end.date === date && end.minutes === 0 && start.date !== date))
      return [];
    const begins = start.date === date;
    const ends = end.date === date || (end.minutes === 0 && end.date === addDays(date, 1));
    return [{ block, from: begins ? start.minutes : 0, to: end.date === date ? end.minutes : 1440, begins, ends }];
  });
}

/** Where a piece stands among those it overlaps: `lane` of `lanes`, `span` lanes wide. */
export interface Placed extends Piece {
  lane: number;
  lanes: number;
  span: number;
  /** Something is hidden beside it, and says so at the end of the column. */
  crowded: boolean;
}

export interface Laid {
  placed: Placed[];
  /** Those for which there was no room. */
  more: { from: number; count: number }[];
}

/** Shorter pieces take this many minutes of room, so that they can be read and pressed. */
const shortest = 25;

/** Puts what overlaps side by side, `max` at most; what is beyond is counted. */
export function lay(pieces: readonly Piece[], max = Number.POSITIVE_INFINITY): Laid {
  const sorted = pieces
    .map((piece) => ({ ...piece, bottom: Math.max(piece.to, piece.from + shortest), lane: 0 }))
    .sort((a, b) => a.from - b.from || b.bottom - a.bottom);
  const laid: Laid = { placed: [], more: [] };
  let cluster: typeof sorted = [];
  let ends: number[] = [];
  const flush = () => {
    const crowded = ends.length > max;
    const lanes = Math.min(max, ends.length);
    const hidden = crowded ? cluster.filter(({ lane }) => lane >= max) : [];
    for (const piece of cluster) {
      if (hidden.includes(piece)) continue;
      const { bottom, ...rest } = piece;
      let span = 1;
      const free = (lane: number) =>
        !cluster.some((one) => one.lane === lane && one.from < bottom && one.bottom > piece.from);
      while (piece.lane + span < lanes && free(piece.lane + span)) span += 1;
      laid.placed.push({ ...rest, lanes, span, crowded });
    }
    if (hidden.length) {
      laid.more.push({ from: Math.min(...hidden.map((one) => one.from)), count: hidden.length });
    }
    cluster = [];
    ends = [];
  };
  for (const piece of sorted) {
    if (cluster.length && piece.from >= Math.max(...ends)) flush();
    const free = ends.findIndex((end) => end <= piece.from);
    piece.lane = free < 0 ? ends.length : free;
    ends[piece.lane] = piece.bottom;
    cluster.push(piece);
  }
  if (cluster.length) flush();
  return laid;
}

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** When a place is closed on a date, in minutes. */
export function closedOn(date: string, hours: Hours, exceptions: HoursExceptions): { from: number; to: number }[] {
  const exception = exceptions.find((one) => one.date === date);
  const open = exception?.hours ?? hours.filter(({ day }) => day === days[weekday(date) - 1]);
  const windows = open
    .map(({ from, to }) => ({ from: minutesOf(from) ?? 0, to: minutesOf(to) ?? 1440 }))
    .sort((a, b) => a.from - b.from);
  const closed: { from: number; to: number }[] = [];
  let at = 0;
  for (const window of windows) {
    if (window.from > at) closed.push({ from: at, to: window.from });
    at = Math.max(at, window.to);
  }
  if (at < 1440) closed.push({ from: at, to: 1440 });
  return closed;
}

/** Whether a booking would not fit at a resource then, as far as the bookings on screen tell. The API decides. */
export function crowded(booking: Booking, startsAt: number, resource: Resource, bookings: readonly Booking[]): boolean {
  const before = resource.buffer_before_minutes * 60_000;
  const after = resource.buffer_after_minutes * 60_000;
  const from = startsAt - before;
  const to = startsAt + resource.duration_minutes * 60_000 + after;
  const spans = bookings
    .filter((one) => one.id !== booking.id && one.resource_id === resource.id)
    .filter(({ status }) => status !== "cancelled" && status !== "no_show")
    .map((one) => ({
      from: Date.parse(one.starts_at) - before,
      to: Date.parse(one.ends_at) + after,
      places: one.party,
    }))
    .filter((span) => span.from < to && span.to > from);
  const peak = (at: number) =>
    spans.filter((span) => span.from <= at && span.to > at).reduce((sum, { places }) => sum + places, 0);
  const worst = Math.max(peak(from), ...spans.filter((span) => span.from >= from).map((span) => peak(span.from)));
  return worst + booking.party > resource.capacity;
}
