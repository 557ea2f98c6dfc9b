import { useMemo, useRef, useState } from "preact/hooks";
import * as icons from "../../../kit/icons.ts";
import { Button, Checkbox, css, Empty, IconButton, Skeleton, weekStart } from "../../../kit/index.ts";
import type { PageProps } from "../../pages.ts";
import { FilterChip, useParam } from "../../parts/filters.tsx";
import { ListDetail } from "../../parts/list-detail.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { Shown } from "../../parts/shown.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { BookingPane } from "../bookings/booking.tsx";
import { Create, type CreateProps } from "../bookings/create.tsx";
import { usePlaces } from "../bookings/use-places.ts";
import { Agenda } from "./agenda.tsx";
import { type Column, Grid } from "./grid.tsx";
import { Group } from "./group.tsx";
import { blocksOf } from "./layout.ts";
import { Month } from "./month.tsx";
import styles from "./page.css";
import { asView, datesOf, stepped, type View, validDate, views } from "./state.ts";
import { en } from "./strings.ts";
import { most, useBookings } from "./use-bookings.ts";
import { useKeys, useNarrow, useNow } from "./use-page.ts";
import { wallOf } from "./zone.ts";

css(styles);

export default function CalendarPage({ rest, query: address }: PageProps) {
  const { t, date, dateRange, locale } = useStrings(en);
  const { can, router, storage } = usePortal();
  const places = usePlaces();
  const now = useNow();
  const box = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(box, 640);
  const [venue, setVenue] = useParam("venue");
  const [cancelled, setCancelled] = useParam("cancelled");
  const [creating, setCreating] = useState<CreateProps["start"]>();
  const view: View = asView(address.get("view")) ?? asView(storage.get<string>("calendar-view")) ?? "week";
  const only = places.venues.length === 1 ? places.venues[0] : undefined;
  const zone = (places.venueOf(venue) ?? only)?.time_zone ?? places.company?.time_zone ?? "UTC";
  const today = wallOf(now, zone).date;
  const day = validDate(address.get("date")) ?? today;
  const firstDay = weekStart(locale);
  const dates = useMemo(() => datesOf(narrow ? "week" : view, day, firstDay), [narrow, view, day, firstDay]);
  const { query, bookings, move } = useBookings(dates, zone, venue, places);
  const shown = useMemo(
    () => bookings.filter(({ status }) => cancelled || status !== "cancelled"),
    [bookings, cancelled],
  );
  const blocks = useMemo(() => blocksOf(shown), [shown]);

  const goTo = (one: string) => router.query({ date: one === today ? undefined : one });
  const goView = (next: View) => {
    storage.set("calendar-view", next);
    router.query({ view: next });
  };
  const create = (start: CreateProps["start"]) => setCreating({ venue_id: venue, date: day, ...start });
  const step = narrow && view === "month" ? "week" : narrow ? "day" : view;
  useKeys({
    t: () => goTo(today),
    d: () => goView("day"),
    w: () => goView("week"),
    m: () => goView("month"),
    n: () => can("bookings:write") && create({}),
    ArrowLeft: () => goTo(stepped(step, day, -1)),
    ArrowRight: () => goTo(stepped(step, day, 1)),
  });

  const columns = useMemo<Column[]>(() => {
    const openOf = (venueId: string | undefined) => {
      const place = places.venueOf(venueId) ?? only;
      return place && { hours: place.hours, exceptions: place.exceptions };
    };
    if (view !== "day")
      return dates.map((one) => ({ key: one, date: one, open: venue || only ? openOf(venue) : undefined }));
    const booked = new Set(shown.map(({ resource_id }) => resource_id));
    return places.resources
      .filter((resource) => !venue || resource.venue_id === venue)
      .filter((resource) => resource.status === "available" || booked.has(resource.id))
      .map((resource) => {
        const open = openOf(resource.venue_id);
        return {
          key: resource.id,
          date: day,
          resource,
          open: open && { ...open, hours: resource.hours ?? open.hours },
        };
      });
  }, [view, dates, day, venue, shown, places.resources.length, places.venues.length]);

  const utc = { timeZone: "UTC" } as const;
  const noon = (one: string) => `${one}T12:00:00Z`;
  const title =
    view === "day" || narrow
      ? date(noon(day), narrow ? { month: "long", year: "numeric", ...utc } : { dateStyle: "full", ...utc })
      : view === "month"
        ? date(noon(day), { month: "long", year: "numeric", ...utc })
        : dateRange(noon(dates[0] ?? day), noon(dates.at(-1) ?? day), {
            day: "numeric",
            month: rest.length ? "short" : "long",
            year: "numeric",
            ...utc,
          });
  const [first, groupResource, groupStart] = rest;
  const group =
    first === "at"
      ? blocks.find((block) => block.resource_id === groupResource && block.starts_at === groupStart)
      : undefined;
  const detail =
    first === "at" ? (
      group && <Group block={group} places={places} zone={zone} />
    ) : first ? (
      <BookingPane key={first} id={first} back="/calendar" />
    ) : undefined;
  const loaded = { ...query, loading: query.loading || places.loading, error: query.error ?? places.error };

  return (
    <div class="p-calendar" ref={box}>
      <ListDetail
        open={rest.join("/") || undefined}
        list={
          <div class="p-cal">
            <PageHeader
              title={title}
              actions={
                <>
                  <span class="p-cal-steps">
                    <IconButton
                      size="s"
                      icon={icons.chevronLeft}
                      directional
                      label={t(`previous.${step}`)}
                      onClick={() => goTo(stepped(step, day, -1))}
                    />
                    <Button size="s" disabled={day === today} onClick={() => goTo(today)}>
                      {t("today")}
                    </Button>
                    <IconButton
                      size="s"
                      icon={icons.chevronRight}
                      directional
                      label={t(`next.${step}`)}
                      onClick={() => goTo(stepped(step, day, 1))}
                    />
                  </span>
                  {!narrow && (
                    // biome-ignore lint/a11y/useSemanticElements: buttons in a group, not fields
                    <span class="p-cal-views" role="group" aria-label={t("view")}>
                      {views.map((one) => (
                        <button key={one} type="button" aria-pressed={one === view} onClick={() => goView(one)}>
                          {t(one)}
                        </button>
                      ))}
                    </span>
                  )}
                  {can("bookings:write") &&
                    (narrow ? (
                      <IconButton variant="primary" icon={icons.plus} label={t("new")} onClick={() => create({})} />
                    ) : (
                      <Button variant="primary" icon={icons.plus} onClick={() => create({})}>
                        {t("new")}
                      </Button>
                    ))}
                </>
              }
            >
              {places.venues.length > 1 && (
                <FilterChip
                  label={t("venue")}
                  value={venue}
                  onChange={setVenue}
                  options={places.venues.map((one) => ({ value: one.id, label: one.name }))}
                />
              )}
              <Checkbox checked={!!cancelled} onChange={(on) => setCancelled(on ? "1" : undefined)}>
                {t("cancelled")}
              </Checkbox>
              <span class="p-cal-zone f-muted">{t("zone", { zone: zone.replace(/_/g, " ") })}</span>
            </PageHeader>
            {bookings.length >= most && <p class="p-cal-note">{t("tooMany", { count: most })}</p>}
            <Shown
              of={places.loading ? { ...loaded, data: undefined, error: places.error } : loaded}
              skeleton={<GridSkeleton />}
            >
              {() =>
                narrow ? (
                  <Agenda dates={dates} date={day} onDate={goTo} {...{ blocks, places, zone, now }} />
                ) : view === "month" ? (
                  <Month dates={dates} month={day.slice(0, 7)} {...{ blocks, places, zone, now }} />
                ) : columns.length ? (
                  <Grid
                    columns={columns}
                    bookings={bookings}
                    open={first}
                    onMove={(booking, target) => void move(booking, target)}
                    onCreate={create}
                    {...{ blocks, places, zone, now }}
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
