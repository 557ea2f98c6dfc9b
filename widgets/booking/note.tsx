import type { ComponentChildren } from "preact";
import { Icon } from "../kit/controls/icon.tsx";
import { info } from "../kit/icons.ts";
import { css } from "../kit/styles.ts";
import styles from "./note.css";

css(styles);

/** Something changed that the visitor should know, with what they can do about it. */
export function Note({ title, text, children }: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <div class="booking-note" role="alert">
      <Icon of={info} />
      <div>
        <strong>{title}</strong>
        <p>{text}</p>
        {children && <div class="booking-note-actions">{children}</div>}
      </div>
    </div>
  );
}
