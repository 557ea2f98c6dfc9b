import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { roveFocus } from "../a11y.ts";
import { useI18n } from "../i18n.ts";
import { css } from "../styles.ts";
import styles from "./tabs.css";

css(styles);

export interface TabsProps<Id extends string> {
  label: string;
  tabs: readonly { id: Id; label: string; count?: number }[];
  selected: Id;
  onSelect(id: Id): void;
  /** The selected panel. */
  children: ComponentChildren;
}

/** Arrow keys move and select at once: panels are expected to be cheap or to show their own skeleton. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, children }: TabsProps<Id>) {
  const { number } = useI18n();
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    const list = event.currentTarget as HTMLElement;
    roveFocus(event, [...list.querySelectorAll<HTMLElement>("[role=tab]")], "horizontal");
  };
  return (
    <div class="f-tabs">
      <div role="tablist" aria-label={label} class="f-tab-list" onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={tab.id === selected}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            onFocus={() => tab.id !== selected && onSelect(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && <span class="f-tab-count">{number(tab.count)}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`}>
        {children}
      </div>
    </div>
  );
}
