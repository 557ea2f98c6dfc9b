import type { App } from "../../kernel/assemble.ts";
import { databaseName } from "../../kernel/tenancy.ts";
import { actsOfBooking } from "./booking-acts.ts";
import { type Choice, planBookings } from "./bookings.ts";
import { type Call, callerOf } from "./caller.ts";
import { conversations } from "./conversations.ts";
import { formTeam, offer, openVenues, type Team } from "./house.ts";
import { dateAfter, homeZone } from "./moment.ts";
import { occasions } from "./occasions.ts";
import { inThePast, type Past } from "./past.ts";
import type { StaffName } from "./people.ts";
import { hire, type Login, staffOf } from "./staff.ts";
import { type Act, actsOfThread, actsOfTicket, Cast } from "./story.ts";
import { Taken } from "./taken.ts";
import { tickets } from "./tickets.ts";
import { choicesOf } from "./times.ts";

/** How long ago the demo tenant was founded, in days. */
export const age = 24;
const ahead = 24;
const day = 86_400_000;

export interface Furnishing {
  routing: string;
  owner: { email: string; password: string };
  publishable: string;
  /** Whether weeks of bookings, conversations and tickets are lived through; without, there is only what is for sale. */
  story: boolean;
}

export interface Furnished {
  venues: string[];
  resources: string[];
  staff: Login[];
}

/**
 * Fills the demo tenant through the public routes, as people would have over some weeks: what stands there could have
 * been typed in. Whatever that led to, such as mails and reminders, is done with when this ends.
 */
export async function furnish(app: App, { routing, owner, publishable, story }: Furnishing): Promise<Furnished> {
  const now = app.ports.clock.now();
  const founded = now - age * day;
  const past = inThePast(app, founded);
  past.set(now);
  // A session that starts today is good on every day before it, so that everybody has to sign in once only.
  const maya = await staffOf(past.app, owner);
  past.set(founded);
  const venues = await openVenues(past, maya.call);
  const opened = past.app.ports.clock.now();
  const logins = await hire(past, maya.call, now);
  const house = { maya, ...logins.working };
  past.set(opened);
  const year = Number(dateAfter(now, homeZone, 0).slice(0, 4));
  const team = await formTeam(past, maya.call, house, venues);
  const resources = await offer(past, maya.call, venues, team, year);
  if (story) {
    const guest = callerOf(past.app, publishable);
    const choices = await choicesOf(guest, { resources, venues }, year, now, [1 - age, ahead]);
    const acts = actsOf(new Cast(past.app, publishable, house), choices, team, now);
    await perform(past, databaseName({ routing, mode: "live" }), acts, now);
  }
  past.set(now);
  await Promise.all(Object.values(house).map(({ call, session }) => call("DELETE", `/sessions/${session}`)));
  return { venues, resources, staff: logins.all };
}

function actsOf(cast: Cast, choices: ReadonlyMap<string, Choice[]>, team: Team, now: number): Act[] {
  const taken = new Taken();
  const of = (image: string): Choice => {
    const [choice] = choices.get(image) ?? [];
    if (!choice) throw new Error(`nothing is pictured as ${image}`);
    return choice;
  };
  const stage = { sailing: of("sailing"), cabin: of("cabin"), room: of("room"), massage: of("massage") };
  const special = occasions(cast, { ...stage, priya: team.units.priya ?? "" }, now, taken);
  const planned = planBookings([...choices.values()].flat(), now, 1 - age, ahead, taken);
  return [
    ...special,
    ...planned.flatMap((booking) => actsOfBooking(cast, booking, now)),
    ...conversations.flatMap((thread) => actsOfThread(cast, thread, now)),
    ...tickets.flatMap((ticket) => actsOfTicket(cast, ticket, now)),
    ...readings(cast.house, now),
  ];
}

/** The house looks through its notifications every evening; what came in since yesterday's is unread. */
function readings(house: Record<StaffName, { call: Call }>, now: number): Act[] {
  return Object.values(house).map(({ call }) => ({
    at: now - 15 * 3_600_000,
    run: () => call("PUT", "/notifications/read"),
  }));
}

/** How long after an act the house takes a turn, in milliseconds: less than the shortest booking lasts. */
const soon = 2_700_000;

/** One act after the other, each at its time, and the turns that the house takes in between. */
async function perform(past: Past, database: string, acts: Act[], now: number): Promise<void> {
  const turn = (at: number) => {
    past.set(at);
    return past.app.tick(database);
  };
  let owed = Number.POSITIVE_INFINITY;
  for (const { at, run } of acts.sort((a, b) => a.at - b.at)) {
    if (owed <= at) {
      await turn(owed);
      owed = Number.POSITIVE_INFINITY;
    }
    past.set(at);
    await run();
    owed = Math.min(owed, at + soon);
  }
  await turn(now);
}
