import type { Resource } from "../../../../sdk/index.ts";
import { dayNumber, wallOf } from "./zone.ts";

interface Lasting {
  key: string;
  starts_at: string;
  ends_at: string;
}

/** First and last local date of something; what ends at midnight does not reach into that day. */
export function reachOf({ starts_at, ends_at }: Omit<Lasting, "key">, zone: string): { first: string; last: string } {
  return { first: wallOf(starts_at, zone).date, last: wallOf(Date.parse(ends_at) - 1, zone).date };
}

const DAY = 86_400_000;

/** Whether it is drawn as a bar over days instead of a block of hours. */
export function lasts(span: Omit<Lasting, "key">, unit: Resource["length_unit"] | undefined, zone: string): boolean {
  if (Date.parse(span.ends_at) - Date.parse(span.starts_at) >= DAY) return true;
  const { first, last } = reachOf(span, zone);
  return (unit === "day" || unit === "night") && first !== last;
}

/** A bar over columns `from` to `to`, both included, in one of the rows under each other. */
export interface Bar<T> {
  of: T;
  from: number;
  to: number;
  row: number;
  /** Whether it begins and ends within these dates. */
  begins: boolean;
  ends: boolean;
}

/** Bars over consecutive dates, each in the first row that is free. */
export function barsOver<T extends Lasting>(dates: readonly string[], all: readonly T[], zone: string): Bar<T>[] {
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return [];
  const bars = all.flatMap((of) => {
    const reach = reachOf(of, zone);
    if (reach.last < first || reach.first > last) return [];
    const at = (date: string) => dayNumber(date) - dayNumber(first);
    return [
      {
        of,
        from: Math.max(0, at(reach.first)),
        to: Math.min(dates.length - 1, at(reach.last)),
        row: 0,
        begins: reach.first >= first,
        ends: reach.last <= last,
      },
    ];
  });
  const start = ({ of }: Bar<T>) => Date.parse(of.starts_at);
  bars.sort((a, b) => start(a) - start(b) || b.to - a.to || a.of.key.localeCompare(b.of.key));
  const ends: number[] = [];
  for (const bar of bars) {
    const free = ends.findIndex((end) => end < bar.from);
    bar.row = free < 0 ? ends.length : free;
    ends[bar.row] = bar.to;
  }
  return bars;
}
