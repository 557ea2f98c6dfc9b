import * as icons from "../../../kit/icons.ts";
import { Icon, Menu, Skeleton } from "../../../kit/index.ts";
import { ChartCard } from "../../parts/charts/chart-card.tsx";
import { Line } from "../../parts/charts/line.tsx";
import { useParam } from "../../parts/filters.tsx";
import { Shown } from "../../parts/shown.tsx";
import { useStrings } from "../../strings/use.ts";
import { useColumns } from "./columns.ts";
import { daysBetween, weekIn } from "./state.ts";
import { en } from "./strings.ts";
import { type Row, type Scope, useReport } from "./use-reports.ts";

const steps = ["week", "day"] as const;

/** Revenue as it went: by weeks where there are some, by days where there are few. */
export function Course({ scope }: { scope: Scope }) {
  const { t, money, date, dateRange } = useStrings(en);
  const [said, setStep] = useParam("step");
  const step = steps.find((one) => one === said) ?? (daysBetween(scope) >= 28 ? "week" : "day");
  const report = useReport(scope, step);
  const { currency, rows } = report.data ?? {};
  const short = { day: "numeric", month: "short", timeZone: "UTC" } as const;
  const label = ({ key }: Row) => {
    if (report.data?.group_by !== "week") return date(key, short);
    const { from, to } = weekIn(key, report.data);
    return dateRange(from, to, short);
  };
  const columns = useColumns(t(step), label, currency);
  return (
    <ChartCard
      title={t(`course.${step}`)}
      note={step === "week" ? t("weekNote") : undefined}
      actions={
        <span class="p-chip p-chip-end">
          <Menu
            size="s"
            label={`${t("step")}: ${t(`step.${step}`)}`}
            items={steps.map((one) => ({
              label: t(`step.${one}`),
              checked: one === step,
              onSelect: () => setStep(one),
            }))}
          >
            <span class="p-chip-text">
              {t(`step.${step}`)}
              <Icon of={icons.chevronDown} size={14} />
            </span>
          </Menu>
        </span>
      }
      columns={columns}
      rows={rows}
      file={`revenue-by-${step}-${scope.from}-${scope.to}`}
    >
      <Shown of={report} skeleton={<Skeleton height="220px" radius="6px" />}>
        {(shown) => (
          <Line
            label={t(`course.${step}`)}
            points={shown.rows.map((row) => ({ key: row.key, label: label(row), value: row.revenue }))}
            text={(value) => money(value, shown.currency)}
          />
        )}
      </Shown>
    </ChartCard>
  );
}
