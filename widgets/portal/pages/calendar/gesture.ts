import type { Booking, Resource } from "../../../../sdk/index.ts";
import { addDays } from "../../../kit/calendar-model.ts";
import type { Axis } from "./axis.ts";
import { dayNumber, instantOf, isoOf, wallOf } from "./zone.ts";

/** Time at a resource; in views by day it may be any resource. */
export interface Span {
  resource_id: string | undefined;
  starts_at: string;
  ends_at: string;
}

/** A place of the grid: an index of a column, and minutes on the axis. */
export interface Point {
  column: number;
  minutes: number;
}

/** What is dragged about on. */
export interface Sheet {
  columns: readonly { date: string; resource?: { id: string } | undefined }[];
  axis: Axis;
  resourceOf(id: string | undefined): Resource | undefined;
}

/** Minutes that everything snaps to. */
export const step = 15;

const MINUTE = 60_000;
const iso = (at: number) => new Date(at).toISOString();
const snap = (minutes: number) => Math.round(minutes / step) * step;
const within = (minutes: number, least: number, most: number) => Math.min(most, Math.max(least, minutes));

export const spanOf = ({ resource_id, starts_at, ends_at }: Booking): Span => ({ resource_id, starts_at, ends_at });

export const sameSpan = (one: Span, other: Span): boolean =>
  one.resource_id === other.resource_id &&
  Date.parse(one.starts_at) === Date.parse(other.starts_at) &&
  Date.parse(one.ends_at) === Date.parse(other.ends_at);

/** What is had by the day or night keeps the clock times of its ends; everything else keeps its length. */
function endAfter(before: Span, start: number, resource: Resource | undefined, zone: string): string {
  const { starts_at, ends_at, resource_id } = before;
  if (resource && resource.id !== resource_id && resource.length_unit === "fixed") {
    return iso(start + resource.duration_minutes * MINUTE);
  }
  if (resource?.length_unit !== "day" && resource?.length_unit !== "night") {
    return iso(start + Date.parse(ends_at) - Date.parse(starts_at));
  }
  const [was, is, end] = [wallOf(starts_at, zone), wallOf(start, zone), wallOf(ends_at, zone)];
  const days = dayNumber(is.date) - dayNumber(was.date);
  return isoOf(addDays(end.date, days), end.minutes + is.minutes - was.minutes, zone);
}

/** Where it comes to lie when what was taken hold of at `grip` is let go at `at`. */
export function movedTo(span: Span, grip: Point, at: Point, { columns, axis, resourceOf }: Sheet): Span {
  const [from, over] = [columns[grip.column], columns[at.column]];
  if (!from || !over) return span;
  const top = axis.at(from.date, Date.parse(span.starts_at));
  const way = at.minutes - grip.minutes;
  // What lies beside the steps stays there while it only goes sideways.
  const minutes = Math.abs(way) < step / 2 ? top : snap(top + way);
  const shown = top < 0 ? minutes : within(minutes, 0, axis.total - step);
  const start = axis.instant(over.date, shown);
  const resource = resourceOf(over.resource?.id ?? span.resource_id);
  return {
    resource_id: resource?.id ?? span.resource_id,
    starts_at: iso(start),
    ends_at: endAfter(span, start, resource, axis.zone),
  };
}

/** Its end where it is let go, at least one step after its start. */
export function resizedTo(span: Span, at: Point, { columns, axis }: Sheet): Span {
  const over = columns[at.column];
  if (!over) return span;
  const end = axis.instant(over.date, within(snap(at.minutes), 0, axis.total));
  return { ...span, ends_at: iso(Math.max(end, Date.parse(span.starts_at) + step * MINUTE)) };
}

/** The empty time between two points of one column. */
export function drawn(from: Point, to: Point, { columns, axis }: Sheet): Span | undefined {
  const column = columns[from.column];
  if (!column) return undefined;
  const [least, most] = [Math.min(from.minutes, to.minutes), Math.max(from.minutes, to.minutes)];
  const top = within(Math.floor(least / step) * step, 0, axis.total - step);
  const bottom = within(Math.ceil(most / step) * step, top + step, axis.total);
  return {
    resource_id: column.resource?.id,
    starts_at: iso(axis.instant(column.date, top)),
    ends_at: iso(axis.instant(column.date, bottom)),
  };
}

/** Later by whole days of the calendar, the clock staying the same, and by minutes that pass. */
export function shifted(
  span: Span,
  { days = 0, minutes = 0, resource }: { days?: number; minutes?: number; resource?: Resource | undefined },
  zone: string,
): Span {
  const wall = wallOf(span.starts_at, zone);
  const moved = days ? instantOf(addDays(wall.date, days), wall.minutes, zone) : Date.parse(span.starts_at);
  const start = moved + minutes * MINUTE;
  return {
    resource_id: resource?.id ?? span.resource_id,
    starts_at: iso(start),
    ends_at: endAfter(span, start, resource, zone),
  };
}

/** Ends later by whole days of the calendar and by minutes, at least one step after its start. */
export function lengthened(span: Span, { days = 0, minutes = 0 }, zone: string): Span {
  const wall = wallOf(span.ends_at, zone);
  const moved = days ? instantOf(addDays(wall.date, days), wall.minutes, zone) : Date.parse(span.ends_at);
  const least = Date.parse(span.starts_at) + step * MINUTE;
  return { ...span, ends_at: iso(Math.max(least, moved + minutes * MINUTE)) };
}
