import { Field, Select } from "../../../kit/index.ts";
import { ChoiceField, MoneyField, NumberField, Part } from "../../parts/fields.tsx";
import { ListEditor } from "../../parts/list-editor.tsx";
import { useStrings } from "../../strings/use.ts";
import { AddOns } from "./add-ons.tsx";
import { freshCondition } from "./conditions.ts";
import { type Draft, withCurrency } from "./draft.ts";
import { Guests } from "./guests.tsx";
import { listOf } from "./list-of.ts";
import { currencies } from "./lists.ts";
import { PriceRuleFields } from "./price-rule.tsx";
import type { SectionProps } from "./section.ts";
import { en } from "./strings.ts";
import { useRuleSummary } from "./use-rule-summary.ts";
import { Variants } from "./variants.tsx";

const required = (value: number | null) => value ?? Number.NaN;

/** What it costs, and what changes that. */
export function Prices(props: SectionProps) {
  const { draft, change } = props;
  const { t } = useStrings(en);
  const unit = draft.length_unit;
  return (
    <>
      <Part title={t("thePrice")}>
        <div class="p-form-pair">
          <MoneyField
            at="/price"
            label={t(unit === "fixed" ? "amount" : `amount.${unit}`)}
            value={draft.price}
            onChange={(price) => change({ price: required(price) })}
          />
          <ChoiceField
            at="/currency"
            label={t("currency")}
            value={draft.currency}
            onChange={(currency) => change(withCurrency(draft, currency))}
            options={currencies(draft.currency).map((value) => ({ value, label: value }))}
          />
          <ChoiceField
            at="/price_per"
            label={t("per")}
            value={draft.price_per}
            onChange={(price_per) => change({ price_per })}
            options={(["place", "booking"] as const).map((value) => ({ value, label: t(`per.${value}`) }))}
          />
        </div>
        <DepositFields {...props} />
      </Part>
      <Part title={t("variants")} text={t("variantsText")}>
        <Variants {...props} />
      </Part>
      <Part title={t("guests")} text={t("guestsText")}>
        <Guests {...props} />
      </Part>
      <Part title={t("rules")} text={t("rulesText")}>
        <Rules {...props} />
      </Part>
      <Part title={t("addOns")} text={t("addOnsText")}>
        <AddOns {...props} />
      </Part>
    </>
  );
}

function DepositFields({ draft, change, places }: SectionProps) {
  const { t } = useStrings(en);
  const kind = draft.deposit?.kind ?? "company";
  return (
    <div class="p-form-pair">
      <Field label={t("deposit")}>
        <Select
          value={kind}
          onChange={(next) =>
            change({
              deposit: next === "company" ? null : { kind: next as "none", value: next === "percent" ? 20 : 0 },
            })
          }
          options={(["company", "none", "percent", "amount"] as const).map((value) => ({
            value,
            label: t(`deposit.${value}`, { count: places.company?.deposit_percentage ?? 0 }),
          }))}
        />
      </Field>
      {draft.deposit?.kind === "percent" && (
        <NumberField
          at="/deposit/value"
          label={t("share")}
          value={draft.deposit.value}
          onChange={(value) => change({ deposit: { kind: "percent", value: required(value) } })}
        />
      )}
      {draft.deposit?.kind === "amount" && (
        <MoneyField
          at="/deposit/value"
          label={`${t("amount")}, ${draft.currency}`}
          value={draft.deposit.value}
          onChange={(value) => change({ deposit: { kind: "amount", value: required(value) } })}
        />
      )}
    </div>
  );
}

function Rules(props: SectionProps) {
  const { draft, places } = props;
  const { t } = useStrings(en);
  const summary = useRuleSummary(draft, places);
  return (
    <ListEditor<Draft["price_rules"][number]>
      {...listOf(props, "price_rules")}
      fresh={() => ({
        id: "",
        name: "",
        when: freshCondition("weekdays", draft, ""),
        change: { kind: "percent", value: 10 },
      })}
      add={t("addRule")}
      name={(rule) => rule.name}
      summary={summary}
    >
      {(rule, patch, at) => <PriceRuleFields rule={rule} onChange={patch} at={at} draft={draft} places={places} />}
    </ListEditor>
  );
}
