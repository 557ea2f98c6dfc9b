import { useState } from "preact/hooks";
import { ProblemError } from "../../../sdk/index.ts";
import { Button, Dialog, useI18n } from "../../kit/index.ts";
import { useAction } from "../data/hooks.ts";
import { usePortal } from "../portal.ts";
import { href } from "../router.ts";
import type { en as shell } from "../strings/en.ts";
import { en } from "../strings/sheet.ts";
import { useStrings } from "../strings/use.ts";
import { Confirm } from "./confirm.tsx";

export interface Removal {
  /** What follows from it. */
  text: string;
  /** Said when it is still needed: why, where to look, and what can be done instead. */
  refused: { text: string; to?: string; instead?: { label: string; run(): void } | undefined };
  remove(): Promise<unknown>;
}

interface RemoveProps extends Removal {
  name: string;
  onClose(): void;
}

/** Deletes a thing, and is helpful where that is refused. */
export function Remove({ name, text, refused, remove, onClose }: RemoveProps) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { toasts } = usePortal();
  const [inUse, setInUse] = useState(false);
  const run = useAction(
    async () => {
      await remove();
      toasts.show(t("deleted", { name }));
      onClose();
    },
    {
      onError: (error) => {
        const busy = error instanceof ProblemError && /_in_use$/.test(error.code);
        setInUse(busy);
        return busy;
      },
    },
  );
  if (!inUse)
    return (
      <Confirm
        title={t("deleteTitle", { name })}
        action={t("deleteDo", { name })}
        busy={run.busy}
        onConfirm={() => void run.run()}
        onClose={onClose}
      >
        <p>{text}</p>
      </Confirm>
    );
  return (
    <Dialog
      open
      size="s"
      title={t("inUse", { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.t("close")}</Button>
          {refused.instead && (
            <Button
              variant="primary"
              onClick={() => {
                refused.instead?.run();
                onClose();
              }}
            >
              {refused.instead.label}
            </Button>
          )}
        </>
      }
    >
      <div class="p-form">
        <p>{refused.text}</p>
        {refused.to && (
          <a href={href(refused.to)} onClick={onClose}>
            {t("seeBookings")}
          </a>
        )}
      </div>
    </Dialog>
  );
}
