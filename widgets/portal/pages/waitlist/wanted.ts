import type { WaitlistEntry } from "../../../../sdk/index.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

export const nameOf = ({ contact, id }: Pick<WaitlistEntry, "contact" | "id">): string =>
  contact.name || contact.email || id;

/** Says when somebody would come: one start, or any on some dates. */
export function useWanted(): (entry: WaitlistEntry) => string {
  const { t, date, dateRange } = useStrings(en);
  return ({ starts_at, from_date, to_date, time_zone }) => {
    const day = { weekday: "short", day: "numeric", month: "short" } as const;
    if (starts_at) return date(starts_at, { ...day, hour: "numeric", minute: "2-digit", timeZone: time_zone });
    const [from, to] = [`${from_date}T12:00:00Z`, `${to_date}T12:00:00Z`];
    const utc = { ...day, timeZone: "UTC" } as const;
    return `${from_date === to_date ? date(from, utc) : dateRange(from, to, utc)}, ${t("anyTime")}`;
  };
}
