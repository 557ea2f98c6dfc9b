import { useId } from "preact/hooks";
import { Input } from "../../kit/index.ts";

export interface DateFilterProps {
  label: string;
  /** `YYYY-MM-DD`; undefined is any. */
  value: string | undefined;
  onChange(value: string | undefined): void;
}

/** A date that bounds a list, among the filters. */
export function DateFilter({ label, value, onChange }: DateFilterProps) {
  const id = useId();
  return (
    <span class="p-date-filter">
      <label for={id}>{label}</label>
      <Input id={id} type="date" value={value ?? ""} onInput={(next) => onChange(next || undefined)} />
    </span>
  );
}
