import type { Ref, TextareaHTMLAttributes } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useField } from "./field.tsx";

export interface TextareaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "value" | "onInput"> {
  value: string;
  onInput(value: string): void;
  /** Lines shown when empty, and lines it grows to before it scrolls. */
  rows?: number;
  maxRows?: number;
  ref?: Ref<HTMLTextAreaElement>;
}

/** Grows with its text. */
export function Textarea({ value, onInput, rows = 3, maxRows = 10, ref, ...native }: TextareaProps) {
  const own = useRef<HTMLTextAreaElement | null>(null);
  useLayoutEffect(() => {
    const area = own.current;
    if (!area || CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  }, [value]);
  return (
    <textarea
      {...useField()}
      {...native}
      class={`f-input f-textarea ${native.class ?? ""}`}
      style={{ minHeight: `calc(${rows} * 1.4em + 18px)`, maxHeight: `calc(${maxRows} * 1.4em + 18px)` }}
      rows={rows}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
      ref={(area) => {
        own.current = area;
        if (typeof ref === "function") ref(area);
        else if (ref) ref.current = area;
      }}
    />
  );
}
