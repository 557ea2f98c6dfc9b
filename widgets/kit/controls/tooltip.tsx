import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { css } from "../styles.ts";
import styles from "./tooltip.css";

css(styles);

export interface TooltipProps {
  text: string;
  /** Gets the id to put in its `aria-describedby`. */
  children: (describedBy: string) => ComponentChildren;
}

/** A few words more, on hover and on focus. Never the only place where something is said. */
export function Tooltip({ text, children }: TooltipProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <span
      class="f-tooltip"
      role="none"
      onPointerEnter={() => setOpen(true)}
      onPointerLeave={() => setOpen(false)}
      onFocusIn={() => setOpen(true)}
      onFocusOut={() => setOpen(false)}
      onKeyDown={(event) => {
        if (event.key === "Escape" && open) {
          event.stopPropagation();
          setOpen(false);
        }
      }}
    >
      {children(id)}
      <span id={id} role="tooltip" class={open ? "f-tip" : "f-hidden"}>
        {text}
      </span>
    </span>
  );
}
