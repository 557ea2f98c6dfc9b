import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { Block } from "../../../../sdk/index.ts";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import { type Axis, jumpOn } from "./axis.ts";

import type { Column } from "./columns.ts";
import { gripOf, placeOf, toneOf, type useWords } from "./entry.tsx";
import { closedOn, type Entry, lay, piecesOn } from "./layout.ts";
import { en } from "./strings.ts";
import type { useLift } from "./use-lift.ts";

/** Pixels at the end of a column for what there is no room for. */
const restWidth = 30;

export interface DayProps {
  column: Column;
  at: number;
  axis: Axis;
  entries: readonly Entry[];
  /** Of everything that the column shows, and of some of it alone. */
  blocks: { all: readonly Block[]; some: readonly Block[] };
  /** Closed all day, as the API says. */
  closed: boolean;
  lanes: number;
  write: boolean;
  today: boolean;
  /** Id of the booking that is open beside, and of the one that is lifted. */
  open: string | undefined;
  lifted: string | undefined;
  words: ReturnType<typeof useWords>;
  lift: Pick<ReturnType<typeof useLift>, "take" | "press" | "leave">;
  onPress(minutes: number): void;
  /** The ghost, the line of the time, a choice: on top of all. */
  children: ComponentChildren;
}

/** One day, or one resource on a day, from midnight to midnight. */
export function Day(props: DayProps) {
  const { column, at, axis, entries, blocks, write, today, open, lifted, words, lift } = props;
  const { t, date } = useStrings(en);
  const percent = (minutes: number) => `${(minutes / axis.total) * 100}%`;
  const laid = useMemo(
    () => lay(piecesOn(column.date, entries, axis), props.lanes),
    [column.date, entries, axis, props.lanes],
  );
  const shut = useMemo(() => {
    if (props.closed) return [{ from: 0, to: axis.total }];
    const hours = column.open ? closedOn(column.date, column.open) : [];
    const closed = hours.map(({ from, to }) => ({
      from: axis.ofWall(column.date, from),
      to: axis.ofWall(column.date, to),
    }));
    const jump = axis.total === 1440 ? jumpOn(column.date, axis.zone) : undefined;
    return jump && jump.minutes > 0 ? [...closed, { from: jump.from, to: jump.from + jump.minutes }] : closed;
  }, [column, axis, props.closed]);
  const day = date(`${column.date}T12:00:00Z`, { dateStyle: "full", timeZone: "UTC" });
  const room = (hides: boolean) => `(100% - ${hides ? restWidth : 0}px)`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard there are the buttons for a new booking and a block
    // biome-ignore lint/a11y/useSemanticElements: a column is no form part
    <div
      class={`p-cal-column${today && !column.resource ? " p-cal-today" : ""}`}
      data-column={at}
      role="group"
      aria-label={[column.resource?.name, day, t("bookings", { count: entries.length })].filter(Boolean).join(", ")}
      onPointerDown={(event) => {
        if (write && event.target === event.currentTarget) lift.take(event, "draw");
      }}
      onClick={(event) => {
        if (!write || event.target !== event.currentTarget) return;
        const box = event.currentTarget.getBoundingClientRect();
        props.onPress(((event.clientY - box.top) / box.height) * axis.total);
      }}
    >
      {shut.map(({ from, to }) => (
        <div key={from} class="p-cal-closed" style={{ top: percent(from), height: percent(to - from) }} />
      ))}
      {piecesOn(column.date, blocks.all, axis).map(({ of, from, to }) => (
        <a
          key={of.id}
          class="p-cal-blocked"
          style={{ top: percent(from), height: percent(to - from) }}
          href={href(`/calendar/block/${of.id}${location.search}`)}
          draggable={false}
        >
          <span class="p-cal-blocked-text p-ellipsis">{of.reason ?? t("blocked")}</span>
        </a>
      ))}
      {lay(piecesOn(column.date, blocks.some, axis)).placed.map(({ of, from, to, lane }) => (
        <a
          key={of.id}
          class="p-cal-blocked p-cal-blocked-some"
          style={{ top: percent(from), height: percent(to - from), insetInlineEnd: `${lane * 10}px` }}
          href={href(`/calendar/block/${of.id}${location.search}`)}
          title={of.reason ?? t("blocked")}
          draggable={false}
        >
          <span class="f-hidden">{of.reason ?? t("blocked")}</span>
        </a>
      ))}
      {laid.placed.map(({ of: entry, from, to, begins, ends, lane, lanes, span, crowded }) => {
        const said = words(entry);
        const [booking] = entry.bookings;
        const grip = gripOf(entry, write);
        const length = to - from;
        return (
          <a
            key={booking.id}
            data-bookings={entry.bookings.map(({ id }) => id).join(" ")}
            class={`p-cal-entry p-cal-${toneOf(entry)}${length < 40 ? " p-cal-short" : length < 75 ? " p-cal-brief" : ""}${
              grip?.move ? " p-cal-moves" : ""
            }${lifted === booking.id ? " p-cal-lifted" : ""}${
              entry.bookings.some(({ id }) => id === open) ? " p-cal-open" : ""
            }`}
            style={{
              top: percent(from),
              height: `max(${percent(length)}, 22px)`,
              insetInlineStart: `calc(${room(crowded)} * ${lane / lanes})`,
              width: `calc(${room(crowded)} * ${span / lanes})`,
            }}
            href={href(placeOf(entry) + location.search)}
            draggable={false}
            title={grip?.move ? t("dragHint") : undefined}
            onPointerDown={(event) => grip?.move && lift.take(event, "move", grip.booking)}
            onKeyDown={(event) => grip && lift.press(event, grip.booking, at, grip)}
            onBlur={() => lift.leave()}
          >
            <span class={`p-cal-face${begins ? "" : " p-cal-from"}${ends ? "" : " p-cal-onto"}`}>
              <span class="p-cal-title">{said.title}</span>
              <span class="p-cal-detail">
                <span class="f-tabular">{said.time}</span>
                {(!column.resource || entry.bookings.length > 1) && <span class="p-cal-what"> · {said.detail}</span>}
              </span>
              <span class="f-hidden">, {said.rest}</span>
            </span>
            {grip && ends && (
              <span
                class="p-cal-edge"
                onPointerDown={(event) => {
                  event.stopPropagation();
                  lift.take(event, "resize", grip.booking);
                }}
              />
            )}
          </a>
        );
      })}
      {laid.more.map((more) => (
        <a
          key={more.from}
          class="p-cal-rest"
          style={{ top: percent(more.from), width: `${restWidth - 2}px` }}
          href={href(`/bookings?from=${column.date}&to=${column.date}`)}
        >
          +{more.count}
          <span class="f-hidden">, {t("moreOn", { count: more.count, day })}</span>
        </a>
      ))}
      {props.children}
    </div>
  );
}
