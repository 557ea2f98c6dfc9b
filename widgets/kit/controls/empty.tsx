import type { ComponentChildren } from "preact";
import { css } from "../styles.ts";
import styles from "./empty.css";
import { Icon } from "./icon.tsx";

css(styles);

export interface EmptyProps {
  icon?: string;
  title: string;
  /** What this place is for. */
  text?: ComponentChildren;
  /** The first thing to do here. */
  action?: ComponentChildren;
}

export function Empty({ icon, title, text, action }: EmptyProps) {
  return (
    <div class="f-empty">
      {icon && (
        <span class="f-empty-icon">
          <Icon of={icon} size={24} />
        </span>
      )}
      <p class="f-empty-title">{title}</p>
      {text && <p class="f-muted">{text}</p>}
      {action && <div class="f-empty-action">{action}</div>}
    </div>
  );
}
