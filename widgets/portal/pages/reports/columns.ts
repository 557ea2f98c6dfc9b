import { useI18n } from "../../../kit/index.ts";
import type { ChartColumn } from "../../parts/charts/chart-card.tsx";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { digitsOf } from "../resources/money.ts";
import { en } from "./strings.ts";
import type { Row } from "./use-reports.ts";

/** All that a report tells of a group, as a table and as a file: the file has money in units and shares in percent. */
export function useColumns(first: string, name: (row: Row) => string, currency = ""): ChartColumn<Row>[] {
  const { t, number, money } = useStrings(en);
  const count = (label: string, of: (row: Row) => number): ChartColumn<Row> => ({
    label,
    text: (row) => number(of(row)),
    value: of,
    end: true,
  });
  const amount = (label: string, of: (row: Row) => number): ChartColumn<Row> => ({
    label: `${label} (${currency})`,
    text: (row) => money(of(row), currency),
    value: (row) => of(row) / 10 ** digitsOf(currency),
    end: true,
  });
  const hours = (minutes: number) => Math.round(minutes / 6) / 10;
  return [
    { label: first, text: name },
    count(t("bookings"), ({ bookings }) => bookings),
    count(t("guests"), ({ guests }) => guests),
    ...(currency ? [amount(t("revenue"), ({ revenue }) => revenue), amount(t("paid"), ({ paid }) => paid)] : []),
    {
      label: `${t("utilisation")} (%)`,
      text: ({ utilisation }) =>
        utilisation === null ? "–" : number(utilisation, { style: "percent", maximumFractionDigits: 1 }),
      value: ({ utilisation }) => (utilisation === null ? null : Math.round(utilisation * 10_000) / 100),
      end: true,
    },
    count(t("bookedHours"), ({ booked_minutes }) => hours(booked_minutes)),
    {
      label: t("offeredHours"),
      text: ({ offered_minutes }) => (offered_minutes === null ? "–" : number(hours(offered_minutes))),
      value: ({ offered_minutes }) => (offered_minutes === null ? null : hours(offered_minutes)),
      end: true,
    },
    count(t("cancelled"), ({ cancelled }) => cancelled),
    count(t("missed"), ({ no_show }) => no_show),
  ];
}

/** Groups in words: statuses as the portal names them, everything else by its own name. */
export function useNames(group: string): (row: Row) => string {
  const { t } = useI18n<typeof shell>();
  return ({ key, label }) => (group === "status" ? t(`status.${key}` as "status.confirmed") : label);
}
