import type { Resource } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { IconButton } from "../../../kit/index.ts";
import { useStrings } from "../../strings/use.ts";
import type { Draft } from "./draft.ts";
import { en } from "./form-strings.ts";

interface ItemsProps {
  items: readonly Draft[];
  /** Which one is shown below. */
  at: number;
  /** The one that could not be had. */
  failed: number | undefined;
  resourceOf(item: Draft): Resource;
  zoneOf(item: Draft): string;
  onSelect(at: number): void;
  onRemove(at: number): void;
}

/** Everything that is booked together. */
export function Items({ items, at, failed, resourceOf, zoneOf, onSelect, onRemove }: ItemsProps) {
  const { t, date } = useStrings(en);
  return (
    <ol class="p-items" aria-label={t("items")}>
      {items.map((item, index) => {
        const when = item.starts_at
          ? date(item.starts_at, {
              weekday: "short",
              day: "numeric",
              month: "short",
              hour: "numeric",
              minute: "2-digit",
              timeZone: zoneOf(item),
            })
          : t("itemNew");
        return (
          <li key={index} class={index === failed ? "p-item-failed" : undefined}>
            <button type="button" aria-pressed={index === at} onClick={() => onSelect(index)}>
              <span class="p-ellipsis">{resourceOf(item).name}</span>
              <span class="f-muted f-tabular">{when}</span>
            </button>
            <IconButton
              size="s"
              icon={icons.close}
              label={t("removeItem", { number: index + 1 })}
              onClick={() => onRemove(index)}
            />
          </li>
        );
      })}
    </ol>
  );
}
