import type { WaitlistOffer } from "@foyer/sdk";
import { Button } from "../../kit/controls/button.tsx";
import { Dialog } from "../../kit/controls/dialog.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { useStore } from "../../kit/store.ts";
import { Failed } from "./failed.tsx";
import type { Waiting } from "./state.ts";
import type { en } from "./strings/en.ts";

interface LeavingProps {
  waiting: Waiting;
  entry: WaitlistOffer;
  offered: boolean;
}

/** Asks once more, by name: what is given back goes to the next one. */
export function Leaving({ waiting, entry, offered }: LeavingProps) {
  const { t } = useI18n<typeof en>();
  const { leaving, working, failure } = useStore(waiting.store);
  const close = () => waiting.ask(false);
  return (
    <Dialog
      open={leaving}
      onClose={close}
      title={t(offered ? "declineTitle" : "leaveTitle", { name: entry.resource_name })}
      size="s"
      actions={
        <>
          <Button onClick={close}>{t("stay")}</Button>
          <Button variant="danger" busy={working === "leaving"} onClick={() => void waiting.leave()}>
            {t(offered ? "decline" : "leave")}
          </Button>
        </>
      }
    >
      <p>{t(offered ? "declineText" : "leaveText")}</p>
      {failure !== undefined && leaving && <Failed title={t("failed")} of={failure} />}
    </Dialog>
  );
}
