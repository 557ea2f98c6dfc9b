import { dayNumber, weekdayOf } from "../../core/time.ts";
import { contactOf } from "./booking-acts.ts";
import type { Choice, Slot } from "./bookings.ts";
import { dateAfter, localTime, momentAt } from "./moment.ts";
import type { CustomerName } from "./people.ts";
import type { Act, Cast } from "./story.ts";
import type { Taken } from "./taken.ts";

const week = 7 * 86_400_000;
const hour = 3_600_000;
const iso = (at: number) => new Date(at).toISOString();

/** What the occasions are about: ways to book these resources, and the unit that Priya is. */
export interface Stage {
  sailing: Choice;
  cabin: Choice;
  room: Choice;
  massage: Choice;
  priya: string;
}

/** What happens beside the daily business. It is laid out before anything else, so that nothing is in its way. */
export function occasions(cast: Cast, stage: Stage, now: number, taken: Taken): Act[] {
  return [
    ...charter(cast, stage, now, taken),
    ...weekend(cast, stage, now, taken),
    ...meetings(cast, stage, now, taken),
    ...closures(cast, stage, now),
  ];
}

/** Ben has the yawl to himself; two others would have liked to come. */
function charter(cast: Cast, { sailing }: Stage, now: number, taken: Taken): Act[] {
  const { slot, date } = upcoming(sailing, now, "saturday", 9);
  taken.add(sailing, slot, 6);
  const wish = { guests: { adult: 4 }, private: true, notes: "My father turns 82." };
  const wait = { resource_id: sailing.resource_id, from_date: date, starts_at: iso(slot.from) };
  return [
    { at: momentAt(now, "4d 10:24"), run: () => book(cast, "ben", sailing, slot, wish) },
    { at: momentAt(now, "2d 18:41"), run: () => join(cast, "grace", { ...wait, guests: { adult: 2 } }) },
    { at: momentAt(now, "1d 12:05"), run: () => join(cast, "daniel", { ...wait, guests: { adult: 1 } }) },
  ];
}

/** Emily has the cabin for a weekend that Kenji would have liked. */
function weekend(cast: Cast, { cabin }: Stage, now: number, taken: Taken): Act[] {
  const { slot, date } = upcoming(cabin, now, "friday", 10);
  taken.add(cabin, slot, 4);
  const wish = { party: 3, add_ons: [{ id: "firewood", quantity: 2 }] };
  const wait = { resource_id: cabin.resource_id, from_date: date, party: 2 };
  return [
    { at: momentAt(now, "5d 20:15"), run: () => book(cast, "emily", cabin, slot, wish) },
    { at: momentAt(now, "1d 21:30"), run: () => join(cast, "kenji", wait) },
  ];
}

/** Amelia's office meets at the lodge four weeks in a row: one booking, made and confirmed by the house. */
function meetings(cast: Cast, { room }: Stage, now: number, taken: Taken): Act[] {
  const { slot } = upcoming(room, now, "tuesday", 2);
  for (let at = 0; at < 4; at++) {
    // An hour more on both sides: the clocks may change meanwhile.
    taken.add(room, { from: slot.from + at * week - hour, to: slot.to + at * week + hour }, 14);
  }
  const { call } = cast.house.noah;
  const item = { resource_id: room.resource_id, starts_at: iso(slot.from), ends_at: iso(slot.to), party: 9 };
  return [
    {
      at: momentAt(now, "6d 15:02"),
      run: async () => {
        const { data } = await call<{ data: { id: string }[] }>("POST", "/booking-groups", {
          items: [{ ...item, recurrence: "FREQ=WEEKLY;COUNT=4" }],
          contact: contactOf("amelia"),
          notes: "Planning round, with the projector.",
        });
        await call("POST", "/bookings/batch", { ids: data.map(({ id }) => id), action: "confirm" });
      },
    },
  ];
}

/** The deck of the boathouse is mended next month, and Priya is away for some days. */
function closures(cast: Cast, { massage, priya }: Stage, now: number): Act[] {
  const { call } = cast.house.maya;
  const block = (from: number, days: number, what: object): Act => ({
    at: momentAt(now, "3d 09:12"),
    run: () => {
      const midnight = (away: number) => iso(localTime(massage.zone, dateAfter(now, massage.zone, away), 0));
      return call("POST", "/blocks", { ...what, starts_at: midnight(from), ends_at: midnight(from + days) });
    },
  });
  return [
    block(33, 4, { reason: "New deck for the boathouse", resource_ids: [massage.resource_id] }),
    block(40, 6, { reason: "Priya is on leave", unit_ids: [priya] }),
  ];
}

/** The first time that is offered on such a weekday, so many days from today or later. */
function upcoming({ days, zone }: Choice, now: number, weekday: string, first: number): { slot: Slot; date: string } {
  for (let away = first; days.has(away); away++) {
    const date = dateAfter(now, zone, away);
    const slot = days.get(away)?.[0];
    if (slot && weekdayOf(dayNumber(date)) === weekday) return { slot, date };
  }
  throw new Error(`nothing is offered on any ${weekday}`);
}

async function book(cast: Cast, who: CustomerName, { resource_id }: Choice, { from, to }: Slot, wish: object) {
  const call = await cast.visitor(who);
  const input = { resource_id, starts_at: iso(from), ends_at: iso(to), contact: contactOf(who), ...wish };
  const { id, deposit } = await call<{ id: string; deposit: number }>("POST", "/bookings", input);
  if (deposit > 0) await cast.house.priya.call("POST", `/bookings/${id}/payments`, { method: "card", amount: deposit });
}

const join = async (cast: Cast, who: CustomerName, wish: object) =>
  (await cast.visitor(who))("POST", "/waitlist", { ...wish, contact: contactOf(who) });
