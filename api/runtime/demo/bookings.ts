import { localParts } from "../../core/time.ts";
import { homeZone } from "./moment.ts";
import { type CustomerName, customers } from "./people.ts";
import { seeded } from "./random.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A slot that a resource offers, in milliseconds since 1970. */
export interface Slot {
  from: number;
  to: number;
}

/** What can be booked: `slots` by the day counted from today, `weight` how often it is. */
export interface Choice {
  resource_id: string;
  lead_minutes: number;
  capacity: number;
  max_party: number;
  requires_approval: boolean;
  weight: number;
  days: ReadonlyMap<number, readonly Slot[]>;
}

/** A booking of the story, and what becomes of it. Times are in milliseconds since 1970. */
export interface Planned {
  who: CustomerName;
  resource_id: string;
  starts_at: number;
  ends_at: number;
  party: number;
  notes?: string;
  made_at: number;
  approved_at?: number;
  cancelled?: { at: number; by: "customer" | "staff"; reason: string };
  missed_at?: number;
}

const wishes = [
  "It is our anniversary.",
  "One of us has a weak knee; a seat near the stern would help.",
  "We come by ferry and may be five minutes late.",
  "First time for both of us!",
  "Please call me when the weather turns.",
];
const regrets = ["A fever in the family.", "Our flight was moved.", "The forecast looks too windy for us."];

/** How many bookings start on a day: business was good, is good, and the weeks ahead are filling up. */
const busy = (away: number): number => (away < -12 || away > 6 ? 1 : 2);

/** Lays out the bookings that start from `first` to `last`, in days from today; never more places than there are. */
export function planBookings(choices: readonly Choice[], now: number, first: number, last: number): Planned[] {
  const random = seeded(20_261_120);
  const names = Object.keys(customers) as CustomerName[];
  const bag = choices.flatMap((choice) => Array<Choice>(choice.weight).fill(choice));
  const taken = new Map<string, (Slot & { party: number })[]>();
  const planned: Planned[] = [];

  const room = (choice: Choice, slot: Slot, party: number) => {
    // An hour around covers every buffer of the demo's resources.
    const near = (taken.get(choice.resource_id) ?? []).filter(
      (other) => other.from < slot.to + hour && slot.from - hour < other.to,
    );
    return near.reduce((sum, other) => sum + other.party, party) <= choice.capacity;
  };

  for (let away = first; away <= last; away++) {
    for (let wanted = busy(away); wanted > 0; wanted--) {
      const choice = random.pick(bag);
      const slots = choice.days.get(away) ?? [];
      const party = Math.min(random.pick([1, 2, 2, 2, 3, 4]), choice.max_party);
      const slot = random.pick(slots);
      if (!slot || !room(choice, slot, party)) continue;
      const made_at = reserved(random.next(), choice, slot, now, now + first * day);
      if (made_at === undefined) continue;
      const who = random.pick(names);
      taken.set(choice.resource_id, [...(taken.get(choice.resource_id) ?? []), { ...slot, party }]);
      planned.push({
        who,
        resource_id: choice.resource_id,
        starts_at: slot.from,
        ends_at: slot.to,
        party,
        ...(random.chance(0.25) ? { notes: random.pick(wishes) } : {}),
        made_at,
        ...fate(choice, slot, made_at),
      });
    }
  }
  return planned;

  /** Most are kept; some are called off, and now and then somebody does not come. */
  function fate(choice: Choice, slot: Slot, made_at: number): Partial<Planned> {
    const draw = random.next();
    const approved_at = made_at + random.whole(20, 180) * minute;
    const approval = choice.requires_approval && approved_at < now && slot.from < now + 4 * day ? { approved_at } : {};
    if (draw < 0.1) {
      const at = made_at + Math.floor((Math.min(slot.from, now) - made_at) * 0.45);
      const by = slot.from - at > 12 * hour ? "customer" : "staff";
      return { ...approval, cancelled: { at, by, reason: random.pick(regrets) } };
    }
    const missed_at = slot.from + 40 * minute;
    return draw > 0.92 && missed_at < now && !choice.requires_approval ? { missed_at } : approval;
  }
}

/** When it was booked: between a few hours and eight days ahead, never later than now, and not at night. */
function reserved(draw: number, choice: Choice, slot: Slot, now: number, earliest: number): number | undefined {
  const latest = Math.min(slot.from - choice.lead_minutes * minute, now) - 15 * minute;
  const at = Math.max(latest - draw * 8 * day, earliest + 2 * hour);
  const awake = at - Math.max(0, 8 - localParts(homeZone, at).hour) * hour;
  const made = Math.max(awake, earliest);
  return made <= latest ? Math.floor(made) : undefined;
}
