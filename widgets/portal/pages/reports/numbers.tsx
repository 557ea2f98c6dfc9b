import type { ComponentChildren } from "preact";
import type { BookingReport } from "../../../../sdk/index.ts";
import { Skeleton } from "../../../kit/index.ts";
import type { Query } from "../../data/hooks.ts";
import { Shown } from "../../parts/shown.tsx";
import { useStrings } from "../../strings/use.ts";
import { changeOf } from "./state.ts";
import { en } from "./strings.ts";
import { type Scope, type Totals, useReport } from "./use-reports.ts";

interface NumbersProps {
  scope: Scope;
  earlier: Scope;
  /** Of `scope`, in whatever groups. */
  report: Query<BookingReport>;
}

/** The totals, and how each changed against the time before. */
export function Numbers({ scope, earlier, report }: NumbersProps) {
  const { t, number, money } = useStrings(en);
  const then = useReport(earlier, scope.resource_id ? "variant" : "resource").data?.totals;
  const percent = (share: number) => number(share, { style: "percent", maximumFractionDigits: 1 });
  const hours = (minutes: number) => number(Math.round(minutes / 60));
  return (
    <Shown of={report} skeleton={<Skeleton height="112px" radius="10px" />}>
      {({ totals: now, currency }) => {
        const share = (count: number) => now.bookings > 0 && t("ofBookings", { share: percent(count / now.bookings) });
        const change = (name: "bookings" | "guests" | "revenue" | "cancelled" | "no_show", less = false) => (
          <Change now={now[name]} then={then?.[name]} less={less} />
        );
        return (
          <ul class="p-card p-figures" aria-busy={report.busy}>
            <Figure label={t("bookings")} value={number(now.bookings)} change={change("bookings")} />
            <Figure label={t("guests")} value={number(now.guests)} change={change("guests")} />
            <Figure
              label={t("revenue")}
              value={money(now.revenue, currency)}
              hint={t("revenueHint", { paid: money(now.paid, currency) })}
              change={change("revenue")}
            />
            <Figure
              label={t("utilisation")}
              value={now.utilisation === null ? "–" : percent(now.utilisation)}
              hint={
                now.offered_minutes
                  ? t("ofHours", { booked: hours(now.booked_minutes), offered: hours(now.offered_minutes) })
                  : t("noOffer")
              }
              change={<Points now={now} then={then} />}
            />
            <Figure
              label={t("cancelled")}
              value={number(now.cancelled)}
              hint={share(now.cancelled)}
              change={change("cancelled", true)}
            />
            <Figure
              label={t("missed")}
              value={number(now.no_show)}
              hint={share(now.no_show)}
              change={change("no_show", true)}
            />
          </ul>
        );
      }}
    </Shown>
  );
}

interface FigureProps {
  label: string;
  value: string;
  hint?: ComponentChildren;
  change: ComponentChildren;
}

function Figure({ label, value, hint, change }: FigureProps) {
  return (
    <li>
      <span class="f-muted">{label}</span>
      <strong class="f-tabular">{value}</strong>
      {change}
      {hint && <small class="f-muted f-tabular">{hint}</small>}
    </li>
  );
}

/** A greater change says only that there was next to nothing. */
const mostChange = 9.99;

/** What went up or down, and whether that is good. */
function Change({ now, then, less }: { now: number; then: number | undefined; less: boolean }) {
  const { t, number } = useStrings(en);
  if (then === undefined) return <span class="p-change">{"\u00a0"}</span>;
  const change = changeOf(now, then);
  if (change === undefined) return <span class="p-change f-muted">{t(now > 0 ? "none" : "same")}</span>;
  const percent = number(Math.min(Math.abs(change), mostChange), {
    style: "percent",
    maximumFractionDigits: Math.abs(change) < 0.1 ? 1 : 0,
  });
  const size = change > mostChange ? t("over", { change: percent }) : percent;
  return <Told change={change} size={size} less={less} />;
}

/** Shares are compared by their difference. */
function Points({ now, then }: { now: Totals; then: Totals | undefined }) {
  const { t, number } = useStrings(en);
  if (!then) return <span class="p-change">{"\u00a0"}</span>;
  if (now.utilisation === null || then.utilisation === null) return <span class="p-change f-muted">{t("none")}</span>;
  const change = Math.round((now.utilisation - then.utilisation) * 1000) / 10;
  const count = number(Math.abs(change), { maximumFractionDigits: 1 });
  return <Told change={change} size={t("points", { count })} less={false} />;
}

function Told({ change, size, less }: { change: number; size: string; less: boolean }) {
  const { t } = useStrings(en);
  if (change === 0) return <span class="p-change f-muted">{t("same")}</span>;
  const better = change > 0 !== less;
  return (
    <span class={`p-change f-tabular ${better ? "p-change-good" : "p-change-bad"}`}>
      <span aria-hidden="true">{`${change > 0 ? "▲" : "▼"} ${size}`}</span>
      <span class="f-hidden">{t(change > 0 ? "up" : "down", { change: size })}</span>
    </span>
  );
}
