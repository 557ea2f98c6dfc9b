import { useList } from "../../data/hooks.ts";
import { CheckField, ChoiceField, MoneyField, NumberField, Part } from "../../parts/fields.tsx";
import { ListEditor } from "../../parts/list-editor.tsx";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import type { Draft } from "./draft.ts";
import { HoursEditor } from "./hours-editor.tsx";
import type { SectionProps } from "./section.ts";
import { en } from "./strings.ts";

const required = (value: number | null) => value ?? Number.NaN;

/** How many it takes, where, and what it needs. */
export function Room({ draft, change, places }: SectionProps) {
  const { t } = useStrings(en);
  const number = (name: "capacity" | "min_party" | "max_party", label: string) => (
    <NumberField
      at={`/${name}`}
      label={label}
      value={draft[name]}
      onChange={(value) => change({ [name]: required(value) })}
    />
  );
  return (
    <>
      <Part title={t("howMany")}>
        <div class="p-form-pair">
          {number("capacity", t("capacity"))}
          {number("min_party", t("minParty"))}
          {number("max_party", t("maxParty"))}
        </div>
        <div class="p-form-pair">
          <ChoiceField
            at="/sharing"
            label={t("sharing")}
            value={draft.sharing}
            onChange={(sharing) =>
              change({ sharing, ...(sharing === "private" ? { private_price: null, min_to_run: null } : {}) })
            }
            options={(["shared", "private"] as const).map((value) => ({ value, label: t(`sharing.${value}`) }))}
          />
          {draft.sharing === "shared" && (
            <MoneyField
              at="/private_price"
              label={`${t("privatePrice")}, ${draft.currency}`}
              hint={t("privatePriceHint")}
              optional
              value={draft.private_price}
              onChange={(private_price) => change({ private_price })}
            />
          )}
        </div>
        {draft.sharing === "shared" && (
          <div class="p-form-pair">
            <NumberField
              at="/min_to_run"
              label={t("minToRun")}
              hint={t("minToRunHint")}
              optional
              value={draft.min_to_run}
              onChange={(min_to_run) => change({ min_to_run })}
            />
          </div>
        )}
        <CheckField
          at="/requires_approval"
          checked={draft.requires_approval}
          hint={t("approvalHint")}
          onChange={(requires_approval) => change({ requires_approval })}
        >
          {t("approval")}
        </CheckField>
      </Part>
      <Part title={t("alsoAt")} text={t("alsoAtText")}>
        <AlsoAt draft={draft} change={change} places={places} />
      </Part>
      <Part title={t("needs")} text={t("needsText")}>
        <Needs draft={draft} change={change} />
      </Part>
    </>
  );
}

function AlsoAt({ draft, change, places }: Omit<SectionProps, "saved">) {
  const { t, money } = useStrings(en);
  const taken = [draft.venue_id, ...draft.also_at.map(({ venue_id }) => venue_id)];
  const free = places.venues.filter(({ id }) => !taken.includes(id));
  return (
    <>
      <ListEditor<Draft["also_at"][number]>
        at="/also_at"
        items={draft.also_at}
        onChange={(also_at) => change({ also_at })}
        fresh={() => ({ venue_id: free[0]?.id ?? "", price: null, capacity: null, hours: null })}
        add={t("addPlace")}
        unordered
        max={draft.also_at.length + free.length}
        name={(one) => places.venueOf(one.venue_id)?.name}
        summary={(one) =>
          [
            one.price == null ? "" : money(one.price, draft.currency),
            one.capacity == null ? "" : `${t("capacity")}: ${one.capacity}`,
          ]
            .filter(Boolean)
            .join(" · ")
        }
      >
        {(one, patch, at) => (
          <>
            <div class="p-form-pair">
              <ChoiceField
                at={`${at}/venue_id`}
                label={t("venue")}
                value={one.venue_id}
                onChange={(venue_id) => patch({ venue_id })}
                options={places.venues
                  .filter(({ id }) => id === one.venue_id || !taken.includes(id))
                  .map(({ id, name }) => ({ value: id, label: name }))}
              />
              <MoneyField
                at={`${at}/price`}
                label={`${t("priceThere")}, ${draft.currency}`}
                hint={t("asAtHome")}
                optional
                value={one.price}
                onChange={(price) => patch({ price })}
              />
              <NumberField
                at={`${at}/capacity`}
                label={t("capacityThere")}
                hint={t("asAtHome")}
                optional
                value={one.capacity}
                onChange={(capacity) => patch({ capacity })}
              />
            </div>
            <CheckField
              at={`${at}/own_hours`}
              checked={!!one.hours}
              hint={t("ownHoursThereHint")}
              onChange={(own) => patch({ hours: own ? (places.venueOf(one.venue_id)?.hours ?? []) : null })}
            >
              {t("ownHoursThere")}
            </CheckField>
            {one.hours && <HoursEditor value={one.hours} onChange={(hours) => patch({ hours })} />}
          </>
        )}
      </ListEditor>
      {draft.also_at.length > 0 && (
        <div class="p-form-pair">
          <ChoiceField
            at="/stock"
            label={t("stock")}
            value={draft.stock}
            onChange={(stock) => change({ stock })}
            options={(["shared", "per_venue"] as const).map((value) => ({ value, label: t(`stock.${value}`) }))}
          />
        </div>
      )}
    </>
  );
}

function Needs({ draft, change }: Pick<SectionProps, "draft" | "change">) {
  const { t } = useStrings(en);
  const { can } = usePortal();
  const pools = useList(can("staffing:read") ? ["pools"] : undefined, (foyer, page) => foyer.pools.list(page), {
    on: ["pool.", "unit."],
    size: 200,
  });
  const free = pools.items.filter(({ id }) => !draft.requirements.some(({ pool_id }) => pool_id === id));
  if (!pools.loading && pools.items.length === 0 && draft.requirements.length === 0)
    return (
      <p class="f-muted">
        {t("noPools")} <a href={href("/staff/pools")}>{t("makePools")}</a>
      </p>
    );
  return (
    <ListEditor<Draft["requirements"][number]>
      at="/requirements"
      items={draft.requirements}
      onChange={(requirements) => change({ requirements })}
      fresh={() => ({ pool_id: free[0]?.id ?? "", count: 1, per: null })}
      add={t("addNeed")}
      unordered
      max={Math.min(10, draft.requirements.length + free.length)}
      name={(need) => pools.items.find(({ id }) => id === need.pool_id)?.name}
      summary={({ count = 1, per }) =>
        per == null ? t("needSummary", { count }) : t("needPerSummary", { count, per })
      }
    >
      {(need, patch, at) => (
        <div class="p-form-pair">
          <ChoiceField
            at={`${at}/pool_id`}
            label={t("pool")}
            value={need.pool_id}
            onChange={(pool_id) => patch({ pool_id })}
            options={pools.items
              .filter(({ id }) => id === need.pool_id || free.some((one) => one.id === id))
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
          <NumberField
            at={`${at}/count`}
            label={t("count")}
            value={need.count ?? 1}
            onChange={(count) => patch({ count: required(count) })}
          />
          <NumberField
            at={`${at}/per`}
            label={t("perGuests")}
            hint={t("perGuestsHint")}
            optional
            value={need.per}
            onChange={(per) => patch({ per })}
          />
        </div>
      )}
    </ListEditor>
  );
}
