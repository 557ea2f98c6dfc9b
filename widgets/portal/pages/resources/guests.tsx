import { CheckField, MoneyField, NumberField, TextField } from "../../parts/fields.tsx";
import { ListEditor } from "../../parts/list-editor.tsx";
import { useStrings } from "../../strings/use.ts";
import type { Draft } from "./draft.ts";
import { listOf } from "./list-of.ts";
import type { SectionProps } from "./section.ts";
import { en } from "./strings.ts";

const required = (value: number | null) => value ?? Number.NaN;

/** The kinds of guests that are priced apart. */
export function Guests(props: SectionProps) {
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
