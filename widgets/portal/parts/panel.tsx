import type { ComponentChildren } from "preact";
import { useI18n } from "../../kit/index.ts";
import { Wall } from "../shell/current-page.tsx";
import type { en } from "../strings/en.ts";

export interface PanelProps {
  title: string;
  /** A link or button beside the title. */
  end?: ComponentChildren;
  children: ComponentChildren;
}

/** A titled part of a page; what fails inside fails alone. */
export function Panel({ title, end, children }: PanelProps) {
  const { t } = useI18n<typeof en>();
  return (
    <section class="p-panel" aria-label={title}>
      <div class="p-panel-head">
        <h2>{title}</h2>
        {end}
      </div>
      <Wall title={t("panelFailed")}>{children}</Wall>
    </section>
  );
}
