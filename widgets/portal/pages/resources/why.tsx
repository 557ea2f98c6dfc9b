import type { Quote, QuoteLine, Resource } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Badge, Icon, IconButton, Skeleton } from "../../../kit/index.ts";
import { useQuery } from "../../data/hooks.ts";
import { Shown } from "../../parts/shown.tsx";
import { useStrings } from "../../strings/use.ts";
import type { Question } from "./asked.ts";
import { type Reason, reasons } from "./reasons.ts";
import { en } from "./strings.ts";

interface WhyProps {
  resource: Resource;
  zone: string;
  time: { starts_at: string; ends_at: string | undefined };
  question: Question;
  /** What stands in a visitor's way, though not in staff's. */
  barred: readonly Reason[];
  onClose(): void;
}

/** What one time costs, and each check of it in plain words. */
export function Why({ resource, zone, time, question, barred, onClose }: WhyProps) {
  const { t, date, dateRange } = useStrings(en);
  const ends = time.ends_at ? { ends_at: time.ends_at } : {};
  const { length: _, ...asked } = question.slots;
  const key = [resource.version, question, time];
  const checks = useQuery(
    ["availability", "explanation", ...key],
    (foyer) => foyer.availability.explain({ ...asked, starts_at: time.starts_at, ...ends }),
    { on: ["booking.", "resource.", "venue.", "block.", "shift."], keep: true },
  );
  const range = resource.length_unit === "fixed" ? {} : ends;
  const quote = useQuery(["quote", ...key], (foyer) =>
    foyer.quotes.create({ ...question.quote, starts_at: time.starts_at, ...range }),
  );
  const options = { dateStyle: "medium", timeStyle: "short", timeZone: zone } as const;
  return (
    <section class="p-why" aria-label={date(time.starts_at, options)}>
      <div class="p-why-head">
        <h3>{time.ends_at ? dateRange(time.starts_at, time.ends_at, options) : date(time.starts_at, options)}</h3>
        <IconButton size="s" icon={icons.close} label={t("closes")} onClick={onClose} />
      </div>
      <Shown of={checks} skeleton={<Skeleton lines={5} height="20px" />}>
        {({ available, checks: all }) => (
          <>
            <Verdict available={available && barred.length === 0} />
            <ul class="p-why-checks">
              {all
                .map((one) => ({ ...one, passed: one.passed && !barred.includes(one.code as Reason) }))
                .sort((one, other) => Number(one.passed) - Number(other.passed))
                .map(({ code, passed }) => (
                  <li key={code} class={passed ? undefined : "p-why-failed"}>
                    <Icon of={passed ? icons.check : icons.warning} size={16} />
                    <span class="f-hidden">{t(passed ? "passed" : "failed")}: </span>
                    {reasons[code as Reason][passed ? 0 : 1]}
                  </li>
                ))}
            </ul>
          </>
        )}
      </Shown>
      <h3>{t("priceOf")}</h3>
      {quote.data ? (
        <Lines quote={quote.data} />
      ) : quote.error ? (
        <p class="f-muted">{t("noPrice")}</p>
      ) : (
        <Skeleton lines={3} height="18px" />
      )}
    </section>
  );
}

function Verdict({ available }: { available: boolean }) {
  const { t } = useStrings(en);
  return <Badge tone={available ? "success" : "warning"}>{t(available ? "canBook" : "cannotBook")}</Badge>;
}

/** A price, line by line. */
function Lines({ quote }: { quote: NonNullable<Quote> }) {
  const { t, money } = useStrings(en);
  const amount = (value: number) => money(value, quote.currency);
  const many = ({ quantity, unit_amount }: QuoteLine) => (quantity > 1 ? `${quantity} × ${amount(unit_amount)}` : "");
  return (
    <table class="p-why-price">
      <tbody>
        {quote.lines.map((line, at) => (
          <tr key={at}>
            <th scope="row">
              {line.kind === "tax" && quote.tax_included ? t("taxIncluded") : line.label}{" "}
              <span class="f-muted f-tabular">{many(line)}</span>
            </th>
            <td>{amount(line.amount)}</td>
          </tr>
        ))}
        <tr class="p-why-total">
          <th scope="row">{t("total")}</th>
          <td>{amount(quote.total)}</td>
        </tr>
        {quote.deposit > 0 && quote.deposit < quote.total && (
          <tr>
            <th scope="row" class="f-muted">
              {t("depositDue")}
            </th>
            <td>{amount(quote.deposit)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
