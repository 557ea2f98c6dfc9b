import type { Venue } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { useI18n } from "../../../kit/index.ts";
import { useList } from "../../data/hooks.ts";
import type { PageProps } from "../../pages.ts";
import { Catalogue } from "../../parts/catalogue.tsx";
import type { Column } from "../../parts/data-table.tsx";
import { FilterChip, useParam } from "../../parts/filters.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { usePlaces } from "../bookings/use-places.ts";
import { PlaceSections } from "../resources/place-sections.tsx";
import { en } from "./strings.ts";
import { VenuePane } from "./venue.tsx";

const statuses = ["active", "inactive"] as const;

export default function VenuesPage({ rest: [id] }: PageProps) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { can } = usePortal();
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
  return (
    <Catalogue
      title={t("title")}
      path="/venues"
      create={can("venues:write") ? t("new") : undefined}
      sections={<PlaceSections current="/venues" />}
      filters={
        <FilterChip
          label={t("status")}
          value={status}
          onChange={setStatus}
          options={statuses.map((value) => ({ value, label: words.t(`status.${value}`) }))}
        />
      }
      filtered={!!known}
      list={list}
      columns={columns}
      name={(row) => row.name}
      empty={{ icon: icons.building, title: t("none"), text: t("noneText") }}
      open={id}
      detail={id && <VenuePane key={id} id={id} />}
    />
  );
}
