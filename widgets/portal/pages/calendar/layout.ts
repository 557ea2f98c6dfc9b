import type { Booking, Hours, HoursExceptions, Resource } from "../../../../sdk/index.ts";
import { weekday } from "../../../kit/calendar-model.ts";
import type { Axis } from "./axis.ts";
import type { Span } from "./gesture.ts";
import { minutesOf } from "./zone.ts";

/** Bookings drawn as one: those of one resource at the same time, such as all guests of one tour. */
export interface Entry {
  key: string;
  resource_id: string;
  starts_at: string;
  ends_at: string;
  bookings: readonly [Booking, ...Booking[]];
}

export function entriesOf(bookings: readonly Booking[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const booking of bookings) {
    const { resource_id, starts_at, ends_at } = booking;
    const gone = booking.status === "cancelled" || booking.status === "no_show";
    // What gave its place back stands for itself.
    const key = gone ? booking.id : `${resource_id}~${starts_at}~${ends_at}`;
    const known = entries.get(key);
    entries.set(key, {
      key,
      resource_id,
      starts_at,
      ends_at,
      bookings: known ? [...known.bookings, booking] : [booking],
    });
  }
  return [...entries.values()];
}

/** The part of something on one day, in minutes of its axis. */
export interface Piece<T> {
  of: T;
  from: number;
  to: number;
  /** Whether it begins on this day, and ends on it. */
  begins: boolean;
  ends: boolean;
}

export function piecesOn<T extends { starts_at: string; ends_at: string }>(
  date: string,
  all: readonly T[],
  axis: Axis,
): Piece<T>[] {
  return all.flatMap((of) => {
    const from = axis.at(date, Date.parse(of.starts_at));
    if (from >= axis.total) return [];
    const to = axis.at(date, Date.parse(of.ends_at));
    if (to <= 0) return [];
    const top = Math.max(0, from);
    // An end in an hour that comes twice may read earlier than its start.
    return [
      { of, from: top, to: Math.min(axis.total, Math.max(to, top + 15)), begins: from >= 0, ends: to <= axis.total },
    ];
  });
}

/** Where a piece stands among those it overlaps: `lane` of `lanes`, `span` lanes wide. */
export interface Placed<T> extends Piece<T> {
  lane: number;
  lanes: number;
  span: number;
  /** Something is hidden beside it, and says so at the end of the column. */
  crowded: boolean;
}

export interface Laid<T> {
  placed: Placed<T>[];
  /** Those for which there was no room. */
  more: { from: number; count: number }[];
}

/** Shorter pieces take this many minutes of room, so that they can be read and pressed. */
const shortest = 25;

/** Puts what overlaps side by side, `max` at most; what is beyond is counted. */
export function lay<T>(pieces: readonly Piece<T>[], max = Number.POSITIVE_INFINITY): Laid<T> {
  const sorted = pieces
    .map((piece) => ({ ...piece, bottom: Math.max(piece.to, piece.from + shortest), lane: 0 }))
    .sort((a, b) => a.from - b.from || b.bottom - a.bottom);
  const laid: Laid<T> = { placed: [], more: [] };
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

/** What tells when a place is open. */
export interface Opening {
  hours: Hours;
  seasons?: Resource["seasons"];
  exceptions: HoursExceptions;
}

/** When a place is closed on a date, in minutes of the clock. A recurring exception is for the API to know. */
export function closedOn(date: string, { hours, seasons = [], exceptions }: Opening): { from: number; to: number }[] {
  const exception = exceptions.find((one) => one.date === date);
  const week = seasons.find(({ from, to }) => from <= date && date <= to)?.hours ?? hours;
  const open = exception?.hours ?? week.filter(({ day }) => day === days[weekday(date) - 1]);
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

/** Whether a booking would not fit somewhere, as far as the bookings on screen tell. The API decides. */
export function crowded(booking: Booking, span: Span, resource: Resource, bookings: readonly Booking[]): boolean {
  const before = resource.buffer_before_minutes * 60_000;
  const after = resource.buffer_after_minutes * 60_000;
  const from = Date.parse(span.starts_at) - before;
  const to = Date.parse(span.ends_at) + after;
  const places = (one: Booking) => (one.private || resource.sharing === "private" ? resource.capacity : one.party);
  const spans = bookings
    .filter((one) => one.id !== booking.id && one.resource_id === resource.id)
    .filter(({ status }) => status !== "cancelled" && status !== "no_show")
    .map((one) => ({
      from: Date.parse(one.starts_at) - before,
      to: Date.parse(one.ends_at) + after,
      places: places(one),
    }))
    .filter((span) => span.from < to && span.to > from);
  const peak = (at: number) =>
    spans.filter((span) => span.from <= at && span.to > at).reduce((sum, { places }) => sum + places, 0);
  const worst = Math.max(peak(from), ...spans.filter((span) => span.from >= from).map((span) => peak(span.from)));
  return worst + places(booking) > resource.capacity;
}
