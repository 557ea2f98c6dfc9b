import { Field, Select } from "../../../kit/index.ts";
import { CheckField, ChoiceField, MoneyField, NumberField, Part, TextField } from "../../parts/fields.tsx";
import { ListEditor } from "../../parts/list-editor.tsx";
import { useStrings } from "../../strings/use.ts";
import { ListText } from "./basics.tsx";
import { freshCondition } from "./conditions.ts";
import { type Draft, withCurrency } from "./draft.ts";
import { type Named, withIds } from "./ids.ts";
import { currencies } from "./lists.ts";
import { PriceRuleFields } from "./price-rule.tsx";
import type { SectionProps } from "./section.ts";
import { en } from "./strings.ts";
import { useRuleSummary } from "./use-rule-summary.ts";

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

/** How a list of the draft with ids is changed. */
const listOf = <L extends Named>({ draft, change, saved }: SectionProps, list: L) => ({
  at: `/${list}`,
  items: draft[list],
  onChange: (next: Draft[L]) =>
    change(
      withIds(
        draft,
        list,
        next,
        saved[list].map(({ id }) => id),
      ),
    ),
});

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

function Variants(props: SectionProps) {
  const { draft } = props;
  const { t, money } = useStrings(en);
  const fixed = draft.length_unit === "fixed";
  return (
    <ListEditor<Draft["variants"][number]>
      {...listOf(props, "variants")}
      fresh={() => ({
        id: "",
        name: "",
        description: null,
        duration_minutes: null,
        price: null,
        start_times: null,
        status: "active",
      })}
      add={t("addVariant")}
      name={(one) => one.name}
      summary={(one) =>
        [
          one.duration_minutes == null ? "" : t("minutes", { count: one.duration_minutes }),
          one.price == null || Number.isNaN(one.price) ? "" : money(one.price, draft.currency),
          one.status === "inactive" ? t("notOffered") : "",
        ]
          .filter(Boolean)
          .join(" · ")
      }
    >
      {(one, patch, at) => (
        <>
          <TextField
            at={`${at}/name`}
            label={t("name")}
            value={one.name}
            maxLength={80}
            onChange={(name) => patch({ name: name ?? "" })}
          />
          <TextField
            at={`${at}/description`}
            label={t("description")}
            optional
            value={one.description}
            maxLength={500}
            onChange={(description) => patch({ description })}
          />
          <div class="p-form-pair">
            {fixed && (
              <NumberField
                at={`${at}/duration_minutes`}
                label={t("variantDuration")}
                hint={t("asResource")}
                optional
                value={one.duration_minutes}
                onChange={(duration_minutes) => patch({ duration_minutes })}
              />
            )}
            <MoneyField
              at={`${at}/price`}
              label={`${t("amount")}, ${draft.currency}`}
              hint={t("asResource")}
              optional
              value={one.price}
              onChange={(price) => patch({ price })}
            />
          </div>
          {(fixed || draft.length_unit === "hour") && (
            <ListText
              at={`${at}/start_times`}
              label={t("startTimes")}
              hint={t("startTimesHint")}
              value={one.start_times ?? []}
              onChange={(times) => patch({ start_times: times.length ? times : null })}
            />
          )}
          <CheckField
            at={`${at}/status`}
            checked={one.status !== "inactive"}
            onChange={(active) => patch({ status: active ? "active" : "inactive" })}
          >
            {t("variantStatus")}
          </CheckField>
        </>
      )}
    </ListEditor>
  );
}

function Guests(props: SectionProps) {
  const { draft } = props;
  const { t, money } = useStrings(en);
  return (
    <ListEditor<Draft["guest_categories"][number]>
      {...listOf(props, "guest_categories")}
      fresh={() => ({ id: "", name: "", price: draft.price, takes_place: true, min: 0, max: 100 })}
      add={t("addGuest")}
      max={20}
      name={(one) => one.name}
      summary={(one) => (Number.isNaN(one.price) ? "" : money(one.price, draft.currency))}
    >
      {(one, patch, at) => (
        <>
          <div class="p-form-pair">
            <TextField
              at={`${at}/name`}
              label={t("name")}
              value={one.name}
              maxLength={60}
              onChange={(name) => patch({ name: name ?? "" })}
            />
            <MoneyField
              at={`${at}/price`}
              label={`${t("amount")}, ${draft.currency}`}
              value={one.price}
              onChange={(price) => patch({ price: required(price) })}
            />
          </div>
          <div class="p-form-pair">
            <NumberField
              at={`${at}/min`}
              label={t("fewest")}
              value={one.min ?? 0}
              onChange={(min) => patch({ min: required(min) })}
            />
            <NumberField
              at={`${at}/max`}
              label={t("most")}
              value={one.max ?? 100}
              onChange={(max) => patch({ max: required(max) })}
            />
          </div>
          <CheckField
            at={`${at}/takes_place`}
            checked={one.takes_place ?? true}
            hint={t("takesPlaceHint")}
            onChange={(takes_place) => patch({ takes_place })}
          >
            {t("takesPlace")}
          </CheckField>
        </>
      )}
    </ListEditor>
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

function AddOns(props: SectionProps) {
  const { draft } = props;
  const { t, money } = useStrings(en);
  return (
    <ListEditor<Draft["add_ons"][number]>
      {...listOf(props, "add_ons")}
      fresh={() => ({ id: "", name: "", description: null, price: 0, per: "booking", stock: null, max_quantity: 10 })}
      add={t("addAddOn")}
      name={(one) => one.name}
      summary={(one) =>
        [Number.isNaN(one.price) ? "" : money(one.price, draft.currency), one.per === "guest" ? t("perPlace") : ""]
          .filter(Boolean)
          .join(" ")
      }
    >
      {(one, patch, at) => (
        <>
          <div class="p-form-pair">
            <TextField
              at={`${at}/name`}
              label={t("name")}
              value={one.name}
              maxLength={60}
              onChange={(name) => patch({ name: name ?? "" })}
            />
            <MoneyField
              at={`${at}/price`}
              label={`${t("amount")}, ${draft.currency}`}
              value={one.price}
              onChange={(price) => patch({ price: required(price) })}
            />
            <ChoiceField
              at={`${at}/per`}
              label={t("perWhat")}
              value={one.per}
              onChange={(per) => patch({ per })}
              options={(["booking", "guest"] as const).map((value) => ({ value, label: t(`addOn.${value}`) }))}
            />
          </div>
          <TextField
            at={`${at}/description`}
            label={t("description")}
            optional
            value={one.description}
            maxLength={500}
            onChange={(description) => patch({ description })}
          />
          <div class="p-form-pair">
            <NumberField
              at={`${at}/stock`}
              label={t("stockOf")}
              hint={t("stockOfHint")}
              optional
              value={one.stock}
              onChange={(stock) => patch({ stock })}
            />
            <NumberField
              at={`${at}/max_quantity`}
              label={t("mostOf")}
              value={one.max_quantity ?? 10}
              onChange={(most) => patch({ max_quantity: required(most) })}
            />
          </div>
        </>
      )}
    </ListEditor>
  );
}
