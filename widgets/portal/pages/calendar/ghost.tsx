import { useStrings } from "../../strings/use.ts";
import type { Places } from "../bookings/use-places.ts";
import { en } from "./strings.ts";
import type { Lift } from "./use-lift.ts";
import type { Verdict } from "./verdict.ts";

/** How what is lifted is coloured: as it would lie there. */
export const ghostTone = (verdict: Verdict | undefined) =>
  verdict?.kind === "refused" ? " p-cal-full" : verdict?.kind === "unusual" ? " p-cal-unusual" : "";

/** What is told about a verdict, in words. */
export function useVerdictWords() {
  const { t } = useStrings(en);
  return ({ kind, failing }: Verdict): string => {
    const why = failing
      .slice(0, 2)
      .map((code) => t(`check.${code}`))
      .join(" · ");
    return kind === "free" ? t("free") : kind === "refused" ? why : t("unusual", { why });
  };
}

/** When and where something would lie, and whether it may. */
export function useLiftWords(places: Places, zone: string) {
  const { dateRange } = useStrings(en);
  const verdictWords = useVerdictWords();
  return ({ span, kind }: Lift, verdict: Verdict | undefined) => {
    const clock = { hour: "numeric", minute: "2-digit", timeZone: zone } as const;
    const days = Date.parse(span.ends_at) - Date.parse(span.starts_at) >= 86_400_000;
    const time = dateRange(span.starts_at, span.ends_at, days ? { day: "numeric", month: "short", ...clock } : clock);
    const long = dateRange(span.starts_at, span.ends_at, { weekday: "long", day: "numeric", month: "long", ...clock });
    const resource = kind === "draw" ? undefined : places.resourceOf(span.resource_id)?.name;
    const said = verdict && verdictWords(verdict);
    return { time, said, sentence: [long, resource, said].filter(Boolean).join(", ") };
  };
}
