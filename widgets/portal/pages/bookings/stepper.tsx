import * as icons from "../../../kit/icons.ts";
import { IconButton, useField } from "../../../kit/index.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./form-strings.ts";

export interface StepperProps {
  /** What is counted, for the buttons. */
  name: string;
  value: number;
  min?: number;
  max: number;
  step?: number;
  onChange(value: number): void;
}

/** A small number: typed, or one more and one fewer. */
export function Stepper({ name, value, min = 0, max, step = 1, onChange }: StepperProps) {
  const { t } = useStrings(en);
  const field = useField();
  const set = (next: number) => onChange(Math.min(max, Math.max(min, Number.isFinite(next) ? next : min)));
  return (
    <span class="p-stepper">
      <IconButton
        size="s"
        icon={icons.minus}
        label={t("less", { name })}
        disabled={value <= min}
        onClick={() => set(value - step)}
      />
      <input
        {...field}
        class="f-input f-tabular"
        type="number"
        inputmode={step % 1 ? "decimal" : "numeric"}
        aria-label={field.id ? undefined : name}
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={(event) => set(event.currentTarget.valueAsNumber)}
      />
      <IconButton
        size="s"
        icon={icons.plus}
        label={t("more", { name })}
        disabled={value >= max}
        onClick={() => set(value + step)}
      />
    </span>
  );
}
