import type { SelectHTMLAttributes } from "preact";
import { chevronDown } from "../icons.ts";
import { useField } from "./field.tsx";
import { Icon } from "./icon.tsx";

export interface SelectProps
  extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "value" | "onChange" | "role" | "multiple" | "size"> {
  value: string;
  onChange(value: string): void;
  options: readonly { value: string; label: string; disabled?: boolean }[];
}

/** The platform's own list: best on phones, complete by keyboard. */
export function Select({ value, onChange, options, ...native }: SelectProps) {
  return (
    <span class="f-select">
      <select
        {...useField()}
        {...native}
        class={`f-input ${native.class ?? ""}`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon of={chevronDown} size={18} />
    </span>
  );
}
