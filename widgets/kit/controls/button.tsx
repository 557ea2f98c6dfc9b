import type { ButtonHTMLAttributes, ComponentChildren, Ref } from "preact";
import { css } from "../styles.ts";
import styles from "./button.css";
import { Icon } from "./icon.tsx";
import { Spinner } from "./spinner.tsx";

css(styles);

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "icon" | "size" | "label">;

export interface ButtonProps extends Native {
  /** One primary per view; danger names the object it destroys. */
  variant?: "primary" | "secondary" | "quiet" | "danger";
  size?: "m" | "s";
  icon?: string;
  /** Shows progress, keeps its width, and ignores presses. */
  busy?: boolean;
  /** As wide as its container. */
  full?: boolean;
  children?: ComponentChildren;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ variant = "secondary", size = "m", icon, busy, full, children, ...native }: ButtonProps) {
  const classes = `f-button f-${variant} f-size-${size}${full ? " f-full" : ""}${busy ? " f-busy" : ""}`;
  return (
    <button
      type="button"
      {...native}
      class={`${classes} ${native.class ?? ""}`}
      aria-busy={busy ? "true" : undefined}
      aria-disabled={busy ? "true" : native["aria-disabled"]}
      onClick={busy ? (event) => event.preventDefault() : native.onClick}
    >
      {busy && (
        <span class="f-button-spin">
          <Spinner />
        </span>
      )}
      {icon && <Icon of={icon} size={18} />}
      {children !== undefined && <span class="f-button-text">{children}</span>}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, "icon" | "children" | "full"> {
  icon: string;
  /** What it does: its accessible name, and the browser's own tip. */
  label: string;
  directional?: boolean;
}

export function IconButton({ icon, label, directional = false, busy, variant = "quiet", ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      variant={variant}
      busy={busy}
      class={`f-icon-button ${rest.class ?? ""}`}
      aria-label={label}
      title={label}
    >
      <Icon of={icon} directional={directional} />
    </Button>
  );
}
