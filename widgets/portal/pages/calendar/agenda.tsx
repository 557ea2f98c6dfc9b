import type { Block } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Empty, Icon, List, Row } from "../../../kit/index.ts";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import type { Places } from "../bookings/use-places.ts";
import { axisOf } from "./axis.ts";
import { placeOf, toneOf, useWords } from "./entry.tsx";
import { type Entry, type Piece, piecesOn } from "./layout.ts";
import { en } from "./strings.ts";
import { wallOf } from "./zone.ts";

export interface AgendaProps {
  /** The days to choose from. */
  dates: readonly string[];
  date: string;
  onDate(date: string): void;
  entries: readonly Entry[];
  blocks: readonly Block[];
  places: Places;
  zone: string;
  now: number;
}

/** One day as a list, for narrow screens: the week above, the day's bookings below. */
export function Agenda({ dates, date: shown, onDate, entries, blocks, places, zone, now }: AgendaProps) {
  const { t, date } = useStrings(en);
  const words = useWords(places, zone);
  const today = wallOf(now, zone).date;
  const axis = axisOf([], zone);
  const pieces = piecesOn(shown, entries, axis).sort((a, b) => a.from - b.from);
  const barred = piecesOn(shown, blocks, axis);
  const clock = (at: string) => date(at, { hour: "numeric", minute: "2-digit", timeZone: zone });
  /** When, as far as this day is concerned. */
  const timeOf = ({ of, from, to, ends }: Piece<{ starts_at: string; ends_at: string }>) =>
    from === 0 && to === axis.total
      ? t("allDay")
      : from === 0 && ends
        ? t("until", { time: clock(of.ends_at) })
        : clock(of.starts_at);
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
      {pieces.length + barred.length ? (
        <List label={t("agenda")}>
          {barred.map((piece) => (
            <Row
              key={piece.of.id}
              href={href(`/calendar/block/${piece.of.id}${location.search}`)}
              leading={<span class="p-cal-agenda-time f-tabular">{timeOf(piece)}</span>}
              title={piece.of.reason ?? t("blocked")}
              detail={piece.of.reason ? t("blocked") : undefined}
              meta={<Icon of={icons.lock} size={16} />}
            />
          ))}
          {pieces.map((piece) => {
            const entry = piece.of;
            const said = words(entry);
            return (
              <Row
                key={entry.key}
                href={href(placeOf(entry) + location.search)}
                leading={<span class="p-cal-agenda-time f-tabular">{timeOf(piece)}</span>}
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
