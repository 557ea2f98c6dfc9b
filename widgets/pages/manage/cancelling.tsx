import type { ManagedBooking } from "@foyer/sdk";
import { Button } from "../../kit/controls/button.tsx";
import { Dialog } from "../../kit/controls/dialog.tsx";
import { Field } from "../../kit/controls/field.tsx";
import { Textarea } from "../../kit/controls/textarea.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { useStore } from "../../kit/store.ts";
import { Refused } from "./refused.tsx";
import type { Managing } from "./state.ts";
import type { en } from "./strings/en.ts";

/** Asks once more, by name, and why. */
export function Cancelling({ managing, booking }: { managing: Managing; booking: ManagedBooking }) {
  const { t, date, money } = useI18n<typeof en>();
  const { mode, reason, working, failure } = useStore(managing.store);
  const close = () => managing.turn("view");
  return (
    <Dialog
      open={mode === "cancelling"}
      onClose={close}
      title={t("cancelTitle", { name: booking.resource_name })}
      size="s"
      actions={
        <>
          <Button onClick={close}>{t("keep")}</Button>
          <Button variant="danger" busy={working} onClick={() => void managing.cancel()}>
            {t("cancel")}
          </Button>
        </>
      }
    >
      <div class="manage-fields">
        <p>
          {t("cancelText", {
            date: date(booking.starts_at, { dateStyle: "full", timeStyle: "short", timeZone: booking.time_zone }),
          })}
        </p>
        {booking.paid > 0 && <p>{t("refund", { price: money(booking.paid, booking.currency) })}</p>}
        <Field label={t("reason")} optional>
          <Textarea rows={2} maxRows={5} maxLength={500} value={reason} onInput={managing.say} />
        </Field>
        {failure !== undefined && <Refused failure={failure} />}
      </div>
    </Dialog>
  );
}
