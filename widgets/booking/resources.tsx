import type { Resource } from "@foyer/sdk";
import type { ComponentChildren } from "preact";
import { Icon } from "../kit/controls/icon.tsx";
import { calendar } from "../kit/icons.ts";
import { placesOf } from "./catalogue.ts";
import { facts, priceOf } from "./parts.tsx";
import { known } from "./state.ts";
import type { Ui } from "./ui.ts";

/** What there is, as cards; by place and by category where there are several. */
export function resources(ui: Ui) {
  const { t, state, flow } = ui;
  const { resources, venues } = known(state)!;
  const { place, category } = state;
  if (!resources.length) return nothing(t("nothing"), t("nothingText"));
  const categories = [...new Set(resources.flatMap((one) => one.category ?? []))];
  const shown = resources.filter(
    (one) => (!place || placesOf(one).includes(place)) && (!category || one.category === category),
  );
  return (
    <>
      <h2>{t("title")}</h2>
      {venues.length > 1 &&
        chips(
          t("place"),
          [[undefined, t("everywhere")], ...venues.map(({ id, name }) => [id, name] as const)],
          place,
          (place) => flow.store.set({ place }),
        )}
      {categories.length > 1 &&
        chips(
          t("category"),
          [[undefined, t("all")], ...categories.map((one) => [one, one] as const)],
          category,
          (category) => flow.store.set({ category }),
        )}
      <ul class="cards">
        {shown.map((one) => (
          <li key={one.id}>
            <button type="button" class="card" onClick={() => flow.select(one.id)}>
              {picture(one)}
              <span class="card-text">
                <strong class="name">
                  <bdi>{one.name}</bdi>
                </strong>
                {one.description && <bdi class="about">{one.description}</bdi>}
                {facts(ui, one)}
                <span class="between">
                  <strong>{priceOf(ui, one)}</strong>
                  {venues.length > 1 && (
                    <bdi class="small">
                      {ui.list(venues.filter(({ id }) => placesOf(one).includes(id)).map(({ name }) => name))}
                    </bdi>
                  )}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is not there, and what to do about it. */
export function nothing(title: string, text: string, action?: ComponentChildren) {
  return (
    <div class="nothing">
      <Icon of={calendar} size={28} />
      <strong>{title}</strong>
      <p class="f-muted">{text}</p>
      {action}
    </div>
  );
}

/** One of a few, pressed. */
export function chips<T>(
  label: string,
  options: (readonly [T, ComponentChildren])[],
  value: T,
  onChange: (value: T) => void,
) {
  return (
    <fieldset class="row" aria-label={label}>
      {options.map(([key, text]) => (
        <button key={key} type="button" class="chip" aria-pressed={key === value} onClick={() => onChange(key)}>
          {text}
        </button>
      ))}
    </fieldset>
  );
}

/** The photo, over a pattern that is always the same for this resource and remains where the photo cannot be had. */
function picture({ id, images, image_url }: Resource) {
  const src = images[0]?.url ?? image_url;
  let seed = 0;
  for (const character of id) seed = (seed * 31 + character.charCodeAt(0)) % 9973;
  return (
    <span class="picture" style={{ backgroundPosition: `${seed % 100}% ${seed % 97}%` }}>
      {src && <img src={src} alt="" loading="lazy" onError={(event) => event.currentTarget.remove()} />}
    </span>
  );
}
