/** UTC offsets of the tz database, learned from Intl once per zone and stretch of time, then kept. */

const MINUTE = 60_000;
/** Offsets are kept in stretches of about 398 days, each found on first use. */
const STRETCH = 2 ** 35;
/** 6.2 days: no zone has left an offset and come back to it that quickly. */
const PROBE = STRETCH / 64;
const MAX_ZONES = 700;
const MAX_STRETCHES = 200;

/** From starts[i] (ms) on, local time is offsets[i] minutes ahead of UTC, until starts[i + 1] or the stretch's end. */
interface Stretch {
  starts: number[];
  offsets: number[];
}

interface Zone {
  format: Intl.DateTimeFormat;
  stretches: Map<number, Stretch>;
}

/** A change of a zone's offset; `before` and `after` in minutes east of UTC. */
export interface Transition {
  at: number;
  before: number;
  after: number;
}

const zones = new Map<string, Zone>();

/** Whether the text names a zone of the tz database ("Europe/Berlin", "UTC"); bare offsets such as "+02:00" do not. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(name)) return false;
  if (zones.has(name)) return true;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Minutes that local time is ahead of UTC (New York in winter: -300). RangeError for an unknown zone. */
export function offsetAt(zone: string, ms: number): number {
  const { starts, offsets } = stretchOf(zoneOf(zone), Math.floor(ms / STRETCH));
  let i = starts.length - 1;
  while (i > 0 && starts[i]! > ms) i--;
  return offsets[i]!;
}

/** The changes of offset with fromMs <= at < toMs, in order. */
export function transitions(zone: string, fromMs: number, toMs: number): Transition[] {
  const found: Transition[] = [];
  if (!(fromMs < toMs)) return found;
  const known = zoneOf(zone);
  let before = offsetAt(zone, fromMs - 1);
  for (let index = Math.floor(fromMs / STRETCH); index * STRETCH < toMs; index++) {
    const { starts, offsets } = stretchOf(known, index);
    for (let i = 0; i < starts.length; i++) {
      const at = starts[i]!;
      if (at < fromMs || at >= toMs || offsets[i] === before) continue;
      found.push({ at, before, after: offsets[i]! });
      before = offsets[i]!;
    }
  }
  return found;
}

function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    if (!isZone(name)) throw new RangeError(`unknown time zone: ${name}`);
    if (zones.size >= MAX_ZONES) zones.clear();
    // The long offset is the one Intl field that states the offset itself, whatever the calendar or era.
    const format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
    zone = { format, stretches: new Map() };
    zones.set(name, zone);
  }
  return zone;
}

function stretchOf(zone: Zone, index: number): Stretch {
  let stretch = zone.stretches.get(index);
  if (!stretch) {
    if (zone.stretches.size >= MAX_STRETCHES) zone.stretches.clear();
    stretch = learn(zone.format, index * STRETCH);
    zone.stretches.set(index, stretch);
  }
  return stretch;
}

function learn(format: Intl.DateTimeFormat, start: number): Stretch {
  const starts = [start];
  const offsets = [askIntl(format, start)];
  for (let probe = start + PROBE; probe < start + STRETCH + PROBE; probe += PROBE) {
    const to = Math.min(probe, start + STRETCH - 1);
    const before = offsets.at(-1)!;
    const after = askIntl(format, to);
    if (after === before) continue;
    starts.push(bisect(format, to - PROBE, to, before));
    offsets.push(after);
  }
  return { starts, offsets };
}

/** The first whole second in (from, to] whose offset is no longer `before`. */
function bisect(format: Intl.DateTimeFormat, from: number, to: number, before: number): number {
  let low = Math.floor(from / 1000);
  let high = Math.ceil(to / 1000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (askIntl(format, middle * 1000) === before) low = middle;
    else high = middle;
  }
  return high * 1000;
}

function askIntl(format: Intl.DateTimeFormat, ms: number): number {
  const found = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(ms));
  if (!found) throw new RangeError("Intl gave no offset");
  if (!found[1]) return 0;
  const seconds = Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4] ?? 0);
  // Before about 1972 some offsets have seconds: the minutes are then a fraction.
  return ((found[1] === "-" ? -seconds : seconds) * 1000) / MINUTE;
}
