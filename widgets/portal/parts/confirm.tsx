import type { ComponentChildren } from "preact";
import { Button, Dialog, useI18n } from "../../kit/index.ts";
import type { en } from "../strings/en.ts";

export interface ConfirmProps {
  /** A question that names the thing: "Revoke Website key?". */
  title: string;
  /** What follows from it, and fields where something must be said. */
  children: ComponentChildren;
  /** The words of the button: "Revoke Website key". */
  action: string;
  variant?: "danger" | "primary";
  busy: boolean;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something that cannot be taken back. */
export function Confirm({ title, children, action, variant = "danger", busy, onConfirm, onClose }: ConfirmProps) {
  const { t } = useI18n<typeof en>();
  return (
    <Dialog
      open
      size="s"
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant={variant} busy={busy} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      <div class="p-form">{children}</div>
    </Dialog>
  );
}
