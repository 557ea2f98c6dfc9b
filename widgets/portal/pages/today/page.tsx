import { useEffect, useMemo, useState } from "preact/hooks";
import type { TodayBooking } from "../../../../sdk/index.ts";
import { Button, css, Skeleton } from "../../../kit/index.ts";
import { useQuery } from "../../data/hooks.ts";
import { outdated } from "../../data/outdated.ts";
import type { PageProps } from "../../pages.ts";
import { FilterChip, useParam } from "../../parts/filters.tsx";
import { ListDetail } from "../../parts/list-detail.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { useNow } from "../../parts/relative-time.tsx";
import { Shown } from "../../parts/shown.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { BookingPane } from "../bookings/booking.tsx";
import { Cancel } from "../bookings/cancel.tsx";
import { guest } from "../bookings/state.ts";
import { usePlaces } from "../bookings/use-places.ts";
import { hourIn } from "../home/state.ts";
import { Card } from "./card.tsx";
import { Hours } from "./hours.tsx";
import styles from "./page.css";
import { asColumn, columns, foreseen, guestsOf, hoursShown, isDue } from "./state.ts";
import { en } from "./strings.ts";
import { useSteps } from "./use-steps.ts";

css(styles);

/** The day at the desk: who comes, who is here, what comes back, what waits for a yes. */
export default function TodayPage({ rest: [id] }: PageProps) {
  const { t, date, number } = useStrings(en);
  const { can, toasts, cache } = usePortal();
  const now = useNow();
  const places = usePlaces();
  const [venue, setVenue] = useParam("venue");
  const [chosen, setChosen] = useParam("show");
  const [cancelling, setCancelling] = useState<TodayBooking>();
  // The day may change while the board stays open: each hour asks anew.
  const hour = new Date(now).toISOString().slice(0, 13);
  const query = useQuery(["today", venue, hour], (foyer) => foyer.reports.today(venue ? { venue_id: venue } : {}), {
    on: ["booking."],
    keep: true,
  });
  const { said, say, settle } = useSteps(query.reload);
  useEffect(settle, [query.data]);
  const today = query.data;
  const board = useMemo(() => today && foreseen(today, said, now), [today, said, now]);
  const shown = asColumn(chosen);
  const present = hourIn(today?.time_zone, now);
  return (
    <>
      <ListDetail
        open={id}
        list={
          <div class="p-today">
            <PageHeader
              title={t("title")}
              text={
                today &&
                date(`${today.date}T12:00:00Z`, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" })
              }
              actions={
                <Button size="s" class="p-today-print" onClick={() => print()}>
                  {t("print")}
                </Button>
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
            </PageHeader>
            <Shown of={query} skeleton={<BoardSkeleton />}>
              {(data) =>
                board && (
                  <>
                    <Hours hours={hoursShown(data.hours, present)} present={present} />
                    {/* biome-ignore lint/a11y/useSemanticElements: buttons in a group, not fields */}
                    <div class="p-today-choice" role="group" aria-label={t("columns")}>
                      {columns.map((column) => (
                        <button
                          key={column}
                          type="button"
                          aria-pressed={column === shown}
                          onClick={() => setChosen(column)}
                        >
                          <strong class="f-tabular">{number(board[column].length)}</strong>
                          <span>{t(column)}</span>
                        </button>
                      ))}
                    </div>
                    <div class="p-today-board">
                      {columns.map((column) => (
                        <section
                          key={column}
                          class={`p-today-column${column === shown ? " p-today-shown" : ""}`}
                          aria-label={t("column", { name: t(column), count: board[column].length })}
                        >
                          <h2>
                            {t(column)} <span class="p-today-number f-tabular">{number(board[column].length)}</span>
                            <span class="f-muted">
                              {board[column].length > 0 && t("guests", { count: guestsOf(board[column]) })}
                            </span>
                          </h2>
                          {board[column].length === 0 ? (
                            <p class="p-today-none">{t(`none_${column}`)}</p>
                          ) : (
                            <ol>
                              {board[column].map((booking) => (
                                <Card
                                  key={booking.id}
                                  booking={booking}
                                  column={column}
                                  venue={
                                    places.venues.length > 1 && !venue
                                      ? places.venueOf(booking.venue_id)?.name
                                      : undefined
                                  }
                                  open={booking.id === id}
                                  due={isDue(booking, column, now)}
                                  write={can("bookings:write")}
                                  onSay={(status) => say(booking, status)}
                                  onCancel={() => setCancelling(booking)}
                                />
                              ))}
                            </ol>
                          )}
                        </section>
                      ))}
                    </div>
                  </>
                )
              }
            </Shown>
          </div>
        }
        detail={id && <BookingPane key={id} id={id} back="/today" />}
      />
      {cancelling && (
        <Cancel
          booking={cancelling}
          onClose={() => setCancelling(undefined)}
          onCancelled={() => cache.hear({ type: "booking.cancelled" })}
          onError={(error) => {
            if (!outdated(error)) return false;
            toasts.show(t("outdated", { guest: guest(cancelling) }), { milliseconds: 8000 });
            query.reload();
            return true;
          }}
        />
      )}
    </>
  );
}

function BoardSkeleton() {
  return (
    <div class="p-today-board">
      {columns.map((column) => (
        <div key={column} class="p-today-column p-today-bones">
          <Skeleton height="24px" width="120px" />
          <Skeleton height="116px" />
          <Skeleton height="116px" />
        </div>
      ))}
    </div>
  );
}
