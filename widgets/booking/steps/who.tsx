import { placesOf } from "../catalogue.ts";
import { fits, sizeOf } from "../flow.ts";
import { choice, stepper } from "../parts.tsx";
import { chips } from "../resources.tsx";
import { known, resourceOf, venueOf } from "../state.ts";
import type { Ui } from "../ui.ts";

/** Where, which, and for whom: whatever of it there is a choice of. */
export function who(ui: Ui, before: boolean) {
  const { t, money, state, flow } = ui;
  const { wish } = state;
  const resource = resourceOf(state);
  if (!wish || !resource) return null;
  const { min_party: min, max_party: max, guest_categories, currency, private_price } = resource;
  const venues = known(state)?.venues.filter(({ id }) => placesOf(resource).includes(id)) ?? [];
  const variants = resource.variants.filter(({ status }) => status !== "inactive");
  const size = sizeOf(resource, wish);
  const rows = guest_categories.map(({ id, name, price, takes_place, min: least = 0, max: most = 100 }) => {
    const count = wish.guests?.[id] ?? 0;
    const room = takes_place === false ? most : Math.min(most, count + max - size);
    const set = (value: number) => flow.steps!.want({ guests: { ...wish.guests, [id]: value } });
    return [name, price ? money(price, currency) : t("free"), count, [least, room], set] as const;
  });
  if (!rows.length && min < max) rows.push([t("party"), "", size, [min, max], (party) => flow.steps!.want({ party })]);
  return (
    <div class="who">
      {before && venues.length > 1 && (
        <div class="between">
          <span class="f-label">{t("place")}</span>
          {choice(
            t("place"),
            venueOf(state)?.id ?? "",
            venues.map(({ id, name }) => [id, name]),
            (id) => flow.steps!.want({ venue_id: id === resource.venue_id ? undefined : id }),
          )}
        </div>
      )}
      {before &&
        variants.length > 0 &&
        chips(
          t("variant"),
          variants.map(({ id, name, price }) => [
            id,
            <>
              <bdi>{name}</bdi> {price != null && <span class="small">{money(price, currency)}</span>}
            </>,
          ]),
          wish.variant_id,
          (variant_id) => flow.steps!.want({ variant_id }),
        )}
      {rows.map(([name, price, count, range, set]) => (
        <div key={name} class="between">
          <span>
            <bdi class="f-label">{name}</bdi> <span class="small">{price}</span>
          </span>
          {stepper(ui, name, count, range, set)}
        </div>
      ))}
      {rows.length > 0 && (size >= max || !fits(resource, wish)) && (
        <p class="small" role="status">
          {t("bounds", { min, max })}
        </p>
      )}
      {private_price != null && resource.sharing === "shared" && (
        <label class="check">
          <input
            type="checkbox"
            checked={!!wish.private}
            onChange={(event) => flow.steps!.want({ private: event.currentTarget.checked || undefined })}
          />
          <span>
            {t("private")} <span class="small">+{money(private_price, currency)}</span>
          </span>
        </label>
      )}
    </div>
  );
}
