import theme from "./theme.css";

let text = theme;
let shared: CSSStyleSheet | undefined;

/**
 * The one sheet all Foyer elements of a page adopt: the theme and the rules of those controls that were bundled.
 * Built on first use, so that importing the kit on a server does nothing.
 */
export function sharedSheet(): CSSStyleSheet {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(text);
  }
  return shared;
}

/** Adds a control's rules to the shared sheet; called once, where the control's module is evaluated. */
export function css(rules: string): void {
  text += rules;
  shared?.replaceSync(text);
}

/** A constructed sheet: allowed by every Content-Security-Policy, unlike `<style>`. */
export function sheetOf(rules: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}
