import { localParts } from "../../core/time.ts";
import { homeZone } from "./moment.ts";
import { type CustomerName, customers } from "./people.ts";
import { type Random, seeded } from "./random.ts";
import { Taken } from "./taken.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A time that a resource offers, in milliseconds since 1970, and the places that are free then. */
export interface Slot {
  from: number;
  to: number;
  places: number;
}

/** What can be booked: `days` by the day counted from today, `weight` how often it is. */
export interface Choice {
  /** The clock that its days are on. */
  zone: string;
  resource_id: string;
  venue_id?: string;
  variant_id?: string;
  lead_minutes: number;
  max_party: number;
  /** Whether a party has it alone. */
  private: boolean;
  requires_approval: boolean;
  /** Until how many hours before the start whoever booked may cancel. */
  notice_hours: number;
  weight: number;
  guest_categories: readonly { id: string; takes_place?: boolean }[];
  add_ons: readonly { id: string; per: "booking" | "guest"; stock?: number }[];
  /** What each guest is asked. */
  questions: readonly { id: string; options: readonly string[] }[];
  days: ReadonlyMap<number, readonly Slot[]>;
}

export interface Attendee {
  name: string;
  guest_category: string | null;
  answers: Record<string, string>;
}

/** A booking of the story, and what becomes of it. Times are in milliseconds since 1970. */
export interface Planned {
  who: CustomerName;
  resource_id: string;
  venue_id?: string;
  variant_id?: string;
  starts_at: number;
  ends_at: number;
  party: number;
  guests: Record<string, number>;
  private?: boolean;
  add_ons: readonly { id: string; quantity: number }[];
  promotion?: boolean;
  attendees: readonly Attendee[];
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
const firstNames = ["Alma", "Jonas", "Mina", "Theo", "Ines", "Leo", "Clara"];

/** How many bookings start on a day: business was good, is good, and the weeks ahead are filling up. */
const busy = (away: number): number => (away < -12 || away > 6 ? 1 : 2);

/**
 * Lays out the bookings that start from `first` to `last`, in days from today; never more places than there are beside
 * those that are `taken` already.
 */
export function planBookings(
  choices: readonly Choice[],
  now: number,
  first: number,
  last: number,
  taken = new Taken(),
): Planned[] {
  const random = seeded(20_261_120);
  const names = Object.keys(customers) as CustomerName[];
  const bag = choices.flatMap((choice) => Array<Choice>(choice.weight).fill(choice));
  const promoted = new Set<CustomerName>();
  const planned: Planned[] = [];

  for (let away = first; away <= last; away++) {
    for (let wanted = busy(away); wanted > 0; wanted--) {
      const choice = random.pick(bag);
      const slots = choice.days.get(away) ?? [];
      const party = Math.min(random.pick([1, 2, 2, 2, 3, 4]), choice.max_party);
      const slot = random.pick(slots);
      if (!slot || !taken.fits(choice, slot, party)) continue;
      const made_at = reserved(random.next(), choice, slot, now, now + first * day);
      if (made_at === undefined) continue;
      const who = random.pick(names);
      taken.add(choice, slot, party);
      const promotion = !promoted.has(who) && random.chance(0.15);
      if (promotion) promoted.add(who);
      planned.push({
        who,
        resource_id: choice.resource_id,
        ...(choice.venue_id ? { venue_id: choice.venue_id } : {}),
        ...(choice.variant_id ? { variant_id: choice.variant_id } : {}),
        starts_at: slot.from,
        ends_at: slot.to,
        ...coming(random, choice, party, who),
        add_ons: extras(random, choice, slot, party, taken),
        ...(promotion ? { promotion } : {}),
        ...(random.chance(0.25) ? { notes: random.pick(wishes) } : {}),
        made_at,
        ...fate(random, choice, slot, made_at, now),
      });
    }
  }
  return planned;
}

/** Who comes: at least one grown-up, and everybody by name where each of them is asked something. */
function coming(random: Random, { guest_categories, questions }: Choice, party: number, who: CustomerName) {
  const [adult, child] = guest_categories;
  const infant = guest_categories.find(({ takes_place }) => takes_place === false);
  const children = child && party > 1 && random.chance(0.4) ? 1 : 0;
  const guests: Record<string, number> = adult ? { [adult.id]: party - children } : {};
  if (child && children > 0) guests[child.id] = children;
  if (infant && party > 1 && random.chance(0.2)) guests[infant.id] = 1;
  const { name } = customers[who];
  const family = name.slice(name.indexOf(" ") + 1);
  const attendees = questions.length === 0 ? [] : Array.from({ length: party }, (_, at) => at);
  return {
    party,
    guests,
    attendees: attendees.map((at) => ({
      name: at === 0 ? name : `${firstNames[(at + family.length) % firstNames.length]} ${family}`,
      guest_category: (child && at >= party - children ? child.id : adult?.id) ?? null,
      answers: Object.fromEntries(questions.map(({ id, options }) => [id, random.pick(options)])),
    })),
  };
}

/** Now and then something is taken along, if there is still one. */
function extras(random: Random, choice: Choice, slot: Slot, party: number, taken: Taken): Planned["add_ons"] {
  if (choice.add_ons.length === 0 || !random.chance(0.35)) return [];
  const addOn = random.pick(choice.add_ons);
  return taken.takeAlong(choice, addOn, slot, party) ? [{ id: addOn.id, quantity: 1 }] : [];
}

/** Most are kept; some are called off, and now and then somebody does not come. */
function fate(random: Random, choice: Choice, slot: Slot, made_at: number, now: number): Partial<Planned> {
  const draw = random.next();
  const approved_at = made_at + random.whole(20, 180) * minute;
  const approval = choice.requires_approval && approved_at < now && slot.from < now + 4 * day ? { approved_at } : {};
  if (draw < 0.1) {
    const at = made_at + Math.floor((Math.min(slot.from, now) - made_at) * 0.45);
    const by = slot.from - at > choice.notice_hours * hour ? "customer" : "staff";
    return { ...approval, cancelled: { at, by, reason: random.pick(regrets) } };
  }
  const missed_at = slot.from + 40 * minute;
  return draw > 0.92 && missed_at < now && !choice.requires_approval ? { missed_at } : approval;
}

/** When it was booked: between a few hours and eight days ahead, never later than now, and not at night. */
function reserved(draw: number, choice: Choice, slot: Slot, now: number, earliest: number): number | undefined {
  const latest = Math.min(slot.from - choice.lead_minutes * minute, now) - 15 * minute;
  const at = Math.max(latest - draw * 8 * day, earliest + 2 * hour);
  const awake = at - Math.max(0, 8 - localParts(homeZone, at).hour) * hour;
  const made = Math.max(awake, earliest);
  return made <= latest ? Math.floor(made) : undefined;
}
