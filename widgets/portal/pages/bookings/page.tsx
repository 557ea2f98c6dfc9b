import { useState } from "preact/hooks";
import * as icons from "../../../kit/icons.ts";
import { addDays, Button, css, Empty, IconButton, today, useI18n } from "../../../kit/index.ts";
import { useAction, useList } from "../../data/hooks.ts";
import type { PageProps } from "../../pages.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { DatesChip } from "../../parts/dates-chip.tsx";
import { FilterChip, SearchBox, useParam } from "../../parts/filters.tsx";
import { ListDetail } from "../../parts/list-detail.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { saveFile } from "../../parts/save-file.ts";
import { ViewsMenu } from "../../parts/views-menu.tsx";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { Batch } from "./batch.tsx";
import { BookingPane } from "./booking.tsx";
import { useColumns } from "./columns.tsx";
import { Create } from "./create.tsx";
import styles from "./page.css";
import { BookingSections } from "./sections.tsx";
import { type BookingStatus, guest, statuses } from "./state.ts";
import { en } from "./strings.ts";
import { usePlaces } from "./use-places.ts";

css(styles);

export default function BookingsPage({ rest: [id] }: PageProps) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { can, router, foyer, toasts } = usePortal();
  const [status, setStatus] = useParam("status");
  const [resource, setResource] = useParam("resource");
  const [venue, setVenue] = useParam("venue");
  const [from] = useParam("from");
  const [to] = useParam("to");
  const [q] = useParam("q");
  const [creating, setCreating] = useState(false);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const places = usePlaces();
  const known = statuses.find((one): one is BookingStatus => one === status);
  // What is still to come is read from its beginning, what was from its end.
  const now = today(places.company?.time_zone);
  const filters = {
    ...(known ? { status: known } : {}),
    ...(resource ? { resource_id: resource } : {}),
    ...(venue ? { venue_id: venue } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(q ? { q } : {}),
    ...(from && from >= now ? { order: "asc" as const } : {}),
  };
  const filtered = !!(known || resource || venue || from || to || q);
  const list = useList(["bookings", filters], (api, page) => api.bookings.list({ ...page, ...filters }), {
    on: ["booking."],
  });
  const columns = useColumns(places, !!id);
  const csv = useAction(async () => {
    await saveFile(await foyer.bookings.export(filters), `bookings-${now}.csv`);
    toasts.show(t("csvDone"));
  });
  const clear = () => router.query({ status: "", resource: "", venue: "", from: "", to: "", q: "" });
  const views = [
    { name: t("view.all"), query: "" },
    { name: t("view.today"), query: `from=${now}&to=${now}` },
    { name: t("view.week"), query: `from=${now}&to=${addDays(now, 6)}` },
    { name: t("view.pending"), query: "status=pending" },
    { name: t("view.missed"), query: "status=no_show" },
  ];
  const write = can("bookings:write");
  return (
    <>
      <ListDetail
        open={id}
        list={
          <>
            <PageHeader
              title={t("title")}
              actions={
                <>
                  <IconButton
                    size="s"
                    icon={icons.download}
                    label={t("csv")}
                    busy={csv.busy}
                    onClick={() => void csv.run()}
                  />
                  {write && (
                    <Button variant="primary" size="s" icon={icons.plus} onClick={() => setCreating(true)}>
                      {t("new")}
                    </Button>
                  )}
                </>
              }
            />
            <BookingSections current="/bookings" />
            <div class="p-tools">
              <ViewsMenu list="bookings" path="/bookings" given={views} />
              <SearchBox label={t("search")} />
              <FilterChip
                label={t("status")}
                value={status}
                onChange={setStatus}
                options={statuses.map((value) => ({ value, label: words.t(`status.${value}`) }))}
              />
              <DatesChip
                label={t("dates")}
                from={from}
                to={to}
                today={now}
                onChange={(first, last) => router.query({ from: first, to: last })}
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
              {filtered && (
                <Button size="s" variant="quiet" onClick={clear}>
                  {words.t("clearFilters")}
                </Button>
              )}
            </div>
            <DataTable
              label={t("title")}
              list={list}
              columns={columns}
              name={(row) => `${guest(row)}, ${row.resource_name}, ${row.reference}`}
              to={(row) => `/bookings/${row.id}${location.search}`}
              open={id}
              {...(write ? { picked, onPick: setPicked } : {})}
              empty={
                filtered ? (
                  <Empty icon={icons.search} title={t("noneFound")} text={t("noneFoundText")} />
                ) : (
                  <Empty icon={icons.calendar} title={t("none")} text={t("noneText")} />
                )
              }
            />
            {write && <Batch rows={list.items} picked={picked} onPick={setPicked} />}
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
