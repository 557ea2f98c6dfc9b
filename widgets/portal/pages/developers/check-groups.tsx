import type { ComponentChildren } from "preact";
import { Checkbox } from "../../../kit/index.ts";

export interface CheckGroupsProps {
  label: string;
  groups: readonly { id: string; name: string; options: readonly { value: string; label: ComponentChildren }[] }[];
  value: ReadonlySet<string>;
  onChange(value: Set<string>): void;
}

/** Many yes or no in groups; the name of a group takes or leaves all of it. */
export function CheckGroups({ label, groups, value, onChange }: CheckGroupsProps) {
  const toggle = (values: readonly string[], on: boolean) => {
    const next = new Set(value);
    for (const one of values) {
      if (on) next.add(one);
      else next.delete(one);
    }
    onChange(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset lays out its legend in its own way
    <div class="p-checks" role="group" aria-label={label}>
      {groups.map(({ id, name, options }) => {
        const all = options.map((option) => option.value);
        return (
          <div key={id} class="p-checks-group">
            <Checkbox checked={all.every((one) => value.has(one))} onChange={(on) => toggle(all, on)}>
              <strong>{name}</strong>
            </Checkbox>
            <div class="p-checks-options">
              {options.map((option) => (
                <Checkbox
                  key={option.value}
                  checked={value.has(option.value)}
                  onChange={(on) => toggle([option.value], on)}
                >
                  {option.label}
                </Checkbox>
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}
