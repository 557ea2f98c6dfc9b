import { ProblemError, type QuoteInput } from "../../../../sdk/index.ts";
import { useQuery, useSettled } from "../../data/hooks.ts";

const on = ["resource.", "venue.", "promotion.", "company."];

/** The price of a wish, asked for once the wish rests; a code that does not count is left out of it. */
export function useQuote(wish: QuoteInput | undefined) {
  const settled = useSettled(wish ? JSON.stringify(wish) : "", 250);
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

/** What two or more wishes cost together, each as many times as it is repeated; undefined until all of them have a price. */
export function useTotal(wishes: readonly (QuoteInput | undefined)[], times: readonly number[]) {
  const complete = wishes.length > 1 && wishes.every((wish) => wish !== undefined);
  const settled = useSettled(complete ? JSON.stringify(wishes) : "", 250);
  const query = useQuery(
    settled ? ["quotes", settled] : undefined,
    (foyer) => Promise.all((JSON.parse(settled) as QuoteInput[]).map((wish) => foyer.quotes.create(wish))),
    { on, keep: true },
  );
  const quotes = query.data?.filter((quote) => quote !== null) ?? [];
  const [first] = quotes;
  if (!first || query.error || quotes.length !== wishes.length) return undefined;
  const amount = quotes.reduce((sum, { total }, at) => sum + total * (times[at] ?? 1), 0);
  return { amount, currency: first.currency };
}
