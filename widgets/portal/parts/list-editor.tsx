import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import * as icons from "../../kit/icons.ts";
import { Button, Icon, IconButton } from "../../kit/index.ts";
import { en } from "../strings/sheet.ts";
import { useStrings } from "../strings/use.ts";
import { errorAt } from "./errors.ts";
import { useForm } from "./fields.tsx";

export interface ListEditorProps<T> {
  /** JSON Pointer of the list. */
  at: string;
  items: readonly T[];
  onChange(items: T[]): void;
  /** What a new one is. */
  fresh(): T;
  /** The words of the button. */
  add: string;
  /** What an item is called. */
  name(item: T): string | null | undefined;
  /** The rest of it in a few words, beside its name. */
  summary?(item: T): ComponentChildren;
  /** The order means nothing. */
  unordered?: boolean;
  max?: number;
  /** The fields of one. */
  children(item: T, change: (patch: Partial<T>) => void, at: string, index: number): ComponentChildren;
}

/** A list inside a form: items open for editing one at a time, those with something wrong by themselves. */
export function ListEditor<T extends object>(props: ListEditorProps<T>) {
  const { at, items, onChange, fresh, add, name, summary, unordered, max = 50, children } = props;
  const { t } = useStrings(en);
  const { errors } = useForm();
  const [open, setOpen] = useState<number>();
  const [added, setAdded] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  // Before it is painted: whoever types at once types into it.
  useLayoutEffect(() => {
    if (added) box.current?.querySelector<HTMLElement>("details[open] :is(input,select,textarea)")?.focus();
  }, [added]);
  const move = (from: number, to: number) => {
    const next = [...items];
    next.splice(to, 0, ...next.splice(from, 1));
    setOpen(open === from ? to : open === to ? from : open);
    onChange(next);
  };
  const remove = (index: number) => {
    setOpen(open === undefined || open === index ? undefined : open - Number(open > index));
    onChange(items.filter((_, one) => one !== index));
    box.current?.querySelector<HTMLElement>(":scope > button")?.focus();
  };
  return (
    <div class="p-items" ref={box}>
      {items.map((item, index) => {
        const place = `${at}/${index}`;
        const wrong = errorAt(errors, place) !== undefined;
        const title = name(item) || t("unnamed");
        return (
          <div key={index} class={`p-item${wrong ? " p-item-wrong" : ""}`}>
            <details
              open={open === index || wrong}
              onToggle={({ currentTarget }) => {
                if (currentTarget.open && open !== index && !wrong) setOpen(index);
                else if (!currentTarget.open && open === index) setOpen(undefined);
              }}
            >
              <summary>
                <Icon of={icons.chevronRight} size={16} />
                <span class="p-item-name">{title}</span>
                {summary && <span class="p-item-rest f-muted">{summary(item)}</span>}
              </summary>
              {(open === index || wrong) && (
                <div class="p-item-body p-form">
                  {children(
                    item,
                    (patch) => onChange(items.map((one, other) => (other === index ? { ...one, ...patch } : one))),
                    place,
                    index,
                  )}
                  {errors[place] && (
                    <p class="f-error" role="alert">
                      {errors[place]}
                    </p>
                  )}
                </div>
              )}
            </details>
            <span class="p-item-actions">
              {!unordered && items.length > 1 && (
                <>
                  <IconButton
                    size="s"
                    icon={icons.chevronUp}
                    label={t("moveUp", { name: title })}
                    disabled={index === 0}
                    onClick={() => move(index, index - 1)}
                  />
                  <IconButton
                    size="s"
                    icon={icons.chevronDown}
                    label={t("moveDown", { name: title })}
                    disabled={index === items.length - 1}
                    onClick={() => move(index, index + 1)}
                  />
                </>
              )}
              <IconButton
                size="s"
                icon={icons.trash}
                label={t("remove", { name: title })}
                onClick={() => remove(index)}
              />
            </span>
          </div>
        );
      })}
      <Button
        size="s"
        icon={icons.plus}
        disabled={items.length >= max}
        onClick={() => {
          setOpen(items.length);
          setAdded((count) => count + 1);
          onChange([...items, fresh()]);
        }}
      >
        {add}
      </Button>
      {errors[at] && (
        <p class="f-error" role="alert">
          {errors[at]}
        </p>
      )}
    </div>
  );
}
