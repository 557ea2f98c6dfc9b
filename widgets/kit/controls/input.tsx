import type { InputHTMLAttributes, Ref } from "preact";
import { useField } from "./field.tsx";

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | "aria-label"
  | "autocomplete"
  | "autofocus"
  | "class"
  | "disabled"
  | "enterKeyHint"
  | "id"
  | "inputmode"
  | "max"
  | "maxLength"
  | "min"
  | "name"
  | "onBlur"
  | "onFocus"
  | "onKeyDown"
  | "placeholder"
  | "readOnly"
  | "required"
  | "spellcheck"
  | "step"
>;

export interface InputProps extends Native {
  value: string;
  onInput(value: string): void;
  type?: "date" | "datetime-local" | "email" | "number" | "password" | "search" | "tel" | "text" | "time" | "url";
  ref?: Ref<HTMLInputElement>;
}

export function Input({ value, onInput, type = "text", ...native }: InputProps) {
  return (
    <input
      {...useField()}
      {...native}
      // The JSX types of <input> differ by type; what is picked above is common to all.
      type={type as "text"}
      class={`f-input ${native.class ?? ""}`}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}
