import * as icons from "../../../kit/icons.ts";
import { Icon, Menu } from "../../../kit/index.ts";
import { DateFilter } from "../../parts/date-filter.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { type Period, periods, type Span } from "./state.ts";
import { en } from "./strings.ts";

/** The dates that the page is about: a usual period up to today, or two dates of one's own. */
export function PeriodChip({ period, span }: { period: Period; span: Span | undefined }) {
  const { t } = useStrings(en);
  const { router } = usePortal();
  const choose = (next: Period) =>
    router.query({
      period: next === "30d" ? undefined : next,
      from: next === "custom" ? span?.from : undefined,
      to: next === "custom" ? span?.to : undefined,
    });
  return (
    <>
      <span class="p-chip p-chip-on">
        <Menu
          size="s"
          label={`${t("period")}: ${t(`period.${period}`)}`}
          items={periods.map((one) => ({
            label: t(`period.${one}`),
            checked: one === period,
            divided: one === "mtd" || one === "custom",
            onSelect: () => choose(one),
          }))}
        >
          <span class="p-chip-text">
            {t(`period.${period}`)}
            <Icon of={icons.chevronDown} size={14} />
          </span>
        </Menu>
      </span>
      {period === "custom" && (
        <>
          <DateFilter label={t("from")} value={span?.from} onChange={(from) => from && router.query({ from })} />
          <DateFilter label={t("to")} value={span?.to} onChange={(to) => to && router.query({ to })} />
        </>
      )}
    </>
  );
}
