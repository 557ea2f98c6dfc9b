import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import type { Places } from "../bookings/use-places.ts";
import { Line, useWords } from "./block.tsx";
import { type Block, piecesOn } from "./layout.ts";
import { en } from "./strings.ts";
import { wallOf } from "./zone.ts";

export interface MonthProps {
  dates: readonly string[];
  /** `YYYY-MM`. */
  month: string;
  blocks: readonly Block[];
  places: Places;
  zone: string;
  now: number;
}

/** Lines a day shows before it says how many more there are. */
const shown = 4;

export function Month({ dates, month, blocks, places, zone, now }: MonthProps) {
  const { t, date } = useStrings(en);
  const words = useWords(places, zone);
  const today = wallOf(now, zone).date;
  const weeks = Array.from({ length: dates.length / 7 }, (_, week) => dates.slice(week * 7, week * 7 + 7));
  const dayLink = (one: string) => {
    const query = new URLSearchParams(location.search);
    query.set("view", "day");
    query.set("date", one);
    return href(`/calendar?${query}`);
  };
  return (
    <table
      class="p-cal-month"
      aria-label={date(`${month}-01T12:00:00Z`, { month: "long", year: "numeric", timeZone: "UTC" })}
    >
      <thead>
        <tr>
          {dates.slice(0, 7).map((one) => (
            <th key={one} scope="col" abbr={date(`${one}T12:00:00Z`, { weekday: "long", timeZone: "UTC" })}>
              {date(`${one}T12:00:00Z`, { weekday: "short", timeZone: "UTC" })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((one) => {
              const pieces = piecesOn(one, blocks, zone).filter(({ begins }) => begins);
              const sorted = pieces.sort((a, b) => a.from - b.from);
              const few = sorted.length > shown ? sorted.slice(0, shown - 1) : sorted;
              const day = date(`${one}T12:00:00Z`, { dateStyle: "full", timeZone: "UTC" });
              return (
                <td key={one} class={one.startsWith(month) ? undefined : "p-cal-other"}>
                  <a
                    class={`p-cal-date${one === today ? " p-cal-date-today" : ""}`}
                    href={dayLink(one)}
                    aria-current={one === today ? "date" : undefined}
                  >
                    {date(`${one}T12:00:00Z`, { day: "numeric", timeZone: "UTC" })}
                    <span class="f-hidden">
                      , {t("openDay", { day })}, {t("bookings", { count: sorted.length })}
                    </span>
                  </a>
                  {few.map(({ block }) => (
                    <Line key={block.key} block={block} words={words} />
                  ))}
                  {few.length < sorted.length && (
                    <a class="p-cal-line p-cal-line-more" href={dayLink(one)}>
                      {t("more", { count: sorted.length - few.length })}
                    </a>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
