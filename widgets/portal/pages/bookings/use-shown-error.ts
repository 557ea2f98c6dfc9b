import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** Brings what is wrong in a long form into view, and the focus to its field, each time something new is wrong. */
export function useShownError(form: RefObject<HTMLElement | null>, wrong: unknown): void {
  useEffect(() => {
    if (!wrong) return;
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]');
    first?.scrollIntoView({ block: "center" });
    if (first?.matches("input,select,textarea")) first.focus({ preventScroll: true });
  }, [wrong]);
}
