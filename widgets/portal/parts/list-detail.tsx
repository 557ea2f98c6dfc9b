import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import * as icons from "../../kit/icons.ts";
import { IconButton, useI18n } from "../../kit/index.ts";
import { usePortal } from "../portal.ts";
import { patched } from "../router.ts";
import { Wall } from "../shell/current-page.tsx";
import type { en } from "../strings/en.ts";

export interface ListDetailProps {
  /** PageHeader and DataTable. */
  list: ComponentChildren;
  /** A DetailPane for what is open; nothing when nothing is. */
  detail?: ComponentChildren;
  /** Id of what is open: another one moves the focus into the pane. */
  open?: string | undefined;
}

/** A list with what is open beside it; where there is no room for both, the open one covers the list. */
export function ListDetail({ list, detail, open }: ListDetailProps) {
  const { t } = useI18n<typeof en>();
  return (
    <div class={`p-split${detail ? " p-split-open" : ""}`}>
      <div class="p-split-list">{list}</div>
      {detail && (
        <Wall key={open} title={t("panelFailed")}>
          {detail}
        </Wall>
      )}
    </div>
  );
}

export interface DetailPaneProps {
  title: ComponentChildren;
  /** What it is, for screen readers: "Ticket 12". */
  label: string;
  /** Beside the title: a menu, buttons. */
  actions?: ComponentChildren;
  /** Under the title, before what scrolls. */
  top?: ComponentChildren;
  /** At the bottom, always in view: a composer, save and cancel. */
  bottom?: ComponentChildren;
  /** Place of the list. */
  back: string;
  children: ComponentChildren;
}

/** What is open beside a list. Escape and the cross go back to the list, which keeps its filters. */
export function DetailPane({ title, label, actions, top, bottom, back, children }: DetailPaneProps) {
  const { t } = useI18n<typeof en>();
  const { router } = usePortal();
  const pane = useRef<HTMLElement>(null);
  const close = () => {
    const list = pane.current?.closest(".p-split")?.querySelector<HTMLElement>(".p-open .p-row-link");
    router.go(back + patched(router.get().query, {}));
    list?.focus();
  };
  useEffect(() => pane.current?.focus({ preventScroll: true }), []);
  return (
    <section
      class="p-pane"
      ref={pane}
      tabIndex={-1}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        // What closes then is the dialog alone.
        if ((event.target as HTMLElement).closest("dialog")) return;
        close();
      }}
    >
      <header class="p-pane-head">
        <span class="p-pane-back">
          <IconButton icon={icons.arrowLeft} directional label={t("backToList")} onClick={close} />
        </span>
        <h2>{title}</h2>
        {actions}
        <span class="p-pane-close">
          <IconButton size="s" icon={icons.close} label={t("closePane")} onClick={close} />
        </span>
      </header>
      {top && <div class="p-pane-top">{top}</div>}
      <div class="p-pane-body">{children}</div>
      {bottom && <div class="p-pane-bottom">{bottom}</div>}
    </section>
  );
}

/** Facts in two columns: what, and its value. */
export function Facts({ of }: { of: readonly (readonly [label: string, value: ComponentChildren])[] }) {
  return (
    <dl class="p-facts">
      {of.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
