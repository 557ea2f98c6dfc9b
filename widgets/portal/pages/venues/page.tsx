import type { Venue } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, css, Empty, useI18n } from "../../../kit/index.ts";
import { useList } from "../../data/hooks.ts";
import type { PageProps } from "../../pages.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { FilterChip, useParam } from "../../parts/filters.tsx";
import { ListDetail } from "../../parts/list-detail.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { usePlaces } from "../bookings/use-places.ts";
import { PlaceSections } from "../resources/place-sections.tsx";
import styles from "./page.css";
import { en } from "./strings.ts";
import { VenuePane } from "./venue.tsx";

css(styles);

const statuses = ["active", "inactive"] as const;

export default function VenuesPage({ rest: [id] }: PageProps) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { can, router } = usePortal();
  const places = usePlaces();
  const [status, setStatus] = useParam("status");
  const known = statuses.find((one) => one === status);
  const list = useList(
    ["venues", "page", known],
    (foyer, page) => foyer.venues.list({ ...page, ...(known ? { status: known } : {}) }),
    { on: ["venue."] },
  );
  const columns: Column<Venue>[] = [
    { id: "name", label: t("name"), cell: (row) => row.name, card: "title" },
    { id: "zone", label: t("zone"), cell: (row) => row.time_zone.replace(/_/g, " ") },
    ...(id
      ? []
      : ([
          { id: "address", label: t("address"), cell: (row) => row.address?.replace(/\n/g, ", ") ?? "", card: "hide" },
          {
            id: "resources",
            label: t("resources"),
            width: "120px",
            cell: (row) =>
              t("resourceCount", { count: places.resources.filter((one) => one.venue_id === row.id).length }),
          },
        ] satisfies Column<Venue>[])),
    { id: "status", label: t("status"), width: "110px", cell: (row) => <StatusBadge of={row.status} />, card: "end" },
  ];
  const create = can("venues:write") && (
    <Button variant="primary" icon={icons.plus} onClick={() => router.go("/venues/new")}>
      {t("new")}
    </Button>
  );
  return (
    <ListDetail
      open={id}
      list={
        <>
          <PageHeader title={t("title")} actions={create} />
          <PlaceSections current="/venues" />
          <div class="p-tools">
            <FilterChip
              label={t("status")}
              value={status}
              onChange={setStatus}
              options={statuses.map((value) => ({ value, label: words.t(`status.${value}`) }))}
            />
          </div>
          <DataTable
            label={t("title")}
            list={list}
            columns={columns}
            name={(row) => row.name}
            to={(row) => `/venues/${row.id}${location.search}`}
            open={id}
            empty={<Empty icon={icons.building} title={t("none")} text={t("noneText")} action={create} />}
          />
        </>
      }
      detail={id && <VenuePane key={id} id={id} />}
    />
  );
}
