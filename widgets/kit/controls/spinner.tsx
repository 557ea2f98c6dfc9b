import { css } from "../styles.ts";
import styles from "./spinner.css";

css(styles);

/** Inside a control that is busy; whole areas that load show a Skeleton. The control around it says `aria-busy`. */
export function Spinner({ size = 18 }: { size?: number }) {
  return (
    <svg class="f-spinner" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 2.5a7.5 7.5 0 0 1 7.5 7.5" />
    </svg>
  );
}
