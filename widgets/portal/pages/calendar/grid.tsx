import { useLayoutEffect, useMemo } from "preact/hooks";
import type { Block, Booking } from "../../../../sdk/index.ts";
import { announce } from "../../../kit/index.ts";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import type { Places } from "../bookings/use-places.ts";
import { axisOf } from "./axis.ts";
import { lasts } from "./bars.ts";
import { blocksResource, splitBlocks } from "./blocks.ts";
import { Chosen } from "./chosen.tsx";
import { Day } from "./column.tsx";
import type { Column } from "./columns.ts";
import { useWords } from "./entry.tsx";
import { drawn, type Span } from "./gesture.ts";
import { ghostTone, useLiftWords } from "./ghost.tsx";
import { Head } from "./head.tsx";
import { closedOn, type Entry, piecesOn } from "./layout.ts";
import { en } from "./strings.ts";
import { Strip } from "./strip.tsx";
import { type Lift, useLift } from "./use-lift.ts";
import { useVerdict } from "./use-verdict.ts";
import { isoOf, wallOf } from "./zone.ts";

export interface GridProps {
  columns: readonly Column[];
  entries: readonly Entry[];
  bookings: readonly Booking[];
  blocks: readonly Block[];
  /** Whether a resource, or all that is shown, is closed on a date. */
  closed(resourceId: string | undefined, date: string): boolean;
  places: Places;
  /** What the filters leave of the resources. */
  filter: { venue: string | undefined; resource: string | undefined };
  zone: string;
  now: number;
  /** Id of the booking that is open beside. */
  open?: string | undefined;
  /** Time that was marked and not used yet. */
  marked: Span | undefined;
  onMark(span: Span | undefined): void;
  onChange(booking: Booking, span: Span): void;
  onRefused(why: string): void;
  onCreate(span: Partial<Span>): void;
  onBlock(span: Span): void;
}

/** Time from top to bottom, days or resources side by side. */
export function Grid(props: GridProps) {
  const { columns, entries, bookings, blocks, places, filter, zone, now, open, marked } = props;
  const { t, date } = useStrings(en);
  const { can } = usePortal();
  const words = useWords(places, zone);
  const liftWords = useLiftWords(places, zone);
  const write = can("bookings:write");
  const byResource = columns.some((column) => column.resource);
  const { date: todayDate } = wallOf(now, zone);
  const dates = columns.map((column) => column.date);
  const axis = useMemo(() => axisOf(dates, zone), [dates.join(), zone]);
  const percent = (minutes: number) => `${(minutes / axis.total) * 100}%`;
  const unitOf = (id: string | undefined) => places.resourceOf(id)?.length_unit;
  const sheet = { columns, axis, resourceOf: places.resourceOf };

  const drop = ({ kind, booking, span }: Lift) => {
    if (kind === "draw" || !booking) props.onMark({ ...span, resource_id: span.resource_id ?? filter.resource });
    else if (verdict?.kind === "refused") props.onRefused(said?.said ?? "");
    else props.onChange(booking, span);
  };
  const lift = useLift(sheet, drop);
  const lifting: Lift | undefined =
    lift.lift ?? (marked && { kind: "draw", booking: undefined, span: marked, by: "pointer" });
  const verdict = useVerdict(lifting, places, bookings);
  const said = lifting && liftWords(lifting, verdict);
  // What keys lift is told as it goes.
  useLayoutEffect(() => {
    if (lifting?.by === "keys" && lift.scroller.current && said) announce(lift.scroller.current, said.sentence);
  }, [said?.sentence, lifting?.by]);

  const [long, short] = useMemo(() => {
    const isLong = (entry: Entry) => lasts(entry, unitOf(entry.resource_id), zone);
    return [entries.filter(isLong), entries.filter((entry) => !isLong(entry))];
  }, [entries, zone, places.resources.length]);
  const shown = useMemo(
    () =>
      places.resources
        .filter((one) => one.status !== "retired" && !one.template)
        .filter(
          (one) => (!filter.resource || one.id === filter.resource) && (!filter.venue || one.venue_id === filter.venue),
        ),
    [places.resources.length, filter.resource, filter.venue],
  );
  const [barred, lasting] = useMemo(() => {
    const { all, some } = splitBlocks(blocks, shown);
    const isLasting = (block: Block) => lasts(block, undefined, zone);
    return [{ all, some: some.filter((block) => !isLasting(block)) }, some.filter(isLasting)];
  }, [blocks, shown, zone]);
  const blocksOf = ({ resource }: Column) =>
    resource ? { all: blocks.filter((block) => blocksResource(block, resource)), some: [] } : barred;

  // The working day is in view first, not midnight.
  useLayoutEffect(() => {
    const box = lift.scroller.current;
    if (!box) return;
    const starts = short.map((entry) => wallOf(entry.starts_at, zone).minutes);
    const opening = columns.flatMap((column) => (column.open ? closedOn(column.date, column.open).slice(0, 1) : []));
    const opened = opening.filter(({ from }) => from === 0).map(({ to }) => to % 1440 || 480);
    const earliest = Math.min(480, ...starts, ...opened);
    const body = box.querySelector<HTMLElement>(".p-cal-body");
    box.scrollTop = ((body?.offsetHeight ?? 0) * Math.max(0, earliest - 45)) / 1440;
  }, [columns[0]?.key, zone, byResource]);

  const isLongLift = !!lifting?.booking && lasts(lifting.span, unitOf(lifting.span.resource_id), zone);
  const ghostsIn = (column: Column) => {
    if (!lifting || isLongLift || (column.resource && lifting.span.resource_id !== column.resource.id)) return [];
    return piecesOn(column.date, [lifting.span], axis);
  };
  const lifted = lift.lift?.booking?.id;
  const shared = { words, lift, write, open, lifted };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="p-cal-scroll" ref={lift.scroller} aria-label={t("grid")} tabIndex={0} {...lift.handlers}>
      <div class="p-cal-table" style={{ "--columns": columns.length, "--day-hours": axis.total / 60 }}>
        <div class="p-cal-top">
          <div class="p-cal-heads">
            <span class="p-cal-corner">
              {date(isoOf(dates[0] ?? todayDate, 720, zone), { timeZoneName: "short", timeZone: zone })
                .split(" ")
                .at(-1)}
            </span>
            {columns.map((column) => (
              <Head key={column.key} column={column} today={column.date === todayDate} places={places} zone={zone} />
            ))}
          </div>
          <Strip
            columns={columns}
            entries={long}
            blocks={byResource ? [] : lasting}
            zone={zone}
            lifting={isLongLift ? lifting : undefined}
            verdict={verdict}
            text={[said?.time, said?.said].filter(Boolean).join(" · ")}
            {...shared}
          />
        </div>
        <div class="p-cal-body">
          <div class="p-cal-hours" aria-hidden="true">
            {axis.hours.map(({ at, clock }) => (
              <span key={at} style={{ top: percent(at) }}>
                {date(Date.UTC(2024, 0, 1, 0, clock), { hour: "numeric", timeZone: "UTC" })}
              </span>
            ))}
            {dates.includes(todayDate) && (
              <span class="p-cal-now-time" style={{ top: percent(axis.at(todayDate, now)) }}>
                {date(now, { hour: "numeric", minute: "2-digit", timeZone: zone })}
              </span>
            )}
          </div>
          {columns.map((column, at) => (
            <Day
              key={column.key}
              column={column}
              at={at}
              axis={axis}
              entries={column.resource ? short.filter((one) => one.resource_id === column.resource?.id) : short}
              blocks={blocksOf(column)}
              closed={props.closed(column.resource?.id, column.date)}
              lanes={byResource ? 3 : columns.length === 1 ? 8 : 2}
              today={column.date === todayDate}
              onPress={(minutes) => {
                const from = Math.round((minutes - 15) / 30) * 30;
                const span = drawn({ column: at, minutes: from }, { column: at, minutes: from + 1 }, sheet);
                if (span)
                  props.onCreate({ starts_at: span.starts_at, resource_id: span.resource_id ?? filter.resource });
              }}
              {...shared}
            >
              {ghostsIn(column).map(({ from, to }) => (
                <div
                  key="ghost"
                  class={`p-cal-entry p-cal-ghost${ghostTone(verdict)}${lifting?.booking ? "" : " p-cal-drawn"}${
                    to - from < 40 ? " p-cal-short" : ""
                  }`}
                  style={{
                    top: percent(from),
                    height: `max(${percent(to - from)}, 22px)`,
                    insetInlineStart: 0,
                    width: "100%",
                  }}
                >
                  <span class="p-cal-face">
                    <span class="p-cal-title f-tabular">{said?.time}</span>
                    {said?.said && <span class="p-cal-detail">{said.said}</span>}
                  </span>
                </div>
              ))}
              {marked && !lift.lift && ghostsIn(column).length > 0 && (
                <Chosen
                  top={percent(ghostsIn(column)[0]?.to ?? 0)}
                  toEnd={at >= columns.length / 2}
                  above={(ghostsIn(column)[0]?.to ?? 0) > axis.total - 180}
                  full={verdict?.kind === "refused"}
                  onBook={() => props.onCreate(marked)}
                  onBlock={can("calendars:write") ? () => props.onBlock(marked) : undefined}
                  onClose={() => props.onMark(undefined)}
                />
              )}
              {column.date === todayDate && (
                <div class="p-cal-now" style={{ top: percent(axis.at(column.date, now)) }} />
              )}
            </Day>
          ))}
        </div>
      </div>
    </section>
  );
}
