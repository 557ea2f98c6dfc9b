/** Wall-clock time of a zone, by the browser's own zone data. Dates are `YYYY-MM-DD`. */
export interface Wall {
  date: string;
  /** Since midnight, as the clock on the wall counts them. */
  minutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  let known = formats.get(zone);
  if (!known) {
    known = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formats.set(zone, known);
  }
  return known;
}

/** Readings are asked for again and again while something is dragged. */
const readings = new Map<string, Wall>();

export function wallOf(at: string | number, zone: string): Wall {
  const key = `${at} ${zone}`;
  let known = readings.get(key);
  if (!known) {
    if (readings.size > 20_000) readings.clear();
    known = read(at, zone);
    readings.set(key, known);
  }
  return known;
}

function read(at: string | number, zone: string): Wall {
  const parts: Record<string, string> = {};
  for (const { type, value } of format(zone).formatToParts(new Date(at))) parts[type] = value;
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

/** Milliseconds that a wall-clock reading would be in UTC. */
const asUtc = ({ date, minutes }: Wall) => Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;

/**
 * The instant at which the clock of a zone shows this, in milliseconds. Of a reading that comes twice the first is
 * meant; one that is skipped is as far after the jump as it says.
 */
export function instantOf(date: string, minutes: number, zone: string): number {
  const reading = asUtc({ date, minutes });
  const offset = (at: number) => asUtc(wallOf(at, zone)) - at;
  const before = offset(reading - 86_400_000);
  const fitting = [before, offset(reading + 86_400_000)]
    .map((one) => reading - one)
    .filter((at) => asUtc(wallOf(at, zone)) === reading);
  return fitting.length ? Math.min(...fitting) : reading - before;
}

export const isoOf = (date: string, minutes: number, zone: string) =>
  new Date(instantOf(date, minutes, zone)).toISOString();

/** Days since 1970-01-01. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

export const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Minutes of `HH:MM`; undefined when it is not one. */
export function minutesOf(text: string): number | undefined {
  const found = /^(\d{1,2}):(\d{2})$/.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}
