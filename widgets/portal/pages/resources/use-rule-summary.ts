import type { PriceRule } from "../../../../sdk/index.ts";
import { useStrings } from "../../strings/use.ts";
import type { Places } from "../bookings/use-places.ts";
import type { Draft } from "./draft.ts";
import { en } from "./strings.ts";
import { useWeekdayName } from "./use-weekday-name.ts";

/** A price rule in one line: what it does, and when. */
export function useRuleSummary(draft: Draft, places: Places): (rule: PriceRule) => string {
  const { t, money, date, list, number } = useStrings(en);
  const weekdayName = useWeekdayName();
  const day = (value: string) =>
    value && date(`${value}T12:00:00Z`, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const named = (ids: readonly string[], of: readonly { id: string; name: string }[]) =>
    list(ids.map((id) => of.find((one) => one.id === id)?.name ?? id));
  const length = (count: number) =>
    draft.length_unit === "fixed" ? number(count) : t(`length.${draft.length_unit}`, { count });
  return ({ when, change: { kind, value } }) => {
    const sign = value > 0 ? "+" : "";
    const amount = Number.isNaN(value) ? "–" : money(value, draft.currency);
    const effect = kind === "percent" ? `${sign}${value}%` : kind === "amount" ? `${sign}${amount}` : `= ${amount}`;
    const said = [
      when.weekdays && t("says.weekdays", { days: list(when.weekdays.map((one) => weekdayName(one, "short"))) }),
      when.from_time && t("says.from_time", { time: when.from_time }),
      when.to_time && t("says.to_time", { time: when.to_time }),
      when.from_date && t("says.from_date", { date: day(when.from_date) }),
      when.to_date && t("says.to_date", { date: day(when.to_date) }),
      when.min_party !== undefined && t("says.min_party", { count: when.min_party }),
      when.max_party !== undefined && t("says.max_party", { count: when.max_party }),
      when.min_length !== undefined && t("says.min_length", { count: length(when.min_length) }),
      when.min_occupancy !== undefined && t("says.min_occupancy", { count: when.min_occupancy }),
      when.days_ahead_min !== undefined && t("says.days_ahead_min", { count: when.days_ahead_min }),
      when.days_ahead_max !== undefined && t("says.days_ahead_max", { count: when.days_ahead_max }),
      when.guest_categories && named(when.guest_categories, draft.guest_categories),
      when.variant_ids && named(when.variant_ids, draft.variants),
      when.venue_ids && named(when.venue_ids, places.venues),
    ];
    return [effect, said.filter(Boolean).join(", ")].filter(Boolean).join(" · ");
  };
}
