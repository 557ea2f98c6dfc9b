import { useState } from "preact/hooks";
import { ProblemError } from "../../../../sdk/index.ts";
import { Button, Dialog, useI18n } from "../../../kit/index.ts";
import { useAction } from "../../data/hooks.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { href } from "../../router.ts";
import type { en as shell } from "../../strings/en.ts";

export interface RemoveProps {
  title: string;
  text: string;
  action: string;
  /** Said when bookings stand in the way: why, and what can be done instead. */
  refused: { title: string; text: string; seeBookings: string; to: string; instead?: { label: string; run(): void } };
  remove(): Promise<void>;
  onClose(): void;
}

/** Deletes a resource or venue, and is helpful where that is refused. */
export function Remove({ title, text, action, refused, remove, onClose }: RemoveProps) {
  const words = useI18n<typeof shell>();
  const [inUse, setInUse] = useState(false);
  const run = useAction(remove, {
    onError: (error) => {
      const busy = error instanceof ProblemError && /_in_use$/.test(error.code);
      setInUse(busy);
      return busy;
    },
  });
  if (!inUse)
    return (
      <Confirm title={title} action={action} busy={run.busy} onConfirm={() => void run.run()} onClose={onClose}>
        <p>{text}</p>
      </Confirm>
    );
  return (
    <Dialog
      open
      size="s"
      title={refused.title}
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
        <a href={href(refused.to)} onClick={onClose}>
          {refused.seeBookings}
        </a>
      </div>
    </Dialog>
  );
}
