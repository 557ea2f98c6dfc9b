import * as icons from "../../../kit/icons.ts";
import { Empty, List, Row } from "../../../kit/index.ts";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import type { Places } from "../bookings/use-places.ts";
import { axisOf } from "./axis.ts";
import { placeOf, toneOf, useWords } from "./entry.tsx";
import { type Entry, piecesOn } from "./layout.ts";
import { en } from "./strings.ts";
import { wallOf } from "./zone.ts";

export interface AgendaProps {
  /** The days to choose from. */
  dates: readonly string[];
  date: string;
  onDate(date: string): void;
  entries: readonly Entry[];
  places: Places;
  zone: string;
  now: number;
}

/** One day as a list, for narrow screens: the week above, the day's bookings below. */
export function Agenda({ dates, date: shown, onDate, entries, places, zone, now }: AgendaProps) {
  const { t, date } = useStrings(en);
  const words = useWords(places, zone);
  const today = wallOf(now, zone).date;
  const axis = axisOf([], zone);
  const pieces = piecesOn(shown, entries, axis).sort((a, b) => a.from - b.from);
  return (
    <div class="p-cal-agenda">
      {/* biome-ignore lint/a11y/useSemanticElements: buttons in a group, not fields */}
      <div class="p-cal-strip" role="group" aria-label={t("weekDays")}>
        {dates.map((one) => {
          const count = piecesOn(one, entries, axis).length;
          const at = `${one}T12:00:00Z`;
          return (
            <button
              key={one}
              type="button"
              aria-pressed={one === shown}
              class={one === today ? "p-cal-strip-today" : undefined}
              onClick={() => onDate(one)}
            >
              <span class="f-muted">{date(at, { weekday: "narrow", timeZone: "UTC" })}</span>
              <span class="p-cal-number">{date(at, { day: "numeric", timeZone: "UTC" })}</span>
              <span class="f-hidden">
                {date(at, { dateStyle: "full", timeZone: "UTC" })}, {t("bookings", { count })}
              </span>
              <span class={`p-cal-mark${count ? " p-cal-marked" : ""}`} />
            </button>
          );
        })}
      </div>
      <h2 class="p-cal-day-title">
        {date(`${shown}T12:00:00Z`, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" })}
      </h2>
      {pieces.length ? (
        <List label={t("agenda")}>
          {pieces.map(({ of: entry }) => {
            const said = words(entry);
            return (
              <Row
                key={entry.key}
                href={href(placeOf(entry) + location.search)}
                leading={<span class="p-cal-agenda-time f-tabular">{said.time}</span>}
                title={said.title}
                detail={said.detail}
                meta={<StatusBadge of={toneOf(entry)} />}
              />
            );
          })}
        </List>
      ) : (
        <Empty icon={icons.calendar} title={t("nothing")} text={t("nothingText")} />
      )}
    </div>
  );
}
