import { useI18n } from "../../../kit/index.ts";
import { type Weekday, weekdays } from "./hours.ts";

/** What days of the week are called in the portal's language. */
export function useWeekdayName(): (day: Weekday, style?: "long" | "short") => string {
  const { date } = useI18n();
  // 2024-01-01 was a Monday.
  return (day, weekday = "long") =>
    date(Date.UTC(2024, 0, 1 + weekdays.indexOf(day), 12), { weekday, timeZone: "UTC" });
}
