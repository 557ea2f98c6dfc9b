import { readableOn, textOn, toRgb } from "./contrast.ts";

/** What decides how one element is painted; absent means: not said here. */
export interface Paint {
  /** The element's `accent` attribute, the loader's `data-accent`, or the tenant's own colour, in that order. */
  accent?: string | undefined;
}

/**
 * Writes the rules only this element needs: its accent with readable companions, and the visitor's light or dark
 * preference where neither the page (by `color-scheme`) nor the `theme` attribute decides.
 * Reads resolved styles, so it runs when the element is connected and when the preference changes, not per render.
 */
export function paint(host: HTMLElement, root: HTMLElement, sheet: CSSStyleSheet, { accent }: Paint): void {
  const page = getComputedStyle(host.parentElement ?? document.documentElement).colorScheme;
  // Zero-specificity, so that `:host([theme])` and the page's own `foyer-booking { --foyer-accent: … }` still win.
  const scheme = page === "normal" || page === "" ? ":where(:host){color-scheme:light dark}" : "";
  const own = accent && CSS.supports("color", accent) ? `:host{--foyer-accent:${accent}}` : "";
  sheet.replaceSync(scheme + own);

  const seen = getComputedStyle(root);
  const fill = toRgb(seen.outlineColor);
  const surface = toRgb(seen.columnRuleColor);
  if (!fill || !surface) return;
  const derived = `--foyer-on-accent:${textOn(fill)};--foyer-accent-text:${readableOn(fill, surface)}`;
  sheet.replaceSync(`${scheme}${own}:host{${derived}}`);
}
