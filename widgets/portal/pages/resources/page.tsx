import type { Resource } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, Empty, useI18n } from "../../../kit/index.ts";
import { useList } from "../../data/hooks.ts";
import { crate } from "../../icons.ts";
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
import { PlaceSections } from "./place-sections.tsx";
import { ResourcePane } from "./resource.tsx";
import { en } from "./strings.ts";

const statuses = ["available", "maintenance", "retired"] as const;

export default function ResourcesPage({ rest: [id] }: PageProps) {
  const { t, money, number } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { can, router } = usePortal();
  const places = usePlaces();
  const [venue, setVenue] = useParam("venue");
  const [status, setStatus] = useParam("status");
  const known = statuses.find((one) => one === status);
  const filters = { ...(venue ? { venue_id: venue } : {}), ...(known ? { status: known } : {}) };
  const list = useList(["resources", filters], (foyer, page) => foyer.resources.list({ ...page, ...filters }), {
    on: ["resource."],
  });
  const columns: Column<Resource>[] = [
    { id: "name", label: t("name"), cell: (row) => row.name, card: "title" },
    ...(places.venues.length > 1
      ? [{ id: "venue", label: t("venue"), cell: (row: Resource) => places.venueOf(row.venue_id)?.name ?? "–" }]
      : []),
    ...(id
      ? []
      : ([
          { id: "kind", label: t("kind"), width: "110px", cell: (row) => t(`kind.${row.kind}`), card: "hide" },
          {
            id: "length",
            label: t("length"),
            width: "84px",
            align: "end",
            cell: (row) => <span class="f-tabular">{t("minutes", { count: row.duration_minutes })}</span>,
          },
          {
            id: "capacity",
            label: t("capacity"),
            width: "72px",
            align: "end",
            cell: (row) => number(row.capacity),
            card: "hide",
          },
          {
            id: "price",
            label: t("price"),
            width: "168px",
            align: "end",
            cell: (row) => (
              <span class="f-tabular">
                {money(row.price, row.currency)}{" "}
                <span class="f-muted">{row.price_per === "place" ? t("perPlace") : t("perBooking")}</span>
              </span>
            ),
          },
        ] satisfies Column<Resource>[])),
    { id: "status", label: t("status"), width: "130px", cell: (row) => <StatusBadge of={row.status} />, card: "end" },
  ];
  const write = can("resources:write");
  const noVenue = !places.loading && !places.error && places.venues.length === 0;
  return (
    <ListDetail
      open={id}
      list={
        <>
          <PageHeader
            title={t("title")}
            actions={
              write &&
              !noVenue && (
                <Button variant="primary" icon={icons.plus} onClick={() => router.go("/resources/new")}>
                  {t("new")}
                </Button>
              )
            }
          />
          <PlaceSections current="/resources" />
          <div class="p-tools">
            {places.venues.length > 1 && (
              <FilterChip
                label={t("venue")}
                value={venue}
                onChange={setVenue}
                options={places.venues.map((one) => ({ value: one.id, label: one.name }))}
              />
            )}
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
            to={(row) => `/resources/${row.id}${location.search}`}
            open={id}
            empty={
              noVenue ? (
                <Empty
                  icon={icons.building}
                  title={t("noVenue")}
                  text={t("noVenueText")}
                  action={
                    can("venues:write") && (
                      <Button variant="primary" onClick={() => router.go("/venues/new")}>
                        {t("addVenue")}
                      </Button>
                    )
                  }
                />
              ) : Object.keys(filters).length ? (
                <Empty icon={icons.search} title={t("noneFound")} />
              ) : (
                <Empty
                  icon={crate}
                  title={t("none")}
                  text={t("noneText")}
                  action={
                    write && (
                      <Button variant="primary" onClick={() => router.go("/resources/new")}>
                        {t("new")}
                      </Button>
                    )
                  }
                />
              )
            }
          />
        </>
      }
      detail={id && <ResourcePane key={id} id={id} />}
    />
  );
}
