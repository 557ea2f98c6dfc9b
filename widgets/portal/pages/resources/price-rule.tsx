import type { ComponentChildren } from "preact";
import type { PriceCondition, PriceRule } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Icon, IconButton, Menu, today } from "../../../kit/index.ts";
import { ChoiceField, ManyField, MoneyField, NumberField, TextField, useForm } from "../../parts/fields.tsx";
import { useStrings } from "../../strings/use.ts";
import type { Places } from "../bookings/use-places.ts";
import {
  type Condition,
  conditionsFor,
  conditionsIn,
  freshCondition,
  withCondition,
  withoutCondition,
} from "./conditions.ts";
import type { Draft } from "./draft.ts";
import { weekdays } from "./hours.ts";
import { en } from "./strings.ts";
import { useWeekdayName } from "./use-weekday-name.ts";

interface PriceRuleFieldsProps {
  rule: PriceRule;
  onChange(patch: Partial<PriceRule>): void;
  at: string;
  draft: Draft;
  places: Places;
}

/** When a rule holds, and what it does to the price. */
export function PriceRuleFields({ rule, onChange, at, draft, places }: PriceRuleFieldsProps) {
  const { t } = useStrings(en);
  const { errors } = useForm();
  const { when, change } = rule;
  const free = conditionsFor(draft, when);
  return (
    <>
      <TextField
        at={`${at}/name`}
        label={t("name")}
        value={rule.name}
        maxLength={60}
        onChange={(name) => onChange({ name: name ?? "" })}
      />
      <fieldset class="p-when">
        <legend class="f-label">{t("when")}</legend>
        {conditionsIn(when).map((kind) => (
          <div key={kind} class="p-when-row">
            <ConditionFields
              kind={kind}
              when={when}
              at={`${at}/when`}
              draft={draft}
              places={places}
              onChange={(patch) => onChange({ when: withCondition(when, patch) })}
            />
            <IconButton
              size="s"
              icon={icons.close}
              label={t("removeCondition", { name: t(`when.${kind}`) })}
              onClick={() => onChange({ when: withoutCondition(when, kind) })}
            />
          </div>
        ))}
        {conditionsIn(when).length === 0 && (
          <p class={errors[`${at}/when`] ? "f-error" : "f-hint"}>{t("noCondition")}</p>
        )}
        {free.length > 0 && (
          <span class="p-chip">
            <Menu
              size="s"
              items={free.map((kind) => ({
                label: t(`when.${kind}`),
                onSelect: () => onChange({ when: { ...when, ...freshCondition(kind, draft, today()) } }),
              }))}
            >
              <span class="p-chip-text">
                <Icon of={icons.plus} size={14} />
                {t("addCondition")}
              </span>
            </Menu>
          </span>
        )}
      </fieldset>
      <div class="p-form-pair">
        <ChoiceField
          at={`${at}/change/kind`}
          label={t("rule_change")}
          value={change.kind}
          onChange={(kind) => onChange({ change: { kind, value: kind === "percent" ? 10 : 0 } })}
          options={(["percent", "amount", "set"] as const).map((value) => ({ value, label: t(`change.${value}`) }))}
        />
        {change.kind === "percent" ? (
          <NumberField
            at={`${at}/change/value`}
            label={t("percent")}
            signed
            value={change.value}
            onChange={(value) => onChange({ change: { ...change, value: value ?? Number.NaN } })}
          />
        ) : (
          <MoneyField
            at={`${at}/change/value`}
            label={`${t("amount")}, ${draft.currency}`}
            signed={change.kind === "amount"}
            value={change.value}
            onChange={(value) => onChange({ change: { ...change, value: value ?? Number.NaN } })}
          />
        )}
      </div>
    </>
  );
}

interface ConditionProps {
  kind: Condition;
  when: PriceCondition;
  at: string;
  draft: Draft;
  places: Places;
  onChange(patch: { [K in keyof PriceCondition]?: PriceCondition[K] | null }): void;
}

function ConditionFields({ kind, when, at, draft, places, onChange }: ConditionProps) {
  const { t } = useStrings(en);
  const weekdayName = useWeekdayName();
  // Of two bounds one has to stay.
  const number = (
    key: "min_party" | "max_party" | "days_ahead_min" | "days_ahead_max" | "min_length" | "min_occupancy",
    label: string,
    other?: keyof PriceCondition,
  ) => (
    <NumberField
      at={`${at}/${key}`}
      label={label}
      optional={other !== undefined && when[other] !== undefined}
      value={when[key]}
      onChange={(value) => onChange({ [key]: value })}
    />
  );
  const text = (
    key: "from_time" | "to_time" | "from_date" | "to_date",
    type: "time" | "date",
    label: string,
    other: keyof PriceCondition,
  ) => (
    <TextField
      at={`${at}/${key}`}
      type={type}
      label={label}
      optional={when[other] !== undefined}
      value={when[key]}
      onChange={(value) => onChange({ [key]: value ?? (when[other] === undefined ? "" : null) })}
    />
  );
  const many = (key: "venue_ids" | "variant_ids" | "guest_categories", options: { id: string; name: string }[]) => (
    <ManyField
      at={`${at}/${key}`}
      label={t(`when.${key}`)}
      value={when[key] ?? []}
      onChange={(value) => onChange({ [key]: value })}
      options={options.map(({ id, name }) => ({ value: id, label: name || id }))}
    />
  );
  switch (kind) {
    case "weekdays":
      return (
        <ManyField
          at={`${at}/weekdays`}
          label={t("when.weekdays")}
          value={when.weekdays ?? []}
          onChange={(value) => onChange({ weekdays: value })}
          options={weekdays.map((value) => ({ value, label: weekdayName(value, "short") }))}
        />
      );
    case "time":
      return (
        <Pair label={t("when.time")}>
          {text("from_time", "time", t("from"), "to_time")}
          {text("to_time", "time", t("before_"), "from_time")}
        </Pair>
      );
    case "dates":
      return (
        <Pair label={t("when.dates")}>
          {text("from_date", "date", t("from"), "to_date")}
          {text("to_date", "date", t("until"), "from_date")}
        </Pair>
      );
    case "party":
      return (
        <Pair label={t("when.party")}>
          {number("min_party", t("atLeast"), "max_party")}
          {number("max_party", t("atMost"), "min_party")}
        </Pair>
      );
    case "days_ahead":
      return (
        <Pair label={t("when.days_ahead")}>
          {number("days_ahead_min", t("atLeast"), "days_ahead_max")}
          {number("days_ahead_max", t("atMost"), "days_ahead_min")}
        </Pair>
      );
    case "min_length":
    case "min_occupancy":
      return number(kind, t(`when.${kind}`));
    case "guest_categories":
      return many(kind, draft.guest_categories);
    case "variant_ids":
      return many(kind, draft.variants);
    case "venue_ids":
      return many(
        kind,
        [draft.venue_id, ...draft.also_at.map(({ venue_id }) => venue_id)].map((id) => ({
          id,
          name: places.venueOf(id)?.name ?? id,
        })),
      );
  }
}

/** Two bounds of one thing. */
function Pair({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <fieldset class="p-when-pair">
      <legend class="f-label">{label}</legend>
      <div class="p-form-pair">{children}</div>
    </fieldset>
  );
}
