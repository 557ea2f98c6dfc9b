import { dateOf, localParts, localToUtc } from "../../core/time.ts";
import type { ResourceRow } from "../resources/index.ts";

/** The time of a booking, in milliseconds since 1970. */
interface Time {
  start: number;
  end: number;
}

/**
 * When what lasted from `start` to `end` is over if it begins at `begin` instead: after as many minutes, or where it
 * is let by days or nights after as many of those, at the same time of day, whatever the clock does meanwhile.
 */
export function endFrom(unit: ResourceRow["length_unit"], zone: string, { start, end }: Time, begin: number): number {
  if (unit !== "day" && unit !== "night") return begin + end - start;
  const [from, to, first] = [start, end, begin].map((at) => localParts(zone, at)) as [Parts, Parts, Parts];
  const [year, month, day] = dateOf(first.day_number + to.day_number - from.day_number)
    .split("-")
    .map(Number) as [number, number, number];
  return localToUtc(zone, year, month, day, to.hour * 60 + to.minute).at + (end % 60_000);
}

type Parts = ReturnType<typeof localParts>;
