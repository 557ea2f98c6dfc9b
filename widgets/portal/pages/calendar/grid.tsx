import { useLayoutEffect, useRef } from "preact/hooks";
import type { Booking, Hours, HoursExceptions, Resource } from "../../../../sdk/index.ts";
import { addDays, today } from "../../../kit/index.ts";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import { canMove } from "../bookings/state.ts";
import type { Places } from "../bookings/use-places.ts";
import { placeOf, toneOf, useWords } from "./block.tsx";
import { type Block, closedOn, crowded, lay, piecesOn } from "./layout.ts";
import { snapped } from "./state.ts";
import { en } from "./strings.ts";
import type { Target } from "./use-bookings.ts";
import { type Drag, useDrag } from "./use-drag.ts";
import { instantOf, isoOf, wallOf } from "./zone.ts";

export interface Column {
  key: string;
  date: string;
  /** In the day view each resource has a column. */
  resource?: Resource;
  open?: { hours: Hours; exceptions: HoursExceptions } | undefined;
}

export interface GridProps {
  columns: readonly Column[];
  blocks: readonly Block[];
  bookings: readonly Booking[];
  places: Places;
  zone: string;
  now: number;
  /** Id of the booking that is open beside. */
  open?: string | undefined;
  onMove(booking: Booking, target: Target): void;
  onCreate(start: { starts_at: string; resource_id?: string | undefined }): void;
}

/** Pixels at the end of a column for what there is no room for. */
const restWidth = 30;

const percent = (minutes: number) => `${(minutes / 1440) * 100}%`;

/** Time from top to bottom, days or resources side by side. */
export function Grid({ columns, blocks, bookings, places, zone, now, open, onMove, onCreate }: GridProps) {
  const { t, date } = useStrings(en);
  const { can } = usePortal();
  const words = useWords(places, zone);
  const scroller = useRef<HTMLElement>(null);
  const write = can("bookings:write");
  const byResource = columns.some((column) => column.resource);
  const { date: todayDate, minutes: nowMinutes } = wallOf(now, zone);
  const first = columns[0];

  const targetOf = ({ column, minutes }: Pick<Drag, "column" | "minutes">): Target | undefined => {
    const over = columns[column];
    return over && { starts_at: isoOf(over.date, minutes, zone), resource_id: over.resource?.id };
  };
  const { drag, grid, take } = useDrag((dropped) => {
    const target = targetOf(dropped);
    if (!target) return;
    const same = target.starts_at === dropped.booking.starts_at;
    if (same && (target.resource_id ?? dropped.booking.resource_id) === dropped.booking.resource_id) return;
    onMove(dropped.booking, target);
  });
  const full = (() => {
    const target = drag && targetOf(drag);
    const resource = target && places.resourceOf(target.resource_id ?? drag.booking.resource_id);
    return !!resource && crowded(drag.booking, Date.parse(target.starts_at), resource, bookings);
  })();

  // The working day is in view first, not midnight.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const starts = blocks.map((block) => wallOf(block.starts_at, zone).minutes);
    const opening = columns.flatMap((column) =>
      column.open ? closedOn(column.date, column.open.hours, column.open.exceptions).slice(0, 1) : [],
    );
    const earliest = Math.min(
      480,
      ...starts,
      ...opening.filter(({ from }) => from === 0).map(({ to }) => to % 1440 || 480),
    );
    const body = box.querySelector<HTMLElement>(".p-cal-body");
    box.scrollTop = ((body?.offsetHeight ?? 0) * Math.max(0, earliest - 45)) / 1440;
  }, [first?.key, zone, byResource]);

  const onKeyDown = (event: KeyboardEvent, booking: Booking, at: number) => {
    if (!event.altKey || !write || !canMove(booking)) return;
    const wall = wallOf(booking.starts_at, zone);
    const rtl = (event.currentTarget as HTMLElement).matches(":dir(rtl)");
    const by = { ArrowUp: -15, ArrowDown: 15 }[event.key];
    const side = { ArrowLeft: rtl ? 1 : -1, ArrowRight: rtl ? -1 : 1 }[event.key];
    if (by === undefined && side === undefined) return;
    event.preventDefault();
    if (by !== undefined) onMove(booking, { starts_at: isoOf(wall.date, wall.minutes + by, zone) });
    else if (byResource) {
      const beside = columns[at + (side ?? 0)]?.resource;
      if (beside) onMove(booking, { starts_at: booking.starts_at, resource_id: beside.id });
    } else onMove(booking, { starts_at: isoOf(addDays(wall.date, side ?? 0), wall.minutes, zone) });
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="p-cal-scroll" ref={scroller} aria-label={t("grid")} tabIndex={0} {...grid}>
      <div class="p-cal-table" style={{ "--columns": columns.length }}>
        <div class="p-cal-heads">
          <span class="p-cal-corner">
            {date(isoOf(first?.date ?? today(zone), 720, zone), { timeZoneName: "short", timeZone: zone })
              .split(" ")
              .at(-1)}
          </span>
          {columns.map((column) => (
            <Head key={column.key} column={column} today={column.date === todayDate} places={places} />
          ))}
        </div>
        <div class="p-cal-body">
          <div class="p-cal-hours" aria-hidden="true">
            {Array.from({ length: 23 }, (_, hour) => (
              <span key={hour} style={{ top: percent((hour + 1) * 60) }}>
                {date(Date.UTC(2024, 0, 1, hour + 1), { hour: "numeric", timeZone: "UTC" })}
              </span>
            ))}
            {columns.some((column) => column.date === todayDate) && (
              <span class="p-cal-now-time" style={{ top: percent(nowMinutes) }}>
                {date(now, { hour: "numeric", minute: "2-digit", timeZone: zone })}
              </span>
            )}
          </div>
          {columns.map((column, at) => {
            const own = column.resource ? blocks.filter((one) => one.resource_id === column.resource?.id) : blocks;
            const laid = lay(piecesOn(column.date, own, zone), byResource ? 3 : 2);
            const day = date(`${column.date}T12:00:00Z`, { dateStyle: "full", timeZone: "UTC" });
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard there is the button for a new booking
              // biome-ignore lint/a11y/useSemanticElements: a column is no form part
              <div
                key={column.key}
                class={`p-cal-column${column.date === todayDate && !byResource ? " p-cal-today" : ""}`}
                data-column={at}
                role="group"
                aria-label={[column.resource?.name, day, t("bookings", { count: own.length })]
                  .filter(Boolean)
                  .join(", ")}
                onClick={(event) => {
                  if (!write || event.target !== event.currentTarget) return;
                  const box = event.currentTarget.getBoundingClientRect();
                  const minutes = snapped(((event.clientY - box.top) / box.height) * 1440 - 15, 30);
                  onCreate({ starts_at: isoOf(column.date, minutes, zone), resource_id: column.resource?.id });
                }}
              >
                {column.open &&
                  closedOn(column.date, column.open.hours, column.open.exceptions).map((closed) => (
                    <div
                      key={closed.from}
                      class="p-cal-closed"
                      style={{ top: percent(closed.from), height: percent(closed.to - closed.from) }}
                    />
                  ))}
                {laid.placed.map(({ block, from, to, begins, lane, lanes, span, crowded: hides }) => {
                  const said = words(block);
                  const [booking] = block.bookings;
                  const single = block.bookings.length === 1;
                  const moves = single && begins && write && canMove(booking);
                  const length = to - from;
                  return (
                    <a
                      key={block.key}
                      class={`p-cal-block p-cal-${toneOf(block)}${length < 40 ? " p-cal-short" : ""}${
                        moves ? " p-cal-moves" : ""
                      }${drag && drag.booking.id === booking.id ? " p-cal-lifted" : ""}${
                        block.bookings.some(({ id }) => id === open) ? " p-cal-open" : ""
                      }`}
                      style={{
                        top: percent(from),
                        height: `max(${percent(length)}, 22px)`,
                        insetInlineStart: `calc((100% - ${hides ? restWidth : 0}px) * ${lane / lanes})`,
                        width: `calc((100% - ${hides ? restWidth : 0}px) * ${span / lanes})`,
                      }}
                      href={href(placeOf(block) + location.search)}
                      draggable={false}
                      title={moves ? t("dragHint") : undefined}
                      onPointerDown={(event) => moves && take(event, booking, from)}
                      onKeyDown={(event) => single && onKeyDown(event, booking, at)}
                    >
                      <span class="p-cal-face">
                        <span class="p-cal-title">{said.title}</span>
                        <span class="p-cal-detail">
                          <span class="f-tabular">{said.time}</span>
                          {(!column.resource || !single) && <span class="p-cal-what"> · {said.detail}</span>}
                        </span>
                        <span class="f-hidden">, {said.rest}</span>
                      </span>
                    </a>
                  );
                })}
                {laid.more.map((more) => (
                  <a
                    key={more.from}
                    class="p-cal-rest"
                    style={{
                      top: percent(more.from),
                      width: `${restWidth - 2}px`,
                    }}
                    href={href(`/bookings?from=${column.date}&to=${column.date}`)}
                  >
                    +{more.count}
                    <span class="f-hidden">, {t("moreOn", { count: more.count, day })}</span>
                  </a>
                ))}
                {drag?.column === at && (
                  <div
                    class={`p-cal-block p-cal-ghost${full ? " p-cal-full" : ""}`}
                    style={{
                      top: percent(drag.minutes),
                      height: `max(${percent(drag.length)}, 22px)`,
                      insetInlineStart: 0,
                      width: "100%",
                    }}
                  >
                    <span class="p-cal-face">
                      <span class="p-cal-title f-tabular">
                        {date(instantOf(column.date, drag.minutes, zone), {
                          hour: "numeric",
                          minute: "2-digit",
                          timeZone: zone,
                        })}
                      </span>
                      {full && <span class="p-cal-detail">{t("full")}</span>}
                    </span>
                  </div>
                )}
                {column.date === todayDate && <div class="p-cal-now" style={{ top: percent(nowMinutes) }} />}
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}

function Head({ column, today, places }: { column: Column; today: boolean; places: Places }) {
  const { t, date } = useStrings(en);
  const at = `${column.date}T12:00:00Z`;
  if (column.resource) {
    const venue = places.venues.length > 1 ? places.venueOf(column.resource.venue_id)?.name : undefined;
    return (
      <span class="p-cal-head p-cal-head-resource">
        <span class="p-ellipsis">{column.resource.name}</span>
        {venue && <span class="p-ellipsis f-muted">{venue}</span>}
      </span>
    );
  }
  const query = new URLSearchParams(location.search);
  query.set("view", "day");
  query.set("date", column.date);
  return (
    <a
      class={`p-cal-head${today ? " p-cal-head-today" : ""}`}
      href={href(`/calendar?${query}`)}
      aria-current={today ? "date" : undefined}
    >
      <span class="f-muted">{date(at, { weekday: "short", timeZone: "UTC" })}</span>
      <span class="p-cal-number">{date(at, { day: "numeric", timeZone: "UTC" })}</span>
      <span class="f-hidden">, {t("openDay", { day: date(at, { dateStyle: "full", timeZone: "UTC" }) })}</span>
    </a>
  );
}
