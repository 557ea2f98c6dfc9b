import type { Resource } from "@foyer/sdk";
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
export function nothing(title: string, text: string, action?: preact.ComponentChildren) {
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
  options: (readonly [T, preact.ComponentChildren])[],
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

/** The photo, or a pattern that is always the same for this resource. */
function picture({ id, images, image_url }: Resource) {
  const src = images[0]?.url ?? image_url;
  let seed = 0;
  for (const character of id) seed = (seed * 31 + character.charCodeAt(0)) >>> 0;
  return (
    <span class="picture">
      <svg viewBox="0 0 300 140" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
        {[150, 110, 74, 42, 16].map((radius) => (
          <circle key={radius} cx={20 + (seed % 260)} cy={20 + ((seed >> 8) % 100)} r={radius} />
        ))}
      </svg>
      {/* Over the pattern, which is what remains where the picture cannot be had. */}
      {src && <img src={src} alt="" loading="lazy" onError={(event) => event.currentTarget.remove()} />}
    </span>
  );
}
