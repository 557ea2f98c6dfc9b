import { Checkbox, Field, Input } from "../../../kit/index.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./form-strings.ts";
import type { PartProps } from "./guests.tsx";
import { Stepper } from "./stepper.tsx";

interface ExtrasProps extends PartProps {
  /** Why the code does not count. */
  code: string | undefined;
}

/** What is taken along for money, and what makes it cheaper. */
export function Extras({ resource, draft, wrong, code, onChange }: ExtrasProps) {
  const { t, money } = useStrings(en);
  const refused = code && (`code.${code}` in en ? t(`code.${code}` as "code.expired") : t("codeWrong"));
  const set = (id: string, quantity: number) => onChange({ add_ons: { ...draft.add_ons, [id]: quantity } });
  return (
    <>
      {resource.add_ons.length > 0 && (
        <div class="p-counts">
          {resource.add_ons.map(({ id, name, description, price, per, max_quantity = 10 }) => {
            const cost = money(price, resource.currency);
            const said = (
              <span class="p-count-name">
                {name}
                <span class="f-muted">
                  {per === "guest" ? t("addOnPer", { price: cost }) : t("addOnPerBooking", { price: cost })}
                  {description && ` · ${description}`}
                </span>
              </span>
            );
            // For every guest, or at most one: there is nothing to count.
            if (per === "guest" || max_quantity === 1)
              return (
                <Checkbox key={id} checked={(draft.add_ons[id] ?? 0) > 0} onChange={(on) => set(id, on ? 1 : 0)}>
                  {said}
                </Checkbox>
              );
            return (
              <div key={id} class="p-count">
                {said}
                <Stepper
                  name={name}
                  max={max_quantity}
                  value={draft.add_ons[id] ?? 0}
                  onChange={(quantity) => set(id, quantity)}
                />
              </div>
            );
          })}
          {wrong.add_ons && (
            <p class="f-error" role="alert">
              {wrong.add_ons}
            </p>
          )}
        </div>
      )}
      <Field label={t("code")} optional error={refused || wrong.promotion_code}>
        <Input
          value={draft.code}
          onInput={(text) => onChange({ code: text.toUpperCase() })}
          autocomplete="off"
          spellcheck={false}
          maxLength={40}
        />
      </Field>
    </>
  );
}
