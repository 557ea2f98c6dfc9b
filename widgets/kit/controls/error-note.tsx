import { Component, type ComponentChildren } from "preact";
import { type I18n, I18nContext } from "../i18n.ts";
import { refresh, warning } from "../icons.ts";
import { css } from "../styles.ts";
import { Button } from "./button.tsx";
import styles from "./error-note.css";
import { Icon } from "./icon.tsx";

css(styles);

export interface ErrorNoteProps {
  /** What happened. */
  title?: string;
  /** What is safe, and what to do. */
  text?: ComponentChildren;
  /** Of the answer that failed, for support: shown small and selectable. */
  requestId?: string | undefined;
  onRetry?: (() => void) | undefined;
  retrying?: boolean;
}

export class ErrorNote extends Component<ErrorNoteProps> {
  static override contextType = I18nContext;

  override render({ title, text, requestId, onRetry, retrying = false }: ErrorNoteProps) {
    const { t } = this.context as I18n;
    return (
      <div class="f-error-note" role="alert">
        <Icon of={warning} />
        <div class="f-error-note-text">
          <p class="f-error-note-title">{title ?? t("kit.failed")}</p>
          <p>{text ?? t("kit.failedText")}</p>
          {requestId && <p class="f-error-note-id">{t("kit.requestId", { id: requestId })}</p>}
          {onRetry && (
            <Button size="s" icon={refresh} busy={retrying} onClick={onRetry}>
              {t("kit.retry")}
            </Button>
          )}
        </div>
      </div>
    );
  }
}
