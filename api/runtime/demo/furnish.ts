import type { App } from "../../kernel/assemble.ts";
import { databaseName } from "../../kernel/tenancy.ts";
import { type Choice, type Planned, planBookings } from "./bookings.ts";
import { type Call, callerOf } from "./caller.ts";
import { resources, venues } from "./catalogue.ts";
import { company } from "./company.ts";
import { conversations } from "./conversations.ts";
import { dateAfter } from "./moment.ts";
import { inThePast, type Past } from "./past.ts";
import type { StaffName } from "./people.ts";
import { hire, type Login, staffOf } from "./staff.ts";
import { type Act, actsOfBooking, actsOfThread, actsOfTicket, Cast } from "./story.ts";
import { tickets } from "./tickets.ts";

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
  const made = await build(past, maya.call);
  const logins = await hire(past, maya.call, now);
  const house = { maya, ...logins.working };
  if (story) {
    const choices = await choose(past, callerOf(past.app, publishable), made.resources, now);
    const acts = actsOf(new Cast(past.app, publishable, house), choices, now);
    await perform(past, databaseName({ routing, mode: "live" }), acts, now);
  }
  past.set(now);
  await Promise.all(Object.values(house).map(({ call, session }) => call("DELETE", `/sessions/${session}`)));
  return { ...made, staff: logins.all };
}

function actsOf(cast: Cast, choices: Choice[], now: number): Act[] {
  return [
    ...planBookings(choices, now, 1 - age, ahead).flatMap((booking: Planned) => actsOfBooking(cast, booking, now)),
    ...conversations.flatMap((thread) => actsOfThread(cast, thread, now)),
    ...tickets.flatMap((ticket) => actsOfTicket(cast, ticket, now)),
    ...readings(cast.house, now),
  ];
}

async function build(past: Past, call: Call): Promise<{ venues: string[]; resources: string[] }> {
  const { origin } = past.app.ports.settings;
  let at = past.app.ports.clock.now();
  // One a minute: the order of the catalogue is the order in which they were made.
  const ids = async (path: string, inputs: readonly object[]) => {
    const made: string[] = [];
    for (const input of inputs) {
      at += 60_000;
      past.set(at);
      made.push((await call<{ id: string }>("POST", path, input)).id);
    }
    return made;
  };
  await call("PATCH", "/company", company);
  const venueIds = await ids("/venues", venues);
  const inputs = resources.map(({ venue, weight: _, image, ...resource }) => ({
    ...resource,
    venue_id: venueIds[venue],
    image_url: `${origin}/demo/${image}.svg`,
  }));
  return { venues: venueIds, resources: await ids("/resources", inputs) };
}

/** What each resource offers, from the day it was made on. */
async function choose(past: Past, call: Call, ids: string[], now: number): Promise<Choice[]> {
  type Offer = { days: { date: string; slots: { starts_at: string; ends_at: string }[] }[] };
  past.set(now - age * day);
  const choices = ids.map(async (resource_id, position): Promise<Choice> => {
    const resource = resources[position]!;
    const zone = venues[resource.venue]!.time_zone;
    const offered = (from: number, to: number) => {
      const [first, last] = [dateAfter(now, zone, from), dateAfter(now, zone, to)];
      return call<Offer>("GET", `/availability?resource_id=${resource_id}&from=${first}&to=${last}`);
    };
    const [before, after] = await Promise.all([offered(1 - age, 0), offered(1, ahead)]);
    const days = [...before.days, ...after.days].map(({ slots }, index): [number, { from: number; to: number }[]] => [
      index + 1 - age,
      slots.map(({ starts_at, ends_at }) => ({ from: Date.parse(starts_at), to: Date.parse(ends_at) })),
    ]);
    const max_party = "max_party" in resource ? resource.max_party : resource.capacity;
    const requires_approval = "requires_approval" in resource;
    return { ...resource, resource_id, max_party, requires_approval, days: new Map(days) };
  });
  return Promise.all(choices);
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
