import type { ComponentChildren } from "preact";
import { css } from "../styles.ts";
import styles from "./row.css";

css(styles);

/** Rows under one another, with lines between. */
export function List({ label, children }: { label?: string; children: ComponentChildren }) {
  return (
    <ul class="f-list" aria-label={label}>
      {children}
    </ul>
  );
}

export interface RowProps {
  title: ComponentChildren;
  detail?: ComponentChildren;
  /** At the end, quiet: a time, a price. */
  meta?: ComponentChildren;
  /** An Avatar or Icon before, a Badge or Menu after. */
  leading?: ComponentChildren;
  trailing?: ComponentChildren;
  /** The whole row is a button, or a link. */
  onClick?: () => void;
  href?: string;
  selected?: boolean;
  /** Something new is in it. */
  unread?: boolean;
}

export function Row({ title, detail, meta, leading, trailing, onClick, href, selected, unread }: RowProps) {
  const main = (
    <>
      {leading}
      <span class="f-row-text">
        <span class="f-row-title">{title}</span>
        {detail && <span class="f-row-detail">{detail}</span>}
      </span>
      {meta && <span class="f-row-meta">{meta}</span>}
    </>
  );
  return (
    <li class={`f-row${selected ? " f-row-selected" : ""}${unread ? " f-row-unread" : ""}`}>
      {href ? (
        <a class="f-row-main" href={href} aria-current={selected ? "true" : undefined}>
          {main}
        </a>
      ) : onClick ? (
        <button type="button" class="f-row-main" onClick={onClick} aria-current={selected ? "true" : undefined}>
          {main}
        </button>
      ) : (
        <div class="f-row-main">{main}</div>
      )}
      {trailing && <span class="f-row-end">{trailing}</span>}
    </li>
  );
}
