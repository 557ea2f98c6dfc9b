import { dayNumber, weekdayOf } from "../../core/time.ts";
import type { Call } from "./caller.ts";
import { atWork, type PoolName, pools, promotions, shifts, venues } from "./catalogue.ts";
import { company } from "./company.ts";
import { dateAfter, homeZone, localTime } from "./moment.ts";
import type { Past } from "./past.ts";
import type { StaffName } from "./people.ts";
import { resourcesIn } from "./resources.ts";

/** Asks one after the other, a minute apart: the order of the catalogue is the order in which things were made. */
async function idsOf(past: Past, call: Call, path: string, inputs: readonly object[]): Promise<string[]> {
  const made: string[] = [];
  for (const input of inputs) {
    past.set(past.app.ports.clock.now() + 60_000);
    made.push((await call<{ id: string }>("POST", path, input)).id);
  }
  return made;
}

/** Says who the company is and opens its venues; answers their ids. */
export async function openVenues(past: Past, call: Call): Promise<string[]> {
  await call("PATCH", "/company", company);
  return idsOf(past, call, "/venues", venues);
}

/** Ids of pools and of the units that members are. */
export interface Team {
  pools: Record<PoolName, string>;
  units: Partial<Record<StaffName, string>>;
}

/** Says who is good for what, and when they work. */
export async function formTeam(
  past: Past,
  call: Call,
  house: Record<StaffName, { id: string }>,
  venueIds: readonly string[],
): Promise<Team> {
  const team: Team = { pools: { guides: "", therapists: "" }, units: {} };
  for (const [key, { name, venue, units }] of Object.entries(pools)) {
    const [pool = ""] = await idsOf(past, call, "/pools", [{ name, venue_id: venueIds[venue] }]);
    team.pools[key as PoolName] = pool;
    for (const unit of units) {
      const input = "who" in unit ? { member_id: house[unit.who].id, color: unit.color } : unit;
      const { id } = await call<{ id: string }>("POST", `/pools/${pool}/units`, input);
      if ("who" in unit) team.units[unit.who] = id;
    }
  }
  const founded = past.app.ports.clock.now();
  for (const { who, first, rrule } of shifts) {
    const date = lastBefore(founded, first);
    await call("POST", "/shifts", {
      member_id: house[who].id,
      venue_id: venueIds[pools.guides.venue],
      starts_at: new Date(localTime(homeZone, date, atWork.from)).toISOString(),
      ends_at: new Date(localTime(homeZone, date, atWork.to)).toISOString(),
      recurrence: rrule,
    });
  }
  return team;
}

/** The last such weekday, today or before. */
function lastBefore(now: number, weekday: string): string {
  for (let away = 0; ; away--) {
    const date = dateAfter(now, homeZone, away);
    if (weekdayOf(dayNumber(date)) === weekday) return date;
  }
}

/** Puts everything on offer; answers the ids of the resources. */
export async function offer(past: Past, call: Call, venueIds: readonly string[], team: Team, year: number) {
  const { origin } = past.app.ports.settings;
  const inputs = resourcesIn(year).map(({ venue, also, image, needs, input }) => ({
    ...input,
    venue_id: venueIds[venue],
    image_url: `${origin}/demo/${image}.svg`,
    also_at: also ? [{ venue_id: venueIds[also.venue], capacity: also.capacity }] : [],
    requirements: needs ? [{ pool_id: team.pools[needs.pool], count: needs.count, per: needs.per }] : [],
  }));
  const ids = await idsOf(past, call, "/resources", inputs);
  await idsOf(past, call, "/promotions", promotions);
  return ids;
}
