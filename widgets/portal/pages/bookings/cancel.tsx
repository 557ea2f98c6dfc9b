import { useState } from "preact/hooks";
import type { Booking } from "../../../../sdk/index.ts";
import { Field, Textarea } from "../../../kit/index.ts";
import { useAction } from "../../data/hooks.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { guest } from "./state.ts";
import { en } from "./strings.ts";

interface CancelProps {
  booking: Booking;
  onClose(): void;
  onCancelled(booking: Booking): void;
  onError(error: unknown): boolean;
}

/** Calls a booking off, with the reason why. */
export function Cancel({ booking, onClose, onCancelled, onError }: CancelProps) {
  const { t } = useStrings(en);
  const { foyer, toasts } = usePortal();
  const [reason, setReason] = useState("");
  const cancel = useAction(
    async () => {
      const body = { version: booking.version, ...(reason.trim() ? { reason: reason.trim() } : {}) };
      onCancelled(await foyer.bookings.cancel(booking.id, body));
      toasts.show(t("didCancel", { reference: booking.reference }));
      onClose();
    },
    {
      onError: (error) => {
        if (!onError(error)) return false;
        onClose();
        return true;
      },
    },
  );
  return (
    <Confirm
      title={t("cancelTitle", { guest: guest(booking) })}
      action={t("cancelDo", { reference: booking.reference })}
      busy={cancel.busy}
      onConfirm={() => void cancel.run()}
      onClose={onClose}
    >
      <p>{t("cancelText", { guest: guest(booking) })}</p>
      <Field label={t("cancelWhy")} hint={t("cancelWhyHint")} optional>
        <Textarea value={reason} onInput={setReason} rows={2} maxLength={500} />
      </Field>
    </Confirm>
  );
}
