import { useLayoutEffect, useRef } from "preact/hooks";

const focusable =
  "a[href],button:not(:disabled),input:not(:disabled),select:not(:disabled),textarea:not(:disabled),[tabindex]:not([tabindex='-1'])";

/** What has focus inside the same shadow root (the document only names the host). */
export function focusedIn(node: Node): HTMLElement | null {
  return (node.getRootNode() as ShadowRoot | Document).activeElement as HTMLElement | null;
}

/** The elements of a container that Tab stops at, in order. */
export function tabStops(container: HTMLElement): HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>(focusable)].filter(
    (one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }),
  );
}

/**
 * Keeps Tab inside a container, for panels that act as dialogs without being a native `<dialog>`.
 * Returns how to let go, which also gives focus back to where it was.
 */
export function trapFocus(container: HTMLElement): () => void {
  const before = focusedIn(container);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Tab") return;
    const stops = tabStops(container);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    const focused = focusedIn(container);
    if (focused && focused !== edge && container.contains(focused)) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  };
  container.addEventListener("keydown", onKey);
  return () => {
    container.removeEventListener("keydown", onKey);
    if (before?.isConnected) before.focus();
  };
}

/**
 * Arrow keys between the items of a composite control; call from its `keydown`.
 * The items carry `tabindex` themselves: 0 for the current one, -1 for the rest.
 */
export function roveFocus(event: KeyboardEvent, items: HTMLElement[], axis: "horizontal" | "vertical"): void {
  const at = items.indexOf(event.target as HTMLElement);
  const container = event.currentTarget as HTMLElement;
  const forward = axis === "vertical" ? "ArrowDown" : container.matches(":dir(rtl)") ? "ArrowLeft" : "ArrowRight";
  const backward = axis === "vertical" ? "ArrowUp" : container.matches(":dir(rtl)") ? "ArrowRight" : "ArrowLeft";
  const next =
    event.key === forward
      ? items[(at + 1) % items.length]
      : event.key === backward
        ? items.at(at - 1)
        : event.key === "Home"
          ? items[0]
          : event.key === "End"
            ? items.at(-1)
            : undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Says a sentence to screen readers without showing it. `near` is any node inside the element. */
export function announce(near: Node, text: string): void {
  const root = near.getRootNode() as ShadowRoot | Document;
  const home = root instanceof ShadowRoot ? root : document.body;
  let region = home.querySelector<HTMLElement>(".f-live");
  if (!region) {
    region = document.createElement("div");
    // Beside `.f-root`, where rendering does not remove it; `f-hidden` is styled without `.f-root`.
    region.className = "f-live f-hidden";
    region.setAttribute("aria-live", "polite");
    home.append(region);
  }
  region.textContent = "";
  // An empty region first: the same sentence twice in a row must be said twice.
  setTimeout(() => {
    region.textContent = text;
  }, 50);
}

/** While `active`, remembers what had focus and gives it back at the end. */
export function useRestoredFocus(active: boolean): void {
  const before = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (!active) return;
    before.current = deepFocus();
    return () => {
      if (before.current?.isConnected) before.current.focus();
    };
  }, [active]);
}

function deepFocus(): HTMLElement | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused as HTMLElement | null;
}
