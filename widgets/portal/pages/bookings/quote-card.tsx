import type { Resource } from "../../../../sdk/index.ts";
import { Skeleton } from "../../../kit/index.ts";
import { explain } from "../../data/explain.ts";
import { useStrings } from "../../strings/use.ts";
import { type Draft, headsOf } from "./draft.ts";
import { en } from "./form-strings.ts";
import { PriceLines } from "./price-lines.tsx";
import { refusalOf } from "./refused.ts";
import type { Quoted } from "./use-quote.ts";

interface QuoteCardProps {
  resource: Resource;
  draft: Draft;
  zone: string;
  quoted: Quoted;
  /** A booking counts its own places as taken, so that its price may not be known before it is saved. */
  own?: boolean;
}

/** What was chosen so far, and what it costs. */
export function QuoteCard({ resource, draft, zone, quoted, own = false }: QuoteCardProps) {
  const { t, date, dateRange } = useStrings(en);
  const { quote, error, busy } = quoted;
  const { starts_at, ends_at } = draft;
  const variant = resource.variants.find(({ id }) => id === draft.variant_id)?.name;
  const full = {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
    timeZone: zone,
  } as const;
  const taken = refusalOf(error)?.taken;
  return (
    <aside class="p-quote" aria-label={t("summary")} aria-busy={busy ? "true" : undefined}>
      <p class="p-quote-what">{variant ? `${resource.name}, ${variant}` : resource.name}</p>
      <p class="f-muted f-tabular">
        {starts_at ? (ends_at ? dateRange(starts_at, ends_at, full) : date(starts_at, full)) : t("itemNew")}
      </p>
      <p class="f-muted">
        {t("guestsCount", { count: headsOf(resource, draft) })}
        {draft.private && ` · ${t("private")}`}
        {draft.weeks > 1 && ` · ${t("weekly", { count: draft.weeks })}`}
      </p>
      <div class={busy && quote ? "p-quote-old" : undefined} aria-live="polite">
        {!starts_at ? (
          <p class="f-hint">{t("noPrice")}</p>
        ) : quote ? (
          <>
            <PriceLines of={quote} />
            {draft.weeks > 1 && <p class="f-hint">{t("eachDate", { count: draft.weeks })}</p>}
          </>
        ) : error ? (
          <p class={own && taken ? "f-hint" : "p-quote-no"}>
            {own && taken
              ? t("noQuote")
              : taken
                ? taken.reason
                  ? t(`why.${taken.reason}`)
                  : t("takenPlain")
                : explain(error).sentence}
          </p>
        ) : (
          <Skeleton lines={3} />
        )}
      </div>
      {resource.requires_approval && !own && <p class="f-hint">{t("waitsForApproval")}</p>}
    </aside>
  );
}
