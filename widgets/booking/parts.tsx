import type { Quote, Resource } from "@foyer/sdk";
import type { ComponentChildren } from "preact";
import { IconButton } from "../kit/controls/button.tsx";
import fieldStyles from "../kit/controls/field.css";
import { Icon } from "../kit/controls/icon.tsx";
import { chevronDown, clock, info, minus, plus, user, warning } from "../kit/icons.ts";
import { css } from "../kit/styles.ts";
import type { Entry, Flaw, Values } from "./flow.ts";
import { prices } from "./flow.ts";
import styles from "./parts.css";
import type { Say } from "./ui.ts";

css(fieldStyles + styles);

/** Day on one line, times with their zone on the next. */
export function when({ date, dateRange }: Say, from: string, to: string, timeZone: string | undefined) {
  const day = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone } as const;
  const time = { hour: "numeric", minute: "2-digit", timeZone, timeZoneName: "short" } as const;
  const first = date(from, day);
  return (
    <span class="when f-tabular">
      <strong>{first}</strong>
      <span>{dateRange(from, to, first === date(to, day) ? time : { ...time, day: "numeric", month: "short" })}</span>
    </span>
  );
}

/** Something changed that the visitor should know, with what they can do about it. */
export function note(title: string, text: string, actions?: ComponentChildren) {
  return (
    <div class="note" role="alert">
      <Icon of={info} />
      <div>
        <strong>{title}</strong>
        <p>{text}</p>
        <div class="row">{actions}</div>
      </div>
    </div>
  );
}

/** One less, how many, one more. */
export function stepper(
  { t, number }: Say,
  name: string,
  value: number,
  [min, max]: readonly [number, number],
  onChange: (value: number) => void,
  shown: ComponentChildren = number(value),
  step = 1,
) {
  const turn = (icon: string, label: "fewer" | "more", by: number) => (
    <IconButton
      icon={icon}
      variant="secondary"
      label={t(label, { name })}
      disabled={value + by < min || value + by > max}
      onClick={() => onChange(value + by)}
    />
  );
  return (
    <span class="steps">
      {turn(minus, "fewer", -step)}
      <output aria-live="polite">{shown}</output>
      {turn(plus, "more", step)}
    </span>
  );
}

/** A list of which one is chosen, for the zone and the venue. */
export function choice(label: string, value: string, options: [string, string][], onChange: (value: string) => void) {
  return (
    <span class="f-select">
      <select
        class="f-input"
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map(([key, text]) => (
          <option key={key} value={key} selected={key === value}>
            {text}
          </option>
        ))}
      </select>
      <Icon of={chevronDown} size={18} />
    </span>
  );
}

/** Something that is asked for, as the control that fits it. Its pointer is its id, and its name. */
export function field({ t }: Say, entry: Entry, values: Values, flaw: Flaw | undefined, edit: (patch: Values) => void) {
  const { at, label, kind, required, options, autocomplete } = entry;
  const value = values[at] ?? "";
  const input = {
    id: at,
    name: at,
    "aria-invalid": flaw ? ("true" as const) : undefined,
    "aria-describedby": flaw && `${at}!`,
    class: "f-input",
    value,
    onInput: (event: { currentTarget: { value: string } }) => edit({ [at]: event.currentTarget.value }),
  };
  const check = kind === "checkbox";
  const said = (
    <label for={at} class={check ? "" : "f-label"}>
      {label}
      {!required && <span class="f-optional"> ({t("kit.optional" as "name")})</span>}
    </label>
  );
  return (
    <div key={at} class={check ? "check" : `f-field ${kind}`}>
      {!check && said}
      {check ? (
        <input
          {...input}
          type="checkbox"
          class=""
          value="true"
          checked={value === "true"}
          onInput={(event) => edit({ [at]: String(event.currentTarget.checked) })}
        />
      ) : kind === "choice" ? (
        <span class="f-select">
          <select {...input}>
            {["", ...(options ?? [])].map((one) => (
              <option key={one} selected={one === value}>
                {one}
              </option>
            ))}
          </select>
          <Icon of={chevronDown} size={18} />
        </span>
      ) : kind === "area" ? (
        <textarea {...input} class="f-input f-textarea" rows={2} maxLength={2000} />
      ) : (
        <input
          {...input}
          // The JSX types of <input> differ by type; what is said here is common to all.
          type={(kind === "number" ? "text" : kind) as "text"}
          inputMode={kind === "number" ? "decimal" : undefined}
          autocomplete={autocomplete}
          maxLength={kind === "text" ? 200 : undefined}
        />
      )}
      {check && said}
      <div aria-live="polite" id={`${at}!`}>
        {flaw && (
          <div class="f-error">
            <Icon of={warning} size={16} />
            {t(flaw)}
          </div>
        )}
      </div>
    </div>
  );
}

/** Minutes in the largest units that say it. */
export function length({ t }: Say, minutes: number): string {
  const parts = [
    ["day", Math.floor(minutes / 1440)],
    ["hour", Math.floor((minutes % 1440) / 60)],
    ["minute", minutes % 60],
  ] as const;
  return parts.flatMap(([unit, count]) => (count ? t(unit, { count }) : [])).join(" ");
}

/** How long, for how many: the line under a name. */
export function facts(
  say: Say,
  { length_unit: unit, duration_minutes, min_length, max_party, requires_approval }: Resource,
) {
  const { t } = say;
  return (
    <span class="facts">
      <span>
        <Icon of={clock} size={16} />
        {unit === "fixed" ? length(say, duration_minutes) : t("atLeast", { length: t(unit, { count: min_length }) })}
      </span>
      {max_party > 1 && (
        <span>
          <Icon of={user} size={16} />
          {t("upTo", { count: max_party })}
        </span>
      )}
      {requires_approval && <span>{t("approval")}</span>}
    </span>
  );
}

/** What it costs before anything was chosen: "From €12.50 per hour". */
export function priceOf({ t, money }: Say, resource: Resource): string {
  const { price_per, max_party, currency, length_unit: unit } = resource;
  const all = prices(resource);
  const least = Math.min(...all);
  if (!Math.max(...all)) return t("free");
  let price = money(least, currency);
  if (price_per === "place" && max_party > 1) price = t("perPlace", { price });
  if (unit !== "fixed") price = t("per", { price, unit: t(`${unit}One`) });
  return least === Math.max(...all) ? price : t("from", { price });
}

/** How a price came about, and what of it is due when. */
export function bill({ t, money, number }: Say, { lines, total, deposit, tax_included, currency }: NonNullable<Quote>) {
  const cash = (amount: number) => money(amount, currency);
  return (
    <div class="bill">
      <details>
        <summary>
          <span>{t("total")}</span>
          <strong>{total ? cash(total) : t("free")}</strong>
        </summary>
        <ul>
          {lines.map(({ kind, label, quantity, unit_amount, amount }, index) => (
            <li key={index}>
              <span>
                <bdi>{label}</bdi>
                {quantity > 1 && ` · ${number(quantity)} × ${cash(unit_amount)}`}
                {kind === "tax" && tax_included && ` (${t("included")})`}
              </span>
              <span>{cash(amount)}</span>
            </li>
          ))}
        </ul>
      </details>
      {total > 0 && (
        <p class="small">
          {[
            deposit < total && t("onSite", { price: cash(total - deposit) }),
            deposit > 0 && t("deposit", { price: cash(deposit) }),
          ]
            .filter(Boolean)
            .join(", ")}
        </p>
      )}
    </div>
  );
}
