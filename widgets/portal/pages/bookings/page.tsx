import { useState } from "preact/hooks";
import type { Booking } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, Empty, useI18n } from "../../../kit/index.ts";
import { useList } from "../../data/hooks.ts";
import type { PageProps } from "../../pages.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { DateFilter } from "../../parts/date-filter.tsx";
import { FilterChip, SearchBox, useParam } from "../../parts/filters.tsx";
import { ListDetail } from "../../parts/list-detail.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { BookingPane } from "./booking.tsx";
import { Create } from "./create.tsx";
import { type BookingStatus, guest, statuses } from "./state.ts";
import { en } from "./strings.ts";
import { usePlaces } from "./use-places.ts";

export default function BookingsPage({ rest: [id] }: PageProps) {
  const { t, date, money, number } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { can, router } = usePortal();
  const [status, setStatus] = useParam("status");
  const [resource, setResource] = useParam("resource");
  const [venue, setVenue] = useParam("venue");
  const [from, setFrom] = useParam("from");
  const [to, setTo] = useParam("to");
  const [q] = useParam("q");
  const [creating, setCreating] = useState(false);
  const places = usePlaces();
  const known = statuses.find((one): one is BookingStatus => one === status);
  const filters = {
    ...(known ? { status: known } : {}),
    ...(resource ? { resource_id: resource } : {}),
    ...(venue ? { venue_id: venue } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(q ? { q } : {}),
  };
  const filtered = Object.keys(filters).length > 0;
  const list = useList(["bookings", filters], (foyer, page) => foyer.bookings.list({ ...page, ...filters }), {
    on: ["booking."],
  });
  const columns: Column<Booking>[] = [
    { id: "guest", label: t("guest"), cell: guest, card: "title" },
    {
      id: "when",
      label: t("when"),
      width: "190px",
      cell: (row) => (
        <span class="f-tabular">
          {date(row.starts_at, {
            weekday: "short",
            day: "numeric",
            month: "short",
            hour: "numeric",
            minute: "2-digit",
            timeZone: row.time_zone,
          })}
        </span>
      ),
    },
    { id: "resource", label: t("resource"), cell: (row) => row.resource_name },
    ...(id
      ? []
      : ([
          {
            id: "party",
            label: t("party"),
            width: "64px",
            align: "end",
            cell: (row) => number(row.party),
            card: "hide",
          },
          {
            id: "price",
            label: t("price"),
            width: "96px",
            align: "end",
            cell: (row) => <span class="f-tabular">{money(row.price, row.currency)}</span>,
            card: "hide",
          },
          {
            id: "reference",
            label: t("reference"),
            width: "120px",
            cell: (row) => <span class="f-tabular f-muted">{row.reference}</span>,
            card: "hide",
          },
        ] satisfies Column<Booking>[])),
    { id: "status", label: t("status"), width: "124px", cell: (row) => <StatusBadge of={row.status} />, card: "end" },
  ];
  const clear = () =>
    router.query({
      status: undefined,
      resource: undefined,
      venue: undefined,
      from: undefined,
      to: undefined,
      q: undefined,
    });
  return (
    <>
      <ListDetail
        open={id}
        list={
          <>
            <PageHeader
              title={t("title")}
              actions={
                can("bookings:write") && (
                  <Button variant="primary" icon={icons.plus} onClick={() => setCreating(true)}>
                    {t("new")}
                  </Button>
                )
              }
            >
              <SearchBox label={t("search")} />
              <FilterChip
                label={t("status")}
                value={status}
                onChange={setStatus}
                options={statuses.map((value) => ({ value, label: words.t(`status.${value}`) }))}
              />
              <FilterChip
                label={t("resource")}
                value={resource}
                onChange={setResource}
                options={places.resources.map((one) => ({ value: one.id, label: one.name }))}
              />
              {places.venues.length > 1 && (
                <FilterChip
                  label={t("venue")}
                  value={venue}
                  onChange={setVenue}
                  options={places.venues.map((one) => ({ value: one.id, label: one.name }))}
                />
              )}
              <DateFilter label={t("from")} value={from} onChange={setFrom} />
              <DateFilter label={t("to")} value={to} onChange={setTo} />
              {filtered && (
                <Button size="s" variant="quiet" onClick={clear}>
                  {words.t("clearFilters")}
                </Button>
              )}
            </PageHeader>
            <DataTable
              label={t("title")}
              list={list}
              columns={columns}
              name={(row) => `${guest(row)}, ${row.resource_name}, ${row.reference}`}
              to={(row) => `/bookings/${row.id}${location.search}`}
              open={id}
              empty={
                filtered ? (
                  <Empty icon={icons.search} title={t("noneFound")} text={t("noneFoundText")} />
                ) : (
                  <Empty icon={icons.calendar} title={t("none")} text={t("noneText")} />
                )
              }
            />
          </>
        }
        detail={id && <BookingPane key={id} id={id} back="/bookings" />}
      />
      {creating && (
        <Create onClose={() => setCreating(false)} onCreated={(booking) => router.go(`/bookings/${booking.id}`)} />
      )}
    </>
  );
}
