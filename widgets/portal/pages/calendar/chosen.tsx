import { useEffect, useRef } from "preact/hooks";
import * as icons from "../../../kit/icons.ts";
import { Button } from "../../../kit/index.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

export interface ChosenProps {
  /** Where the marked time ends. */
  top: string;
  toEnd: boolean;
  above: boolean;
  /** Nothing can be booked there. */
  full: boolean;
  onBook(): void;
  onBlock: (() => void) | undefined;
  onClose(): void;
}

/** What to do with time that was marked. */
export function Chosen({ top, toEnd, above, full, onBook, onBlock, onClose }: ChosenProps) {
  const { t } = useStrings(en);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>("button:not(:disabled)")?.focus({ preventScroll: true });
    const outside = (event: Event) => {
      if (box.current && !event.composedPath().includes(box.current)) onClose();
    };
    document.addEventListener("pointerdown", outside, true);
    return () => document.removeEventListener("pointerdown", outside, true);
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons, not fields
    <div
      ref={box}
      class={`p-cal-chosen${toEnd ? " p-cal-chosen-end" : ""}${above ? " p-cal-chosen-above" : ""}`}
      style={{ top }}
      role="group"
      aria-label={t("chosen")}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Button size="s" variant="primary" icon={icons.plus} disabled={full} onClick={onBook}>
        {t("new")}
      </Button>
      {onBlock && (
        <Button size="s" icon={icons.lock} onClick={onBlock}>
          {t("blockTime")}
        </Button>
      )}
    </div>
  );
}
