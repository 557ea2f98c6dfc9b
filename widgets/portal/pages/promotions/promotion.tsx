import type { Promotion } from "../../../../sdk/index.ts";
import { useI18n } from "../../../kit/index.ts";
import { useAction, useQuery } from "../../data/hooks.ts";
import { ChoiceField, ManyField, MoneyField, NumberField, Part, TextField } from "../../parts/fields.tsx";
import { SheetPane, WaitingPane } from "../../parts/sheet-pane.tsx";
import { useSheet } from "../../parts/use-sheet.ts";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { en as sheet } from "../../strings/sheet.ts";
import { useStrings } from "../../strings/use.ts";
import { type Places, usePlaces } from "../bookings/use-places.ts";
import { changesOf } from "../resources/draft.ts";
import { currencies } from "../resources/lists.ts";
import { draftOf, freshDraft, inputOf, wrongIn } from "./draft.ts";
import { en } from "./strings.ts";

/** One promotion, to see and to change; `new` is one to come. */
export function PromotionPane({ id }: { id: string }) {
  const { t } = useStrings(en);
  const places = usePlaces();
  const query = useQuery(id === "new" ? undefined : ["promotion", id], (foyer) => foyer.promotions.retrieve(id), {
    on: ["promotion."],
  });
  if (places.company && (id === "new" || query.data))
    return <Edit promotion={query.data} places={places} put={query.put} reload={query.reload} />;
  return (
    <WaitingPane
      label={t("title")}
      back="/promotions"
      of={places.error ? { ...query, error: places.error, reload: places.reload } : query}
    />
  );
}

interface EditProps {
  promotion: Promotion | undefined;
  places: Places;
  put(promotion: Promotion): void;
  reload(): void;
}

const required = (value: number | null) => value ?? Number.NaN;

function Edit({ promotion, places, put, reload }: EditProps) {
  const { t } = useStrings(en);
  const words = useStrings(sheet);
  const statuses = useI18n<typeof shell>();
  const { foyer, can, router, toasts, cache } = usePortal();
  const start = promotion ? draftOf(promotion) : freshDraft(places.company?.currency ?? "USD");
  const write = can("promotions:write");
  const form = useSheet({
    start,
    wrong: (draft) => Object.fromEntries(Object.entries(wrongIn(draft)).map(([place, key]) => [place, t(key)])),
    reload,
    save: async (draft) => {
      const input = inputOf(draft);
      if (promotion) {
        const { code: _, ...changes } = changesOf(input, inputOf(start));
        put(await foyer.promotions.update(promotion.id, { ...changes, version: promotion.version }));
        toasts.show(words.t("saved"));
      } else {
        const made = await foyer.promotions.create(input);
        toasts.show(words.t("created", { name: made.code }));
        router.go(`/promotions/${made.id}`);
      }
      cache.hear({ type: "promotion.updated" });
    },
  });
  const deactivate = useAction(async () => {
    if (!promotion) return;
    put(await foyer.promotions.update(promotion.id, { status: "inactive", version: promotion.version }));
    cache.hear({ type: "promotion.updated" });
    toasts.show(words.t("saved"));
  });
  const { draft, change } = form;
  return (
    <SheetPane
      title={promotion?.code ?? t("new")}
      label={promotion ? t("label", { name: promotion.code }) : t("new")}
      back="/promotions"
      status={promotion?.status}
      sheet={form}
      create={promotion ? undefined : t("create")}
      currency={draft.currency}
      write={write}
      removal={
        promotion && {
          text: t("deleteText"),
          refused: {
            text: t("inUseText"),
            instead:
              promotion.status === "inactive"
                ? undefined
                : { label: t("deactivate"), run: () => void deactivate.run() },
          },
          remove: async () => {
            await foyer.promotions.delete(promotion.id);
            cache.hear({ type: "promotion.deleted" });
            router.go("/promotions");
          },
        }
      }
    >
      <Part title={t("what")}>
        {!promotion && (
          <TextField
            at="/code"
            label={t("code")}
            hint={t("codeHint")}
            value={draft.code}
            maxLength={40}
            onChange={(code) => change({ code: (code ?? "").toUpperCase() })}
          />
        )}
        <TextField
          at="/name"
          label={t("name")}
          hint={t("nameHint")}
          value={draft.name}
          maxLength={80}
          onChange={(name) => change({ name: name ?? "" })}
        />
        <div class="p-form-pair">
          <ChoiceField
            at="/kind"
            label={t("kind")}
            value={draft.kind}
            onChange={(kind) => change({ kind, value: kind === "percent" ? 10 : 1000 })}
            options={(["percent", "amount"] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          {draft.kind === "percent" ? (
            <NumberField
              key="percent"
              at="/value"
              label={t("percent")}
              value={draft.value}
              onChange={(value) => change({ value: required(value) })}
            />
          ) : (
            <MoneyField
              key="amount"
              at="/value"
              label={t("amount")}
              value={draft.value}
              onChange={(value) => change({ value: required(value) })}
            />
          )}
        </div>
        <div class="p-form-pair">
          <ChoiceField
            at="/currency"
            label={t("currency")}
            value={draft.currency}
            onChange={(currency) => change({ currency })}
            options={currencies(draft.currency).map((value) => ({ value, label: value }))}
          />
          <ChoiceField
            at="/status"
            label={t("status")}
            value={draft.status}
            onChange={(status) => change({ status })}
            options={(["active", "inactive"] as const).map((value) => ({
              value,
              label: statuses.t(`status.${value}`),
            }))}
          />
        </div>
      </Part>
      <Part title={t("when")} text={t("whenText")}>
        <div class="p-form-pair">
          <TextField
            at="/starts_on"
            type="date"
            label={t("first")}
            optional
            value={draft.starts_on}
            onChange={(starts_on) => change({ starts_on })}
          />
          <TextField
            at="/ends_on"
            type="date"
            label={t("last")}
            optional
            value={draft.ends_on}
            onChange={(ends_on) => change({ ends_on })}
          />
        </div>
      </Part>
      <Part title={t("limits")}>
        <div class="p-form-pair">
          <NumberField
            at="/max_uses"
            label={t("maxUses")}
            hint={t("unlimited")}
            optional
            value={draft.max_uses}
            onChange={(max_uses) => change({ max_uses })}
          />
          <NumberField
            at="/max_uses_per_contact"
            label={t("maxUsesEach")}
            hint={t("unlimited")}
            optional
            value={draft.max_uses_per_contact}
            onChange={(max_uses_per_contact) => change({ max_uses_per_contact })}
          />
        </div>
        <div class="p-form-pair">
          <MoneyField
            at="/min_total"
            label={`${t("minTotal")}, ${draft.currency}`}
            value={draft.min_total}
            onChange={(min_total) => change({ min_total: required(min_total) })}
          />
        </div>
      </Part>
      <Part title={t("resources")} text={t("resourcesText")}>
        <ManyField
          at="/resource_ids"
          label={t("resources")}
          value={draft.resource_ids}
          onChange={(resource_ids) => change({ resource_ids })}
          options={places.resources
            .filter(({ template }) => !template)
            .map((one) => ({ value: one.id, label: places.labelOf(one) }))}
        />
      </Part>
    </SheetPane>
  );
}
