import { parseRecurrence, type Recurrence } from "../../../core/recurrence.ts";
import { readWall, type Wall } from "./wall.ts";

/** A recurrence of days without its end, and the end, which in a calendar may be an instant. */
export type Rule = { rule: Recurrence; until: Wall | undefined } | { unsupported: string };

/** Times of day that only repeat what the first start says. */
const clock = ["BYHOUR", "BYMINUTE", "BYSECOND"];

/** Reads an RRULE of something that starts on a day or at a time. */
export function ruleOf(text: string, start: Wall): Rule {
  const time = new Date(start.wall).toISOString().slice(11, 19).split(":");
  const parts = text.toUpperCase().split(";");
  const end = parts.find((part) => part.startsWith("UNTIL="))?.slice("UNTIL=".length);
  const until = end === undefined ? undefined : endOf(end);
  if (end !== undefined && !until) return { unsupported: "the end of a recurrence cannot be read." };
  const days = parts.filter((part) => {
    const [name = "", value] = part.split("=");
    const repeated = clock.includes(name) && Number(value) === Number(time[clock.indexOf(name)]);
    return part !== "" && name !== "UNTIL" && !repeated;
  });
  try {
    const rule = parseRecurrence(days.join(";"));
    // A count is walked from its beginning.
    if (rule.count !== null && start.wall < 0) return { unsupported: "a COUNT from before 1970 is not supported." };
    return { rule, until };
  } catch (error) {
    return { unsupported: (error as RangeError).message };
  }
}

/** "20270131" or "20270131T235959Z". */
function endOf(text: string): Wall | undefined {
  const found = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)(Z?))?$/.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hours, minutes, seconds, zone] = found;
  return readWall(`${year}-${month}-${day}${hours === undefined ? "" : `T${hours}:${minutes}:${seconds}${zone}`}`);
}
