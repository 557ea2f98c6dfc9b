import { useId, useRef, useState } from "preact/hooks";
import * as icons from "../../kit/icons.ts";
import { Avatar, Icon, IconButton, useField, useI18n } from "../../kit/index.ts";
import { useList, useSettled } from "../data/hooks.ts";
import { usePortal } from "../portal.ts";
import type { en } from "../strings/en.ts";

/** A person as forms need it; without `id` it is somebody new. */
export interface Person {
  id?: string;
  name: string | null;
  email: string | null;
}

export interface ContactPickerProps {
  value: Person | undefined;
  onChange(person: Person | undefined): void;
}

/** Finds a contact by name or email, or takes a new address: a combobox with a list of matches (ARIA 1.2). */
export function ContactPicker({ value, onChange }: ContactPickerProps) {
  const { t } = useI18n<typeof en>();
  const { can } = usePortal();
  const field = useField();
  const id = useId();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const q = useSettled(text.trim());
  const found = useList(
    can("contacts:read") && q.length > 1 ? ["contacts", "pick", q] : undefined,
    (foyer) => foyer.contacts.list({ q, limit: 8 }),
    { on: ["contact."] },
  );
  const typed = /^\S+@\S+\.\S+$/.test(text.trim()) ? text.trim() : undefined;
  const known = found.items.some((contact) => contact.email?.toLowerCase() === typed?.toLowerCase());
  const options: Person[] = [...found.items, ...(typed && !known ? [{ name: null, email: typed }] : [])];
  const choose = (person: Person | undefined) => {
    if (!person) return;
    onChange(person);
    setText("");
    setOpen(false);
  };
  if (value) {
    return (
      <span class="p-person-picked">
        <Avatar name={value.name ?? value.email ?? "?"} size={24} />
        <span class="p-ellipsis">{value.name ?? value.email}</span>
        {value.name && <span class="p-ellipsis f-muted">{value.email}</span>}
        <IconButton size="s" icon={icons.close} label={t("clearSelection")} onClick={() => onChange(undefined)} />
      </span>
    );
  }
  return (
    <span class="p-combobox">
      <input
        {...field}
        ref={input}
        class="f-input"
        role="combobox"
        aria-expanded={open && options.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && options[at] ? `${id}-${at}` : undefined}
        autocomplete="off"
        placeholder={t("chooseContact")}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
          setAt(0);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            setOpen(true);
            setAt((at + (event.key === "ArrowDown" ? 1 : -1) + options.length) % Math.max(1, options.length));
          } else if (event.key === "Enter" && open && options[at]) {
            event.preventDefault();
            choose(options[at]);
          } else if (event.key === "Escape" && open) {
            event.preventDefault();
            event.stopPropagation();
            setOpen(false);
          }
        }}
      />
      <div
        id={`${id}-list`}
        class="p-listbox"
        role="listbox"
        aria-label={t("chooseContact")}
        hidden={!open || !text.trim()}
      >
        {options.map((person, index) => (
          <div
            key={person.id ?? "new"}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // The input must keep the focus, else the list is gone before the press ends.
            onPointerDown={(event) => event.preventDefault()}
            onPointerUp={() => choose(person)}
          >
            {person.id ? (
              <Avatar name={person.name ?? person.email ?? "?"} size={24} />
            ) : (
              <Icon of={icons.plus} size={18} />
            )}
            <span class="p-ellipsis">
              {person.id ? (person.name ?? person.email) : t("newContact", { email: person.email ?? "" })}
            </span>
            {person.name && <span class="p-ellipsis f-muted">{person.email}</span>}
          </div>
        ))}
        {options.length === 0 && q.length > 1 && !found.busy && <div class="f-muted">{t("noContact")}</div>}
      </div>
    </span>
  );
}
