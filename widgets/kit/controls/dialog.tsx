import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { useI18n } from "../i18n.ts";
import { close } from "../icons.ts";
import { css } from "../styles.ts";
import { IconButton } from "./button.tsx";
import styles from "./dialog.css";

css(styles);

export interface DialogProps {
  open: boolean;
  /** Escape, the cross, a press outside. The dialog closes when `open` becomes false. */
  onClose(): void;
  title: string;
  children: ComponentChildren;
  /** Buttons at the end, the primary last. */
  actions?: ComponentChildren;
  /** `side` is a pane along the edge; on phones every dialog rises from the bottom. */
  size?: "s" | "m" | "l" | "side";
}

/** A native modal `<dialog>`: the browser traps focus, makes the rest inert, and gives focus back. */
export function Dialog({ open, onClose, title, children, actions, size = "m" }: DialogProps) {
  const { t } = useI18n();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const native = dialog.current;
    if (!open || !native) return;
    native.showModal();
    // Not the cross, which comes first: the dialog itself, so that its title is read, or what asked for focus.
    if (!native.querySelector("[autofocus]")) native.focus();
    // Also where the whole dialog goes away: only closing gives focus back.
    return () => native.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class={`f-dialog f-dialog-${size}`}
      aria-labelledby={id}
      tabIndex={-1}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {open && (
        <div class="f-dialog-box">
          <div class="f-dialog-head">
            <h2 id={id}>{title}</h2>
            <IconButton icon={close} label={t("kit.close")} onClick={onClose} />
          </div>
          <div class="f-dialog-body">{children}</div>
          {actions && <div class="f-dialog-actions">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
