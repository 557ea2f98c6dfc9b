import { useMemo, useRef, useState } from "preact/hooks";
import * as icons from "../../../kit/icons.ts";
import { css, Empty, Skeleton, weekStart } from "../../../kit/index.ts";
import type { PageProps } from "../../pages.ts";
import { useParam } from "../../parts/filters.tsx";
import { ListDetail } from "../../parts/list-detail.tsx";
import { Shown } from "../../parts/shown.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { BookingPane } from "../bookings/booking.tsx";
import { Create, type CreateProps } from "../bookings/create.tsx";
import { usePlaces } from "../bookings/use-places.ts";
import agendaStyles from "./agenda.css";
import { Agenda } from "./agenda.tsx";
import { BlockPane } from "./block-pane.tsx";
import { BlockTime } from "./block-time.tsx";
import { blocksResource } from "./blocks.ts";
import { useColumns } from "./columns.ts";
import { ConflictDialog } from "./conflict.tsx";
import entryStyles from "./entry.css";
import type { Span } from "./gesture.ts";
import gridStyles from "./grid.css";
import { Grid } from "./grid.tsx";
import { Group } from "./group.tsx";
import { entriesOf } from "./layout.ts";
import monthStyles from "./month.css";
import { Month } from "./month.tsx";
import styles from "./page.css";
import { asView, datesOf, keeps, stepped, type View, validDate } from "./state.ts";
import { en } from "./strings.ts";
import { Toolbar } from "./toolbar.tsx";
import { useBlocks } from "./use-blocks.ts";
import { most, useBookings } from "./use-bookings.ts";
import { useKeys, useNarrow, useNow } from "./use-page.ts";
import { useVacancies } from "./use-vacancies.ts";
import { isoOf, wallOf } from "./zone.ts";

for (const sheet of [styles, gridStyles, entryStyles, monthStyles, agendaStyles]) css(sheet);

/** The calendar: bookings and blocked time by day, resource, week and month. */
export default function CalendarPage({ rest, query: address }: PageProps) {
  const { t, date, dateRange, locale } = useStrings(en);
  const { can, router, storage, toasts } = usePortal();
  const places = usePlaces();
  const now = useNow();
  const box = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(box, 640);
  const [venue] = useParam("venue");
  const [resource] = useParam("resource");
  const [status] = useParam("status");
  const [creating, setCreating] = useState<CreateProps["start"]>();
  const [blocking, setBlocking] = useState<Span>();
  const [marked, setMarked] = useState<Span>();
  const view: View = asView(address.get("view")) ?? asView(storage.get<string>("calendar-view")) ?? "week";
  const only = places.venues.length === 1 ? places.venues[0] : undefined;
  const meant = places.venueOf(venue) ?? places.venueOf(places.resourceOf(resource)?.venue_id) ?? only;
  const zone = meant?.time_zone ?? places.company?.time_zone ?? "UTC";
  const today = wallOf(now, zone).date;
  const day = validDate(address.get("date")) ?? today;
  const firstDay = weekStart(locale);
  const dates = useMemo(() => datesOf(narrow ? "week" : view, day, firstDay), [narrow, view, day, firstDay]);
  const { query, bookings, change, conflict, settle } = useBookings({ dates, zone, venue, resource }, places);
  const all = useBlocks(dates, zone);
  const blocks = useMemo(() => {
    const meant = places.resources.filter(
      (one) => (!venue || one.venue_id === venue) && (!resource || one.id === resource),
    );
    return all.filter((block) => meant.some((one) => blocksResource(block, one)));
  }, [all, places.resources.length, venue, resource]);
  const { outlook, closed } = useVacancies(dates, { venue, resource }, places);
  const shown = useMemo(() => bookings.filter((one) => keeps(status, one.status)), [bookings, status]);
  const entries = useMemo(() => entriesOf(shown), [shown]);
  const columns = useColumns({ view, dates, venue, resource, entries }, places);

  const goTo = (one: string) => router.query({ date: one === today ? undefined : one });
  const goView = (next: View) => {
    storage.set("calendar-view", next);
    router.query({ view: next });
  };
  const create = ({ ends_at, ...start }: Partial<Span>) => {
    setMarked(undefined);
    // What lasts as long as it lasts takes only the start of a drawn range.
    const unit = places.resourceOf(start.resource_id)?.length_unit;
    const ends = unit && unit !== "fixed" ? { ends_at } : {};
    setCreating({ venue_id: venue, date: day, ...start, ...ends });
  };
  const block = (span: Span) => {
    setMarked(undefined);
    setBlocking(span);
  };
  const blockDay = () =>
    block({ resource_id: resource, starts_at: isoOf(day, 9 * 60, zone), ends_at: isoOf(day, 17 * 60, zone) });
  const step = narrow && view === "month" ? "week" : narrow ? "day" : view;
  useKeys({
    t: () => goTo(today),
    d: () => goView("day"),
    r: () => goView("resources"),
    w: () => goView("week"),
    m: () => goView("month"),
    n: () => can("bookings:write") && create({}),
    b: () => can("calendars:write") && blockDay(),
    ArrowLeft: () => goTo(stepped(step, day, -1)),
    ArrowRight: () => goTo(stepped(step, day, 1)),
  });

  const utc = { timeZone: "UTC" } as const;
  const noon = (one: string) => `${one}T12:00:00Z`;
  const title =
    narrow || view === "month"
      ? date(noon(day), { month: narrow ? "short" : "long", year: "numeric", ...utc })
      : view === "week"
        ? dateRange(noon(dates[0] ?? day), noon(dates.at(-1) ?? day), {
            day: "numeric",
            month: rest.length ? "short" : "long",
            year: "numeric",
            ...utc,
          })
        : date(noon(day), {
            weekday: rest.length ? "short" : "long",
            day: "numeric",
            month: rest.length ? "short" : "long",
            ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" }),
            ...utc,
          });
  const [first, second, start] = rest;
  const group =
    first === "at" ? entries.find((one) => one.resource_id === second && one.starts_at === start) : undefined;
  const detail =
    first === "at" ? (
      group && <Group entry={group} places={places} zone={zone} />
    ) : first === "block" ? (
      second && <BlockPane key={second} id={second} places={places} zone={zone} />
    ) : first ? (
      <BookingPane key={first} id={first} back="/calendar" />
    ) : undefined;
  const loaded = { ...query, loading: query.loading || places.loading, error: query.error ?? places.error };
  const onRefused = (why: string) => toasts.show(t("refused", { why }), { milliseconds: 8000 });
  const shared = {
    entries,
    blocks,
    places,
    zone,
    now,
    open: first,
    onRefused,
    onChange: (...moved: Parameters<typeof change>) => void change(...moved),
  };

  return (
    <div class="p-calendar" ref={box}>
      <ListDetail
        open={rest.join("/") || undefined}
        list={
          <div class="p-cal">
            <Toolbar
              {...{ title, view, step, narrow, places, zone }}
              tight={rest.length > 0}
              atToday={day === today}
              filters={{ venue, resource, status }}
              onView={goView}
              onStep={(by) => goTo(stepped(step, day, by))}
              onToday={() => goTo(today)}
              onFilter={(patch) => router.query(patch)}
              onNew={() => create({})}
              onBlock={blockDay}
            />
            {bookings.length >= most && <p class="p-cal-note">{t("tooMany", { count: most })}</p>}
            <Shown
              of={places.loading ? { ...loaded, data: undefined, error: places.error } : loaded}
              skeleton={<GridSkeleton />}
            >
              {() =>
                narrow ? (
                  <Agenda dates={dates} date={day} onDate={goTo} {...shared} />
                ) : view === "month" ? (
                  <Month
                    dates={dates}
                    month={day.slice(0, 7)}
                    single={!!resource}
                    {...{ bookings, outlook }}
                    {...shared}
                  />
                ) : columns.length ? (
                  <Grid
                    filter={{ venue, resource }}
                    onMark={setMarked}
                    onCreate={create}
                    onBlock={block}
                    {...{ columns, bookings, closed, marked }}
                    {...shared}
                  />
                ) : (
                  <Empty icon={icons.calendar} title={t("noColumns")} text={t("noColumnsText")} />
                )
              }
            </Shown>
          </div>
        }
        detail={detail}
      />
      {creating && (
        <Create
          start={creating}
          onClose={() => setCreating(undefined)}
          onCreated={(booking) => router.go(`/calendar/${booking.id}${location.search}`)}
        />
      )}
      {blocking && (
        <BlockTime
          span={blocking}
          {...{ places, venue, zone }}
          onClose={() => setBlocking(undefined)}
          onBlocked={(made) => {
            if (made.conflicts.length) router.go(`/calendar/block/${made.id}${location.search}`);
          }}
        />
      )}
      {conflict && (
        <ConflictDialog
          of={conflict}
          places={places}
          onAgain={(booking, span) => void change(booking, span)}
          onClose={settle}
        />
      )}
    </div>
  );
}

function GridSkeleton() {
  return (
    <div class="p-cal-skeleton">
      {Array.from({ length: 7 }, (_, at) => (
        <Skeleton key={at} height="420px" />
      ))}
    </div>
  );
}
