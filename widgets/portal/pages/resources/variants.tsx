import { CheckField, MoneyField, NumberField, TextField } from "../../parts/fields.tsx";
import { ListEditor } from "../../parts/list-editor.tsx";
import { useStrings } from "../../strings/use.ts";
import { ListText } from "./basics.tsx";
import type { Draft } from "./draft.ts";
import { listOf } from "./list-of.ts";
import type { SectionProps } from "./section.ts";
import { en } from "./strings.ts";

/** Products made of one resource. */
export function Variants(props: SectionProps) {
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
