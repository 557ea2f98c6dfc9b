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
import { BarGhost, BarLink } from "./strip.tsx";
import { en } from "./strings.ts";
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
        const bars = barsOver(week, long, zone);
        const rows = Math.max(0, ...bars.map(({ row }) => row + 1));
        const barred = barsOver(
          week,
          blocks.map((block) => ({ ...block, key: block.id })),
          zone,
        );
        const below = Math.max(rows, 0);
        return (
          <div key={week[0]} class="p-cal-week">
            <div class="p-cal-week-days">
              {week.map((one, day) => (
                <MonthDay
                  key={one}
                  date={one}
                  at={at * 7 + day}
                  other={!one.startsWith(month)}
                  today={one === wallOf(now, zone).date}
                  bars={Math.max(rows + barred.length, 0)}
                  entries={piecesOn(one, short, axis)
                    .filter(({ begins }) => begins)
                    .sort((a, b) => a.from - b.from)
                    .map(({ of }) => of)}
                  long={bars.filter(({ from, to }) => from <= day && day <= to).length}
                  outlook={props.outlook.get(one)}
                  single={props.single}
                  over={
                    lift.lift && !lasts(lift.lift.span, undefined, zone) && wallOf(lift.lift.span.starts_at, zone).date === one
                      ? `${ghostTone(verdict)} p-cal-over`
                      : ""
                  }
                  note={said ? [said.time, said.said].filter(Boolean).join(" · ") : ""}
                  {...shared}
                />
              ))}
            </div>
            <div class="p-cal-week-bars">
              {bars.map((bar) => (
                <BarLink key={bar.of.bookings[0].id} bar={bar} column={at * 7 + bar.from} {...shared} />
              ))}
              {barred.map((bar) => (
                <BlockBar key={bar.of.id} bar={{ ...bar, row: bar.row + below }} />
              ))}
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

function BlockBar({ bar }: { bar: ReturnType<typeof barsOver<Block & { key: string }>>[number] }) {
  const { t } = useStrings(en);
  return (
    <a
      class={`p-cal-bar p-cal-bar-blocked${bar.begins ? "" : " p-cal-from"}${bar.ends ? "" : " p-cal-onto"}`}
      style={{ gridColumn: `${bar.from + 1} / ${bar.to + 2}`, gridRow: bar.row + 1 }}
      href={href(`/calendar/block/${bar.of.id}${location.search}`)}
      draggable={false}
    >
      <span class="p-ellipsis">{bar.of.reason ?? t("blocked")}</span>
    </a>
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
