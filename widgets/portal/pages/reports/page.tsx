import { css, Skeleton, today, useI18n } from "../../../kit/index.ts";
import { useList, useQuery } from "../../data/hooks.ts";
import { FilterChip, useParam } from "../../parts/filters.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { Breakdown } from "./breakdown.tsx";
import { Course } from "./course.tsx";
import { Numbers } from "./numbers.tsx";
import styles from "./page.css";
import { PeriodChip } from "./period-chip.tsx";
import { before, periodOf, type Span, spanOf } from "./state.ts";
import { en } from "./strings.ts";
import { Times } from "./times.tsx";
import { type Scope, useReport } from "./use-reports.ts";

css(styles);

/** Bookings in numbers: how many, what they earn, how full it is, and when. One resource or venue by the query. */
export default function ReportsPage() {
  const { t, list } = useStrings(en);
  const { can } = usePortal();
  const [named] = useParam("period");
  const [from] = useParam("from");
  const [to] = useParam("to");
  const [resource, setResource] = useParam("resource");
  const [venue, setVenue] = useParam("venue");
  const [currency, setCurrency] = useParam("currency");
  const company = useQuery(["company"], (foyer) => foyer.company.retrieve(), { on: ["company."] });
  const venues = useList(can("venues:read") ? ["venues"] : undefined, (foyer, page) => foyer.venues.list(page), {
    on: ["venue."],
    size: 200,
  });
  const resources = useList(
    can("resources:read") ? ["resources"] : undefined,
    (foyer, page) => foyer.resources.list(page),
    { on: ["resource."], size: 500 },
  );
  const period = periodOf(named);
  const span = company.data && spanOf(period, today(company.data.time_zone), { from, to });
  const narrowed = {
    ...(resource && { resource_id: resource }),
    ...(venue && { venue_id: venue }),
    ...(currency && { currency }),
  };
  const scope: Scope | undefined = span && { ...span, ...narrowed };
  const earlier: Scope | undefined = span && { ...before(period, span), ...narrowed };
  const told = useReport(scope, resource ? "variant" : "resource");
  const others = told.data?.other_currencies ?? [];
  const currencies = told.data ? [told.data.currency, ...others].sort() : [];
  const choices = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name })).sort((one, other) => one.label.localeCompare(other.label));
  return (
    <>
      <PageHeader title={t("title")} text={scope && earlier && <Compared now={scope} then={earlier} />}>
        <PeriodChip period={period} span={span} />
        <FilterChip label={t("venue")} value={venue} options={choices(venues.items)} onChange={setVenue} />
        <FilterChip label={t("resource")} value={resource} options={choices(resources.items)} onChange={setResource} />
        {(others.length > 0 || currency) && (
          <FilterChip
            label={t("currency")}
            value={currency ?? told.data?.currency}
            options={currencies.map((code) => ({ value: code, label: code }))}
            onChange={setCurrency}
          />
        )}
      </PageHeader>
      <div class="p-page p-reports">
        {others.length > 0 && told.data && (
          <p class="p-reports-note">{t("otherMoney", { currency: told.data.currency, others: list(others) })}</p>
        )}
        {scope && earlier ? (
          <>
            <Numbers scope={scope} earlier={earlier} report={told} />
            <Breakdown scope={scope} />
            <Course scope={scope} />
            <Times scope={scope} />
          </>
        ) : (
          <Skeleton height="92px" radius="10px" />
        )}
      </div>
    </>
  );
}

function Compared({ now, then }: { now: Span; then: Span }) {
  const { t } = useStrings(en);
  const { dateRange } = useI18n();
  const say = ({ from, to }: Span) =>
    dateRange(from, to, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  return <>{t("comparedWith", { span: say(now), before: say(then) })}</>;
}
