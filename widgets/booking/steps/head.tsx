import { IconButton } from "../../kit/controls/button.tsx";
import { arrowLeft } from "../../kit/icons.ts";
import { facts, priceOf } from "../parts.tsx";
import { resourceOf, venueOf } from "../state.ts";
import type { Ui } from "../ui.ts";

/** What is being booked and what it costs, always in view. */
export function head(ui: Ui, onBack: (() => void) | undefined, about?: boolean) {
  const { t, money, state } = ui;
  const resource = resourceOf(state);
  const venue = venueOf(state);
  if (!resource) return null;
  const { hold, times } = state;
  const { offer, slots } = times?.store.get() ?? {};
  const seen = hold ? [hold] : offer ? [offer] : (slots ?? []);
  const all = seen.map(({ price }) => price);
  const least = Math.min(...all);
  const price = least ? money(least, resource.currency) : t("free");
  return (
    <div class="head">
      {onBack && <IconButton icon={arrowLeft} directional label={t("back")} onClick={onBack} />}
      <div>
        <h2>
          <bdi>{resource.name}</bdi>
        </h2>
        {facts(ui, resource)}
        {venue && <bdi class="small">{venue.name}</bdi>}
        {about && resource.description && <bdi class="prose">{resource.description}</bdi>}
      </div>
      <p class="price" aria-live="polite">
        {!all.length ? priceOf(ui, resource) : least < Math.max(...all) ? t("from", { price }) : price}
      </p>
    </div>
  );
}
