import type { Resource } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Badge, Button, Menu, useI18n } from "../../../kit/index.ts";
import { useAction, useList } from "../../data/hooks.ts";
import { crate } from "../../icons.ts";
import type { PageProps } from "../../pages.ts";
import { Catalogue } from "../../parts/catalogue.tsx";
import type { Column } from "../../parts/data-table.tsx";
import { FilterChip, useParam } from "../../parts/filters.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { usePlaces } from "../bookings/use-places.ts";
import { PlaceSections } from "./place-sections.tsx";
import { ResourceEditor } from "./resource.tsx";
import { en } from "./strings.ts";

export default function ResourcesPage({ rest: [id, section], query }: PageProps) {
  if (id) return <ResourceEditor key={id} id={id} section={section} template={query.has("template")} />;
  return <Resources />;
}

const statuses = ["available", "maintenance", "retired"] as const;

function Resources() {
  const { t, money, number } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { can, router } = usePortal();
  const places = usePlaces();
  const [venue, setVenue] = useParam("venue");
  const [status, setStatus] = useParam("status");
  const [templates, setTemplates] = useParam("templates");
  const known = statuses.find((one) => one === status);
  const filters = {
    ...(venue ? { venue_id: venue } : {}),
    ...(known ? { status: known } : {}),
    template: !!templates,
  };
  const list = useList(["resources", filters], (foyer, page) => foyer.resources.list({ ...page, ...filters }), {
    on: ["resource."],
  });
  const columns: Column<Resource>[] = [
    { id: "name", label: t("name"), cell: (row) => row.name, card: "title" },
    ...(places.venues.length > 1
      ? [{ id: "venue", label: t("venue"), cell: (row: Resource) => places.venueOf(row.venue_id)?.name ?? "–" }]
      : []),
    { id: "kind", label: t("kind"), width: "110px", cell: (row) => t(`kind.${row.kind}`), card: "hide" },
    {
      id: "length",
      label: t("length"),
      width: "110px",
      align: "end",
      cell: (row) => (
        <span class="f-tabular">
          {row.length_unit === "fixed"
            ? t("minutes", { count: row.duration_minutes })
            : t(`length.${row.length_unit}`, { count: row.min_length })}
        </span>
      ),
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
      width: "186px",
      align: "end",
      cell: (row) => (
        <span class="f-tabular">
          {money(row.price, row.currency)}{" "}
          <span class="f-muted">
            {[row.price_per === "place" ? t("perPlace") : t("perBooking"), t(`each.${row.length_unit}`)]
              .join(" ")
              .trim()}
          </span>
        </span>
      ),
    },
    {
      id: "status",
      label: t("status"),
      width: "130px",
      cell: (row) => (row.template ? <Badge tone="info">{t("template")}</Badge> : <StatusBadge of={row.status} />),
      card: "end",
    },
  ];
  const write = can("resources:write");
  const noVenue = !places.loading && !places.error && places.venues.length === 0;
  return (
    <Catalogue
      title={t("title")}
      path="/resources"
      create={write && !noVenue ? t("new") : undefined}
      actions={write && !noVenue && <FromTemplate />}
      sections={<PlaceSections current="/resources" />}
      filters={
        <>
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
          <FilterChip
            label={t("shown")}
            value={templates}
            onChange={setTemplates}
            options={[{ value: "yes", label: t("templates") }]}
          />
        </>
      }
      filtered={!!venue || !!known || !!templates}
      list={list}
      columns={columns}
      name={(row) => row.name}
      empty={
        noVenue
          ? {
              icon: icons.building,
              title: t("noVenue"),
              text: t("noVenueText"),
              action: can("venues:write") && (
                <Button variant="primary" onClick={() => router.go("/venues/new")}>
                  {t("addVenue")}
                </Button>
              ),
            }
          : { icon: crate, title: t("none"), text: t("noneText") }
      }
    />
  );
}

/** Makes a resource of a template. */
function FromTemplate() {
  const { t } = useStrings(en);
  const { foyer, router, cache, toasts } = usePortal();
  const templates = useList(
    ["resources", "templates"],
    (api, page) => api.resources.list({ ...page, template: true }),
    {
      on: ["resource."],
    },
  );
  const copy = useAction(async (template: Resource) => {
    const made = await foyer.resources.duplicate(template.id);
    cache.hear({ type: "resource.created" });
    toasts.show(t("duplicated", { name: made.name }));
    router.go(`/resources/${made.id}`);
  });
  return (
    <Menu
      items={
        templates.items.length
          ? [
              ...templates.items.map((one) => ({ label: one.name, onSelect: () => void copy.run(one) })),
              {
                label: t("newTemplate"),
                icon: icons.plus,
                divided: true,
                onSelect: () => router.go("/resources/new?template=yes"),
              },
            ]
          : [
              ...(templates.loading ? [] : [{ label: t("noTemplates"), disabled: true, onSelect: () => {} }]),
              { label: t("newTemplate"), icon: icons.plus, onSelect: () => router.go("/resources/new?template=yes") },
            ]
      }
    >
      {t("fromTemplate")}
    </Menu>
  );
}
