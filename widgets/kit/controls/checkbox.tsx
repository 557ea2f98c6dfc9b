import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { css } from "../styles.ts";
import styles from "./checkbox.css";

css(styles);

export interface CheckboxProps {
  checked: boolean;
  onChange(checked: boolean): void;
  children: ComponentChildren;
  hint?: ComponentChildren;
  error?: string | undefined;
  disabled?: boolean;
  name?: string;
}

export function Checkbox({ checked, onChange, children, hint, error, disabled, name }: CheckboxProps) {
  const id = useId();
  return (
    <div class="f-checkbox">
      <label>
        <input
          type="checkbox"
          name={name}
          checked={checked}
          disabled={disabled}
          aria-invalid={error ? "true" : undefined}
          aria-describedby={hint || error ? id : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{children}</span>
      </label>
      {(hint || error) && (
        <div id={id} class={error ? "f-error" : "f-hint"}>
          {error ?? hint}
        </div>
      )}
    </div>
  );
}
