import type { ComponentChildren } from "preact";
import { css } from "../styles.ts";
import styles from "./badge.css";

css(styles);

export interface BadgeProps {
  tone?: "neutral" | "accent" | "success" | "warning" | "danger" | "info";
  children: ComponentChildren;
}

/** A state in a word. The word carries the meaning, the colour only helps. */
export function Badge({ tone = "neutral", children }: BadgeProps) {
  return <span class={`f-badge f-tone-${tone}`}>{children}</span>;
}

/** A number of new things. Its owner names it for screen readers. */
export function Count({ of }: { of: number }) {
  return (
    <span class="f-count" dir="ltr">
      {of > 99 ? "99+" : of}
    </span>
  );
}
