import type { Resource } from "../../../../sdk/index.ts";
import { Checkbox, Field } from "../../../kit/index.ts";
import { useStrings } from "../../strings/use.ts";
import type { Draft } from "./draft.ts";
import { en } from "./form-strings.ts";
import { Stepper } from "./stepper.tsx";

export interface PartProps {
  resource: Resource;
  draft: Draft;
  /** Messages by field. */
  wrong: Record<string, string>;
  onChange(patch: Partial<Draft>): void;
}

/** Who comes: so many of each category, or so many. */
export function Guests({ resource, draft, wrong, onChange }: PartProps) {
  const { t, money } = useStrings(en);
  const { guest_categories, min_party, max_party, private_price, sharing, currency } = resource;
  const bounds = min_party < max_party ? t("partyHint", { min: min_party, max: max_party }) : undefined;
  return (
    <>
      {guest_categories.length === 0 ? (
        <Field label={t("party")} hint={bounds} error={wrong.party}>
          <Stepper
            name={t("party")}
            min={1}
            max={10_000}
            value={draft.party}
            onChange={(party) => onChange({ party })}
          />
        </Field>
      ) : (
        <fieldset class="p-counts">
          <legend class="f-label">{t("whoComes")}</legend>
          {bounds && <p class="f-hint">{bounds}</p>}
          {guest_categories.map(({ id, name, price, takes_place = true, max = 100 }) => (
            <div key={id} class="p-count">
              <span class="p-count-name">
                {name}
                <span class="f-muted">
                  {money(price, currency)}
                  {!takes_place && ` · ${t("takesNoPlace")}`}
                </span>
              </span>
              <Stepper
                name={name}
                max={max}
                value={draft.guests[id] ?? 0}
                onChange={(count) => onChange({ guests: { ...draft.guests, [id]: count } })}
              />
            </div>
          ))}
          {(wrong.guests ?? wrong.party) && (
            <p class="f-error" role="alert">
              {wrong.guests ?? wrong.party}
            </p>
          )}
        </fieldset>
      )}
      {sharing === "shared" && (private_price !== null || draft.private) && (
        <Checkbox
          checked={draft.private}
          hint={private_price === null ? undefined : t("privateHint", { price: money(private_price, currency) })}
          error={wrong.private}
          onChange={(on) => onChange({ private: on })}
        >
          {t("private")}
        </Checkbox>
      )}
    </>
  );
}
