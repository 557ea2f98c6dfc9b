import type { WaitlistEntry } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, Empty, today, useI18n } from "../../../kit/index.ts";
import { useList } from "../../data/hooks.ts";
import type { PageProps } from "../../pages.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { DatesChip } from "../../parts/dates-chip.tsx";
import { FilterChip, useParam } from "../../parts/filters.tsx";
import { ListDetail } from "../../parts/list-detail.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { BookingSections } from "../bookings/sections.tsx";
import { usePlaces } from "../bookings/use-places.ts";
import { EntryPane } from "./entry.tsx";
import { between, positionsOf } from "./state.ts";
import { en } from "./strings.ts";
import { nameOf, useWanted } from "./wanted.ts";

const statuses = ["waiting", "offered", "booked", "expired", "cancelled"] as const;

/** Who waits for a place, first come first. */
export default function WaitlistPage({ rest: [id] }: PageProps) {
  const { t, number } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { router } = usePortal();
  const wanted = useWanted();
  const places = usePlaces();
  const [chosen, setStatus] = useParam("status");
  const [resource, setResource] = useParam("resource");
  const [from] = useParam("from");
  const [to] = useParam("to");
  // Without a status it is the queue: who has an offer out, then who waits for one.
  const status = statuses.find((one) => one === chosen);
  const of = resource ? { resource_id: resource } : {};
  const options = { on: ["waitlist_entry."], size: 200 };
  const list = useList(
    ["waitlist", status ?? "waiting", of],
    (foyer, page) => foyer.waitlist.list({ ...page, ...of, status: status ?? "waiting" }),
    options,
  );
  const offered = useList(
    status ? undefined : ["waitlist", "offered", of],
    (foyer, page) => foyer.waitlist.list({ ...page, ...of, status: "offered" }),
    options,
  );
  const positions = positionsOf(list.items);
  const items = between([...offered.items, ...list.items], from, to);
  const shown = { ...list, data: list.data && !offered.loading ? items : undefined, items };
  const filtered = !!(status || resource || from || to);
  const columns: Column<WaitlistEntry>[] = [
    { id: "guest", label: t("guest"), card: "title", cell: nameOf },
    { id: "wanted", label: t("wanted"), width: "26%", cell: (row) => <span class="f-tabular">{wanted(row)}</span> },
    { id: "resource", label: t("resource"), width: "24%", cell: (row) => row.resource_name },
    ...(id
      ? []
      : ([
          {
            id: "party",
            label: t("party"),
            width: "96px",
            cell: (row) => t("partyCount", { count: row.party }),
          },
          {
            id: "since",
            label: t("since"),
            width: "96px",
            align: "end",
            card: "hide",
            cell: (row) => <RelativeTime at={row.created_at} short />,
          },
        ] satisfies Column<WaitlistEntry>[])),
    {
      id: "status",
      label: t("status"),
      width: "130px",
      card: "end",
      cell: (row) => {
        const at = positions.get(row.id);
        return at === undefined ? <StatusBadge of={row.status} /> : t("positionCount", { number: number(at) });
      },
    },
  ];
  return (
    <ListDetail
      open={id}
      list={
        <>
          <PageHeader title={t("title")} text={t("auto")} />
          <BookingSections current="/waitlist" />
          <div class="p-tools">
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
            <DatesChip
              label={t("dates")}
              from={from}
              to={to}
              today={today(places.company?.time_zone)}
              onChange={(first, last) => router.query({ from: first, to: last })}
            />
            {filtered && (
              <Button
                size="s"
                variant="quiet"
                onClick={() => router.query({ status: "", resource: "", from: "", to: "" })}
              >
                {words.t("clearFilters")}
              </Button>
            )}
          </div>
          <DataTable
            label={t("title")}
            list={shown}
            columns={columns}
            name={(row) => `${nameOf(row)}, ${row.resource_name}`}
            to={(row) => `/waitlist/${row.id}${location.search}`}
            open={id}
            empty={
              filtered ? (
                <Empty icon={icons.search} title={t("noneFound")} text={t("noneFoundText")} />
              ) : (
                <Empty icon={icons.clock} title={t("none")} text={t("noneText")} />
              )
            }
          />
        </>
      }
      detail={
        id && (
          <EntryPane
            key={id}
            id={id}
            position={positions.get(id)}
            onGone={() => (list.items.some((one) => one.id === id) ? list : offered).remove(id)}
          />
        )
      }
    />
  );
}
