import { Component, type ComponentChildren } from "preact";
import { type I18n, I18nContext } from "../i18n.ts";
import { css } from "../styles.ts";
import styles from "./skeleton.css";

css(styles);

export interface SkeletonProps {
  /** CSS lengths. */
  width?: string;
  height?: string;
  radius?: string;
  /** A paragraph of so many lines instead of one block. */
  lines?: number;
}

/** Takes the place of what is coming, in its real size. */
export function Skeleton({ width = "100%", height = "1em", radius, lines = 1 }: SkeletonProps) {
  return (
    <span class="f-skeletons" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span
          key={line}
          class="f-skeleton"
          style={{ width: lines > 1 && line === lines - 1 ? "60%" : width, height, borderRadius: radius }}
        />
      ))}
    </span>
  );
}

/** Around the skeletons of one area: says once that it is loading. */
export class Loading extends Component<{ children?: ComponentChildren }> {
  static override contextType = I18nContext;

  override render({ children }: { children?: ComponentChildren }) {
    return (
      <div class="f-loading" role="status" aria-busy="true">
        <span class="f-hidden">{(this.context as I18n).t("kit.loading")}</span>
        {children}
      </div>
    );
  }
}
