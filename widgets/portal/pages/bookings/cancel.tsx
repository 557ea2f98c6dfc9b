import { useState } from "preact/hooks";
import type { Booking, CancellationInput } from "../../../../sdk/index.ts";
import { Field, Input, Select, Textarea } from "../../../kit/index.ts";
import { useAction } from "../../data/hooks.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { amountOf, minorOf } from "../resources/money.ts";
import { en } from "./detail-strings.ts";
import { guest } from "./state.ts";

type Decision = NonNullable<CancellationInput["refund"]>["decision"];

interface CancelProps {
  booking: Booking;
  onClose(): void;
  onCancelled(booking: Booking): void;
  onError(error: unknown): boolean;
}

/** Calls a booking off, with the reason why, and says what is given back of what was paid. */
export function Cancel({ booking, onClose, onCancelled, onError }: CancelProps) {
  const { t, money } = useStrings(en);
  const { foyer, toasts } = usePortal();
  const { paid, currency } = booking;
  const [reason, setReason] = useState("");
  const [decision, setDecision] = useState<Decision>("full");
  const [text, setText] = useState(amountOf(paid, currency));
  const [tried, setTried] = useState(false);
  const amount = minorOf(text, currency);
  const wrong = decision === "partial" && (amount === undefined || amount < 1 || amount > paid);
  const cancel = useAction(
    async () => {
      setTried(true);
      if (paid > 0 && wrong) return;
      const refund = decision === "partial" ? { decision, amount: amount ?? 0 } : { decision };
      const body = {
        version: booking.version,
        ...(reason.trim() ? { reason: reason.trim() } : {}),
        ...(paid > 0 ? { refund } : {}),
      };
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
      {paid > 0 && (
        <>
          <Field label={t("refundWhat", { paid: money(paid, currency) })} hint={t("refundHint")}>
            <Select
              value={decision}
              onChange={(value) => setDecision(value as Decision)}
              options={[
                { value: "full", label: t("refundAll", { amount: money(paid, currency) }) },
                { value: "partial", label: t("refundSome") },
                { value: "none", label: t("refundNothing") },
              ]}
            />
          </Field>
          {decision === "partial" && (
            <Field
              label={t("refundAmount")}
              error={tried && wrong ? t("amountWrong", { most: money(paid, currency) }) : undefined}
            >
              <Input value={text} onInput={setText} inputmode="decimal" autocomplete="off" />
            </Field>
          )}
        </>
      )}
    </Confirm>
  );
}
