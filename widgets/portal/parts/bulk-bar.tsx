import type { ComponentChildren } from "preact";
import * as icons from "../../kit/icons.ts";
import { css, IconButton, useI18n } from "../../kit/index.ts";
import type { en } from "../strings/en.ts";
import styles from "./bulk-bar.css";

css(styles);

export interface BulkBarProps {
  /** How many rows are picked; with none it is not there. */
  count: number;
  onClear(): void;
  /** Buttons for what can be done with all of them. */
  children: ComponentChildren;
}

/** What can be done with the picked rows of a list, over its end. */
export function BulkBar({ count, onClear, children }: BulkBarProps) {
  const { t } = useI18n<typeof en>();
  return (
    <>
      <div aria-live="polite" class="f-hidden">
        {count > 0 && t("selectedCount", { count })}
      </div>
      {count > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: buttons in a group, not fields
        <div class="p-bulk" role="group" aria-label={t("selectedCount", { count })}>
          <IconButton size="s" icon={icons.close} label={t("clearSelection")} onClick={onClear} />
          <span class="p-bulk-count f-tabular">{t("selectedCount", { count })}</span>
          <span class="p-bulk-actions">{children}</span>
        </div>
      )}
    </>
  );
}
