import type { Quote } from "../../../../sdk/index.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./form-strings.ts";

/** How a price came about, line by line. */
export function PriceLines({ of: quote }: { of: NonNullable<Quote> }) {
  const { t, money, number } = useStrings(en);
  const { currency } = quote;
  const amount = (minor: number) => money(minor, currency);
  return (
    <table class="p-lines f-tabular">
      <caption class="f-hidden">{t("price")}</caption>
      <tbody>
        {quote.lines.map((line, at) => (
          <tr key={at} class={`p-line-${line.kind}`}>
            <th scope="row">
              {line.label}
              {line.quantity !== 1 && (
                <span class="f-muted">
                  {" "}
                  {number(line.quantity)} × {amount(line.unit_amount)}
                </span>
              )}
              {line.kind === "tax" && quote.tax_included && <span class="f-muted"> ({t("taxIncluded")})</span>}
            </th>
            <td>{amount(line.amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr class="p-line-total">
          <th scope="row">{t("total")}</th>
          <td>{amount(quote.total)}</td>
        </tr>
        {quote.deposit > 0 && quote.deposit < quote.total && (
          <tr>
            <th scope="row">{t("deposit")}</th>
            <td>{amount(quote.deposit)}</td>
          </tr>
        )}
      </tfoot>
    </table>
  );
}
