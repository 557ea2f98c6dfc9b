import * as icons from "../../../kit/icons.ts";
import { Empty, Skeleton } from "../../../kit/index.ts";
import { type Bar, Bars } from "../../parts/charts/bars.tsx";
import { ChartCard } from "../../parts/charts/chart-card.tsx";
import { useParam } from "../../parts/filters.tsx";
import { Shown } from "../../parts/shown.tsx";
import { useStrings } from "../../strings/use.ts";
import { useColumns, useNames } from "./columns.ts";
import { GroupChip, type Named, named } from "./group-chip.tsx";
import { en } from "./strings.ts";
import { type Row, type Scope, useReport } from "./use-reports.ts";

/** Bars that a chart shows at most: whoever wants them all has the table. */
const most = 10;

/** What each resource, venue, variant or status comes to, the greatest first. */
export function Breakdown({ scope }: { scope: Scope }) {
  const { t, number, money } = useStrings(en);
  const [said] = useParam("group");
  const group: Named = named.find((one) => one === said) ?? (scope.resource_id ? "variant" : "resource");
  const report = useReport(scope, group);
  const { currency, rows = [], from, to } = report.data ?? {};
  const nameOf = useNames(group);
  const columns = useColumns(t(`by.${group}`), nameOf, currency);
  const words = { group: t(`group.${group}`) };
  const shares = rows.some(({ utilisation }) => utilisation !== null);

  const card = (
    what: "revenue" | "utilisation" | "bookings",
    value: (row: Row) => number,
    text: (row: Row) => string,
  ) => {
    const sorted = [...rows].sort((one, other) => value(other) - value(one));
    const bars = sorted
      .slice(0, most)
      .map((row): Bar => ({ key: row.key, label: nameOf(row), value: value(row), text: text(row) }));
    const title = t(`${what}By`, words);
    const cut = sorted.length > most && t("othersNote", { count: most });
    const note = [what !== "bookings" && t(`${what}Note`), cut].filter(Boolean).join(" ");
    return (
      <ChartCard
        title={title}
        note={note || undefined}
        actions={what === "revenue" && <GroupChip group={group} />}
        columns={columns}
        rows={report.data && sorted}
        file={`${what}-by-${group}-${from}-${to}`}
      >
        <Shown of={report} skeleton={<Skeleton height="220px" radius="6px" />}>
          {() =>
            bars.length > 0 ? (
              <Bars label={title} bars={bars} full={what === "utilisation" ? 1 : undefined} />
            ) : (
              <Empty icon={icons.chart} title={t("nothing")} text={t("nothingText")} />
            )
          }
        </Shown>
      </ChartCard>
    );
  };
  return (
    <div class="p-reports-pair">
      {card(
        "revenue",
        ({ revenue }) => revenue,
        ({ revenue }) => money(revenue, currency ?? "USD"),
      )}
      {shares || !report.data
        ? card(
            "utilisation",
            ({ utilisation }) => utilisation ?? 0,
            ({ utilisation }) =>
              utilisation === null ? "–" : number(utilisation, { style: "percent", maximumFractionDigits: 1 }),
          )
        : card(
            "bookings",
            ({ bookings }) => bookings,
            ({ bookings }) => number(bookings),
          )}
    </div>
  );
}
