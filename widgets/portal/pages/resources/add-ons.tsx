import { ChoiceField, MoneyField, NumberField, TextField } from "../../parts/fields.tsx";
import { ListEditor } from "../../parts/list-editor.tsx";
import { useStrings } from "../../strings/use.ts";
import type { Draft } from "./draft.ts";
import { listOf } from "./list-of.ts";
import type { SectionProps } from "./section.ts";
import { en } from "./strings.ts";

const required = (value: number | null) => value ?? Number.NaN;

/** What can be taken along for money. */
export function AddOns(props: SectionProps) {
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
