import { css } from "../styles.ts";
import styles from "./icon.css";

css(styles);

export interface IconProps {
  /** One of `icons.ts`. */
  of: string;
  /** Pixels. */
  size?: number;
  /** Names the icon where no text beside it does; without it the icon is decoration. */
  label?: string;
  /** Mirrored when reading from right to left: for arrows and the like. */
  directional?: boolean;
}

export function Icon({ of, size = 20, label, directional }: IconProps) {
  return (
    <svg
      class={`f-icon${directional ? " f-directional" : ""}`}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : "true"}
      focusable="false"
    >
      <path d={of} />
    </svg>
  );
}
