import { type Question, slotsOf } from "../capabilities/bookings/engine/index.ts";
import { WEEKDAYS } from "../core/time.ts";
import { median } from "./load.ts";

const minute = 60_000;

/** CPU milliseconds of one call: 31 days of 15-minute slots in New York across the change to summer time. */
export function availabilityCost(spans: number): number {
  const from = Date.UTC(2027, 2, 1);
  const busy = Array.from({ length: spans }, (_, index) => {
    const start = from + Math.floor((index * 31 * 1440) / Math.max(1, spans)) * minute;
    return { from: start, to: start + 45 * minute, places: 1 };
  });
  const hours = WEEKDAYS.map((day) => ({ day, from: "00:00", to: "24:00" }));
  const question: Question = {
    rules: {
      zone: "America/New_York",
      open: { hours, seasons: [], exceptions: [], start_times: null },
      within: [],
      length: { unit: "fixed", minutes: 30 },
      step: 15,
      before: 0,
      after: 0,
      capacity: 4,
      lead: 0,
      horizon: 365,
    },
    from: "2027-03-01",
    to: "2027-03-31",
    party: 1,
    length: null,
    now: from - 86_400_000,
    busy,
    counts: [],
    pools: [],
  };
  for (let warm = 0; warm < 200; warm++) slotsOf(question);
  const rounds = Array.from({ length: 9 }, () => {
    const before = process.cpuUsage();
    for (let call = 0; call < 100; call++) slotsOf(question);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / 100;
  });
  return median(rounds);
}
