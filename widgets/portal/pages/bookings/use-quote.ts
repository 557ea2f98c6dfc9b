import { ProblemError, type QuoteInput } from "../../../../sdk/index.ts";
import { useQuery, useSettled } from "../../data/hooks.ts";

/** The price of a wish, asked for once the wish rests; a code that does not count is left out of it. */
export function useQuote(wish: QuoteInput | undefined) {
  const settled = useSettled(wish ? JSON.stringify(wish) : "", 250);
  const on = ["resource.", "venue.", "promotion.", "company."];
  const ask = (body: QuoteInput) => ["quote", body];
  const asked = settled ? (JSON.parse(settled) as QuoteInput) : undefined;
  const full = useQuery(asked && ask(asked), (foyer) => foyer.quotes.create(asked!), { on, keep: true });
  const refused = full.error instanceof ProblemError ? full.error : undefined;
  const badCode = refused?.code === "promotion_not_valid";
  const { promotion_code: _, ...plain } = asked ?? { promotion_code: undefined };
  const without = badCode ? (plain as QuoteInput) : undefined;
  const rest = useQuery(without && ask(without), (foyer) => foyer.quotes.create(without!), { on, keep: true });
  const failed = badCode ? rest.error : full.error;
  return {
    quote: failed ? undefined : badCode ? rest.data : full.data,
    /** Why the code does not count. */
    code: badCode ? String(refused?.problem.reason ?? "unknown") : undefined,
    /** Why there is no price. */
    error: failed,
    busy: full.busy || rest.busy || (wish ? JSON.stringify(wish) : "") !== settled,
  };
}

export type Quoted = ReturnType<typeof useQuote>;
