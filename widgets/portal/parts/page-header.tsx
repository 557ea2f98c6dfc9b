import type { ComponentChildren } from "preact";

export interface PageHeaderProps {
  title: string;
  /** A few words under the title. */
  text?: ComponentChildren;
  /** Buttons at the end, the primary last. */
  actions?: ComponentChildren;
  /** Search and filters, on a line of their own. */
  children?: ComponentChildren;
}

/** The top of every page. */
export function PageHeader({ title, text, actions, children }: PageHeaderProps) {
  return (
    <div class="p-page-header">
      <div class="p-page-header-line">
        <div class="p-page-header-title">
          <h1>{title}</h1>
          {text && <p class="f-muted">{text}</p>}
        </div>
        {actions && <div class="p-page-header-actions">{actions}</div>}
      </div>
      {children && <div class="p-page-header-tools">{children}</div>}
    </div>
  );
}
