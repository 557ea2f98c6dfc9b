import type { ComponentChildren } from "preact";
import * as icons from "../../../kit/icons.ts";
import { Button, Dialog, Icon } from "../../../kit/index.ts";
import { CopyBox } from "../../parts/copy-box.tsx";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

export interface OnceProps {
  title: string;
  text: string;
  secret: string;
  copyLabel: string;
  onClose(): void;
  children?: ComponentChildren;
}

/** A secret that is shown this once: only its own button closes it without a second thought. */
export function Once({ title, text, secret, copyLabel, onClose, children }: OnceProps) {
  const { t } = useStrings(en);
  return (
    <Dialog
      open
      title={title}
      onClose={() => {
        // A press beside it or Escape would lose the only sight of it.
      }}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t("done")}
        </Button>
      }
    >
      <div class="p-form">
        <p class="p-once">
          <Icon of={icons.warning} size={18} />
          {text}
        </p>
        <CopyBox text={secret} label={copyLabel} />
        {children}
      </div>
    </Dialog>
  );
}
