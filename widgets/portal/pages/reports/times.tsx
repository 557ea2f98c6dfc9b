import { Skeleton } from "../../../kit/index.ts";
import { ChartCard } from "../../parts/charts/chart-card.tsx";
import { HeatStrip } from "../../parts/charts/heat-strip.tsx";
import { Shown } from "../../parts/shown.tsx";
import { useStrings } from "../../strings/use.ts";
import { useColumns } from "./columns.ts";
import { openHours } from "./state.ts";
import { en } from "./strings.ts";
import { type Row, type Scope, useReport } from "./use-reports.ts";

/** On which weekdays and at which hours bookings start. */
export function Times({ scope }: { scope: Scope }) {
  const { date } = useStrings(en);
  // The first of January 2024 was a Monday, from which weekdays are counted.
  const weekday = (width: "short" | "long") => (_: Row, at: number) =>
    date(Date.UTC(2024, 0, 1 + at), { weekday: width, timeZone: "UTC" });
  const hour = ({ key }: Row) => date(Date.UTC(2024, 0, 1, Number(key)), { hour: "numeric", timeZone: "UTC" });
  return (
    <div class="p-reports-pair">
      <Strip scope={scope} by="weekday" short={weekday("short")} long={weekday("long")} least={36} />
      <Strip scope={scope} by="hour" short={hour} long={hour} least={48} />
    </div>
  );
}

interface StripProps {
  scope: Scope;
  by: "weekday" | "hour";
  short(row: Row, at: number): string;
  long(row: Row, at: number): string;
  least: number;
}

function Strip({ scope, by, short, long, least }: StripProps) {
  const { t, number } = useStrings(en);
  const report = useReport(scope, by);
  const { rows, currency } = report.data ?? {};
  const title = t(by === "weekday" ? "weekdays" : "hours");
  const columns = useColumns(t(by), (row) => long(row, rows?.indexOf(row) ?? 0), currency);
  return (
    <ChartCard
      title={title}
      note={t("clockNote")}
      columns={columns}
      rows={rows}
      file={`bookings-by-${by}-${scope.from}-${scope.to}`}
    >
      <Shown of={report} skeleton={<Skeleton height="52px" radius="6px" />}>
        {(shown) => (
          <HeatStrip
            label={title}
            least={least}
            cells={(by === "hour" ? openHours(shown.rows) : shown.rows).map((row, at) => ({
              key: row.key,
              label: short(row, at),
              value: row.bookings,
              text: number(row.bookings),
            }))}
          />
        )}
      </Shown>
    </ChartCard>
  );
}
