import type { Promotion } from "../../../../sdk/index.ts";
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
import { PlaceSections } from "../resources/place-sections.tsx";
import { PromotionPane } from "./promotion.tsx";
import { en } from "./strings.ts";

const statuses = ["active", "inactive"] as const;

export default function PromotionsPage({ rest: [id] }: PageProps) {
  const { t, money, date, number } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { can } = usePortal();
  const [status, setStatus] = useParam("status");
  const known = statuses.find((one) => one === status);
  const list = useList(
    ["promotions", known],
    (foyer, page) => foyer.promotions.list({ ...page, ...(known ? { status: known } : {}) }),
    { on: ["promotion.", "booking."] },
  );
  const day = (value: string) => date(`${value}T12:00:00Z`, { dateStyle: "medium", timeZone: "UTC" });
  const holds = ({ starts_on, ends_on }: Promotion) =>
    starts_on && ends_on
      ? `${day(starts_on)} – ${day(ends_on)}`
      : starts_on
        ? t("since", { date: day(starts_on) })
        : ends_on
          ? t("till", { date: day(ends_on) })
          : t("always");
  const columns: Column<Promotion>[] = [
    { id: "code", label: t("code"), cell: (row) => row.code, card: "title" },
    ...(id ? [] : ([{ id: "name", label: t("name"), cell: (row) => row.name }] satisfies Column<Promotion>[])),
    {
      id: "off",
      label: t("off"),
      width: "110px",
      align: "end",
      cell: (row) => (
        <span class="f-tabular">
          {row.kind === "percent" ? number(row.value / 100, { style: "percent" }) : money(row.value, row.currency)}
        </span>
      ),
    },
    ...(id
      ? []
      : ([
          { id: "holds", label: t("holds"), width: "230px", cell: holds, card: "hide" },
        ] satisfies Column<Promotion>[])),
    {
      id: "uses",
      label: t("uses"),
      width: "96px",
      align: "end",
      cell: (row) => (
        <span class="f-tabular">
          {row.max_uses === null ? number(row.uses) : t("usesOf", { count: row.uses, most: number(row.max_uses) })}
        </span>
      ),
    },
    { id: "status", label: t("status"), width: "110px", cell: (row) => <StatusBadge of={row.status} />, card: "end" },
  ];
  return (
    <Catalogue
      title={t("title")}
      path="/promotions"
      create={can("promotions:write") ? t("new") : undefined}
      sections={<PlaceSections current="/promotions" />}
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
      name={(row) => row.code}
      empty={{ icon: icons.tag, title: t("none"), text: t("noneText") }}
      open={id}
      detail={id && <PromotionPane key={id} id={id} />}
    />
  );
}
