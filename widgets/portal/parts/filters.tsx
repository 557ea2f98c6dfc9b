import { useEffect, useState } from "preact/hooks";
import * as icons from "../../kit/icons.ts";
import { Icon, Input, Menu, useI18n, useStore } from "../../kit/index.ts";
import { useSettled } from "../data/hooks.ts";
import { usePortal } from "../portal.ts";
import type { en } from "../strings/en.ts";

/** A part of the address's query that filters a list: `const [status, setStatus] = useParam("status")`. */
export function useParam(name: string): [string | undefined, (value: string | undefined) => void] {
  const { router } = usePortal();
  const value = useStore(router, ({ query }) => query.get(name) ?? undefined);
  return [value, (next) => router.query({ [name]: next })];
}

export interface FilterChipProps {
  label: string;
  /** The value in force; undefined is all. */
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onChange(value: string | undefined): void;
}

/** One filter: says what it shows, and opens its choices. */
export function FilterChip({ label, value, options, onChange }: FilterChipProps) {
  const { t } = useI18n<typeof en>();
  const chosen = options.find((option) => option.value === value);
  return (
    <span class={`p-chip${chosen ? " p-chip-on" : ""}`}>
      <Menu
        size="s"
        label={`${label}: ${chosen?.label ?? t("allOf")}`}
        items={[
          { label: t("allOf"), checked: !chosen, onSelect: () => onChange(undefined) },
          ...options.map((option, at) => ({
            label: option.label,
            checked: option.value === value,
            divided: at === 0,
            onSelect: () => onChange(option.value),
          })),
        ]}
      >
        <span class="p-chip-text">
          {chosen ? (
            <>
              <span class="f-muted">{label}</span> {chosen.label}
            </>
          ) : (
            label
          )}
          <Icon of={icons.chevronDown} size={14} />
        </span>
      </Menu>
    </span>
  );
}

/** Searches by the query part `q`, once typing rests. */
export function SearchBox({ label }: { label: string }) {
  const [q, setQ] = useParam("q");
  const [text, setText] = useState(q ?? "");
  const settled = useSettled(text);
  useEffect(() => {
    if (settled.trim() !== (q ?? "")) setQ(settled.trim() || undefined);
  }, [settled]);
  useEffect(() => {
    if (q === undefined && text === settled) setText("");
  }, [q]);
  return (
    <span class="p-searchbox">
      <Icon of={icons.search} size={16} />
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onInput={setText}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !text) return;
          event.preventDefault();
          event.stopPropagation();
          setText("");
        }}
      />
    </span>
  );
}
