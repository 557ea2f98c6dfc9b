import { type ComponentChildren, Fragment } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { focusedIn, roveFocus } from "../a11y.ts";
import { useI18n } from "../i18n.ts";
import { check, more } from "../icons.ts";
import { css } from "../styles.ts";
import { Button, IconButton } from "./button.tsx";
import { Icon } from "./icon.tsx";
import styles from "./menu.css";

css(styles);

export interface MenuItem {
  label: string;
  onSelect(): void;
  icon?: string;
  danger?: boolean;
  disabled?: boolean;
  /** Shows which one of a choice is in force. */
  checked?: boolean;
  /** Starts a new group. */
  divided?: boolean;
}

export interface MenuProps {
  items: readonly MenuItem[];
  /** What the menu is about; also the name of the icon button. A button with text is named by that text. */
  label?: string;
  icon?: string;
  size?: "m" | "s";
  /** On the button instead of an icon alone: text, or a picture with `f-hidden` text. */
  children?: ComponentChildren;
}

export function Menu({ items, label, icon = more, size = "m", children }: MenuProps) {
  const { t } = useI18n();
  const id = useId();
  const [open, setOpen] = useState<"first" | "last" | undefined>();
  const [above, setAbove] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const stops = () => [...(list.current?.querySelectorAll<HTMLElement>("button:not(:disabled)") ?? [])];
  const close = (refocus = true) => {
    setOpen(undefined);
    if (refocus) box.current?.querySelector<HTMLElement>("[aria-haspopup]")?.focus();
  };

  useLayoutEffect(() => {
    const panel = list.current;
    if (!open || !panel) return;
    const { bottom, height } = panel.getBoundingClientRect();
    setAbove(bottom > innerHeight && height < (box.current?.getBoundingClientRect().top ?? 0));
    stops()
      .at(open === "first" ? 0 : -1)
      ?.focus();
    const outside = (event: Event) => {
      if (box.current && !event.composedPath().includes(box.current)) close(false);
    };
    document.addEventListener("pointerdown", outside, true);
    return () => document.removeEventListener("pointerdown", outside, true);
  }, [open]);

  const trigger = {
    "aria-haspopup": "menu",
    "aria-expanded": open ? "true" : "false",
    "aria-controls": open ? id : undefined,
    size,
    onClick: () => setOpen(open ? undefined : "first"),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      setOpen(event.key === "ArrowDown" ? "first" : "last");
    },
  } as const;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") close(false);
    else if (event.key.length === 1 && event.key !== " ") {
      const all = stops();
      const from = all.indexOf(focusedIn(event.currentTarget as Node) as HTMLElement) + 1;
      const typed = event.key.toLocaleLowerCase();
      [...all.slice(from), ...all.slice(0, from)]
        .find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(typed))
        ?.focus();
    } else roveFocus(event, stops(), "vertical");
  };

  return (
    <div class="f-menu" ref={box}>
      {children === undefined ? (
        <IconButton {...trigger} icon={icon} label={label ?? t("kit.more")} />
      ) : (
        <Button {...trigger} variant="quiet">
          {children}
        </Button>
      )}
      {open && (
        <div
          id={id}
          ref={list}
          role="menu"
          aria-label={label ?? t("kit.more")}
          class={`f-menu-list${above ? " f-above" : ""}`}
          onKeyDown={onKeyDown}
        >
          {items.map((item) => (
            <Fragment key={item.label}>
              {item.divided && <hr />}
              <button
                type="button"
                {...(item.checked === undefined
                  ? { role: "menuitem" }
                  : { role: "menuitemradio", "aria-checked": item.checked })}
                tabIndex={-1}
                disabled={item.disabled}
                class={item.danger ? "f-menu-danger" : undefined}
                onClick={() => {
                  close();
                  item.onSelect();
                }}
              >
                {item.icon && <Icon of={item.icon} size={18} />}
                <span>{item.label}</span>
                {item.checked && <Icon of={check} size={18} />}
              </button>
            </Fragment>
          ))}
        </div>
      )}
    </div>
  );
}
