import type { AvailabilityCalendar } from "../../../../sdk/index.ts";

/** How a date stands for several resources together. */
export interface Outlook {
  status: AvailabilityCalendar["data"][number]["days"][number]["status"];
  /** Resources that have something left. */
  free: number;
  /** Places left at the best time, where there is one resource alone. */
  vacancies: number;
}

const order = ["open", "limited", "full", "closed"] as const;

/** The best of each date: something that is open makes the date open. */
export function outlookOf(resources: AvailabilityCalendar["data"]): Map<string, Outlook> {
  const dates = new Map<string, Outlook>();
  for (const { days } of resources) {
    for (const { date, status, vacancies } of days) {
      const known = dates.get(date) ?? { status: "closed", free: 0, vacancies: 0 };
      const best = order.indexOf(status) < order.indexOf(known.status) ? status : known.status;
      const free = known.free + (status === "open" || status === "limited" ? 1 : 0);
      dates.set(date, { status: best, free, vacancies: Math.max(known.vacancies, vacancies) });
    }
  }
  return dates;
}
