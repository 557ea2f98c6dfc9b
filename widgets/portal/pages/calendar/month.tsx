import { useLayoutEffect, useMemo } from "preact/hooks";
import type { Block, Booking } from "../../../../sdk/index.ts";
import { announce } from "../../../kit/index.ts";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import type { Places } from "../bookings/use-places.ts";
import { axisOf } from "./axis.ts";
import { barsOver, lasts } from "./bars.ts";
import { gripOf, placeOf, toneOf, useWords } from "./entry.tsx";
import type { Span } from "./gesture.ts";
import { ghostTone, useLiftWords } from "./ghost.tsx";
import { type Entry, piecesOn } from "./layout.ts";
import { en } from "./strings.ts";
import { BarGhost, BarLink, BlockBar, lastingOf } from "./strip.tsx";
import { type Lift, useLift } from "./use-lift.ts";
import { useVerdict } from "./use-verdict.ts";
import type { Outlook } from "./vacancies.ts";
import { wallOf } from "./zone.ts";

export interface MonthProps {
  dates: readonly string[];
  /** `YYYY-MM`. */
  month: string;
  entries: readonly Entry[];
  bookings: readonly Booking[];
  blocks: readonly Block[];
  outlook: ReadonlyMap<string, Outlook>;
  /** One resource alone is shown: what is left is told in places. */
  single: boolean;
  places: Places;
  zone: string;
  now: number;
  open: string | undefined;
  onChange(booking: Booking, span: Span): void;
  onRefused(why: string): void;
}

/** Lines a day shows before it says how many more there are. */
const most = 4;

/** Weeks under each other; what lasts for days goes over them as a bar. */
export function Month(props: MonthProps) {
  const { dates, month, entries, bookings, blocks, places, zone, now, open } = props;
  const { date } = useStrings(en);
  const { can } = usePortal();
  const words = useWords(places, zone);
  const liftWords = useLiftWords(places, zone);
  const axis = useMemo(() => axisOf([], zone), [zone]);
  const sheet = { columns: dates.map((one) => ({ date: one })), axis, resourceOf: places.resourceOf };
  const lift = useLift(sheet, ({ booking, span }: Lift) => {
    if (!booking) return;
    if (verdict?.kind === "refused") props.onRefused(said?.said ?? "");
    else props.onChange(booking, span);
  });
  const verdict = useVerdict(lift.lift, places, bookings);
  const said = lift.lift && liftWords(lift.lift, verdict);
  useLayoutEffect(() => {
    if (lift.lift?.by === "keys" && lift.scroller.current && said) announce(lift.scroller.current, said.sentence);
  }, [said?.sentence]);
  const isLong = (entry: Entry) => lasts(entry, places.resourceOf(entry.resource_id)?.length_unit, zone);
  const [long, short] = useMemo(
    () => [entries.filter(isLong), entries.filter((entry) => !isLong(entry))],
    [entries, zone, places.resources.length],
  );
  const lasting = useMemo(() => lastingOf(long, blocks), [long, blocks]);
  const today = wallOf(now, zone).date;
  const weeks = Array.from({ length: dates.length / 7 }, (_, week) => dates.slice(week * 7, week * 7 + 7));
  const shared = {
    write: can("bookings:write"),
    open,
    lifted: lift.lift?.booking?.id,
    words,
    lift,
  };
  return (
    <section
      class="p-cal-month"
      ref={lift.scroller}
      aria-label={date(`${month}-01T12:00:00Z`, { month: "long", year: "numeric", timeZone: "UTC" })}
      {...lift.handlers}
    >
      <div class="p-cal-weekdays" aria-hidden="true">
        {dates.slice(0, 7).map((one) => (
          <span key={one}>{date(`${one}T12:00:00Z`, { weekday: "short", timeZone: "UTC" })}</span>
        ))}
      </div>
      {weeks.map((week, at) => {
        const bars = barsOver(week, lasting, zone);
        /** Rows that a day keeps free for the bars over it. */
        const rowsOn = (day: number) =>
          Math.max(0, ...bars.map(({ from, to, row }) => (from <= day && day <= to ? row + 1 : 0)));
        return (
          <div key={week[0]} class="p-cal-week">
            <div class="p-cal-week-days">
              {week.map((one, day) => (
                <MonthDay
                  key={one}
                  date={one}
                  at={at * 7 + day}
                  other={!one.startsWith(month)}
                  today={one === today}
                  bars={rowsOn(day)}
                  entries={piecesOn(one, short, axis)
                    .filter(({ begins }) => begins)
                    .sort((a, b) => a.from - b.from)
                    .map(({ of }) => of)}
                  long={bars.filter(({ of, from, to }) => of.entry && from <= day && day <= to).length}
                  outlook={one < today ? undefined : props.outlook.get(one)}
                  single={props.single}
                  over={
                    lift.lift &&
                    !lasts(lift.lift.span, undefined, zone) &&
                    wallOf(lift.lift.span.starts_at, zone).date === one
                      ? `${ghostTone(verdict)} p-cal-over`
                      : ""
                  }
                  note={said ? [said.time, said.said].filter(Boolean).join(" · ") : ""}
                  {...shared}
                />
              ))}
            </div>
            <div class="p-cal-week-bars">
              {bars.map(({ of: { entry, block, key }, ...bar }) =>
                entry ? (
                  <BarLink key={key} bar={{ ...bar, of: entry }} column={at * 7 + bar.from} {...shared} />
                ) : (
                  block && <BlockBar key={key} bar={{ ...bar, of: block }} />
                ),
              )}
              {lift.lift && lasts(lift.lift.span, undefined, zone) && (
                <BarGhost
                  span={lift.lift.span}
                  dates={week}
                  zone={zone}
                  row={1}
                  verdict={verdict}
                  text={[said?.time, said?.said].filter(Boolean).join(" · ")}
                />
              )}
            </div>
          </div>
        );
      })}
    </section>
  );
}

interface MonthDayProps {
  date: string;
  at: number;
  other: boolean;
  today: boolean;
  /** Rows of bars over this week. */
  bars: number;
  entries: readonly Entry[];
  /** How many bars go over this day. */
  long: number;
  outlook: Outlook | undefined;
  single: boolean;
  /** Classes while something is held over it, and what is said of that. */
  over: string;
  note: string;
  write: boolean;
  open: string | undefined;
  lifted: string | undefined;
  words: ReturnType<typeof useWords>;
  lift: Pick<ReturnType<typeof useLift>, "take" | "press" | "leave">;
}

function MonthDay({ date: one, at, entries, outlook, words, lift, ...props }: MonthDayProps) {
  const { t, date } = useStrings(en);
  const query = new URLSearchParams(location.search);
  query.set("view", "day");
  query.set("date", one);
  const link = href(`/calendar?${query}`);
  const day = date(`${one}T12:00:00Z`, { dateStyle: "full", timeZone: "UTC" });
  const few = entries.length > most ? entries.slice(0, most - 1) : entries;
  const left = outlook && outlookWords(t, outlook, props.single);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a day is no form part
    <div
      class={`p-cal-cell${props.other ? " p-cal-other" : ""}${outlook ? ` p-cal-is-${outlook.status}` : ""}${props.over}`}
      data-column={at}
      role="group"
      aria-label={day}
    >
      <div class="p-cal-cell-head">
        <a
          class={`p-cal-date${props.today ? " p-cal-date-today" : ""}`}
          href={link}
          aria-current={props.today ? "date" : undefined}
        >
          {date(`${one}T12:00:00Z`, { day: "numeric", timeZone: "UTC" })}
          <span class="f-hidden">
            , {t("openDay", { day })}, {t("bookings", { count: entries.length + props.long })}
          </span>
        </a>
        {left && <span class="p-cal-left">{left}</span>}
      </div>
      <div class="p-cal-bar-room" style={{ "--rows": props.bars }} />
      {few.map((entry) => {
        const said = words(entry);
        const grip = gripOf(entry, props.write);
        return (
          <a
            key={entry.bookings[0].id}
            data-bookings={entry.bookings.map(({ id }) => id).join(" ")}
            class={`p-cal-line p-cal-${toneOf(entry)}${props.lifted === entry.bookings[0].id ? " p-cal-lifted" : ""}`}
            href={href(placeOf(entry) + location.search)}
            draggable={false}
            onPointerDown={(event) => grip?.move && lift.take(event, "move", grip.booking, true)}
            onKeyDown={(event) => grip && lift.press(event, grip.booking, at, { move: grip.move, resize: false }, true)}
            onBlur={() => lift.leave()}
          >
            <span class="f-tabular">{said.time}</span> <span class="p-ellipsis">{said.title}</span>
            <span class="f-hidden">
              {said.detail}, {said.rest}
            </span>
          </a>
        );
      })}
      {few.length < entries.length && (
        <a class="p-cal-line p-cal-line-more" href={link}>
          {t("more", { count: entries.length - few.length })}
        </a>
      )}
      {props.over && <span class="p-cal-over-note">{props.note}</span>}
    </div>
  );
}

type T = ReturnType<typeof useStrings<typeof en>>["t"];

/** What is left on a day, in a word or two; nothing where it is simply open. */
function outlookWords(t: T, { status, free, vacancies }: Outlook, single: boolean): string {
  if (status === "closed") return t("closed");
  if (status === "full") return t("allFull");
  return single ? t("left", { count: vacancies }) : t("resourcesFree", { count: free });
}
