import { useState } from "preact/hooks";
import type { Booking, BookingPayment, BookingPaymentInput } from "../../../../sdk/index.ts";
import { Field, Input, Select } from "../../../kit/index.ts";
import { fieldErrors } from "../../data/explain.ts";
import { useAction } from "../../data/hooks.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { amountOf, minorOf } from "../resources/money.ts";
import { en } from "./detail-strings.ts";
import { dueNow } from "./state.ts";

type Method = BookingPaymentInput["method"];
const methods = ["card", "cash", "wire", "paypal", "check", "voucher"] as const satisfies readonly Method[];

interface RecordPaymentProps {
  kind: "payment" | "refund";
  booking: Booking;
  onClose(): void;
  onRecorded(payment: BookingPayment): void;
}

/** Writes down money that changed hands elsewhere. */
export function RecordPayment({ kind, booking, onClose, onRecorded }: RecordPaymentProps) {
  const { t, money } = useStrings(en);
  const { foyer, toasts, storage } = usePortal();
  const { currency, paid, balance } = booking;
  const most = kind === "payment" ? balance : paid;
  // What is owed back, if anything; else all of it.
  const owed = booking.refund && booking.refund.amount > 0 ? booking.refund.amount : -Math.min(0, balance);
  const [text, setText] = useState(
    amountOf(kind === "payment" ? dueNow(booking) : Math.min(paid, owed || paid), currency),
  );
  const [method, setMethod] = useState<Method>(() => {
    const last = storage.get<string>("payment-method");
    return methods.find((one) => one === last) ?? "card";
  });
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const amount = minorOf(text, currency);
  const bad = amount === undefined || amount < 1 || amount > most;
  const range = t("amountRange", { least: money(1, currency), most: money(most, currency) });
  const save = useAction(
    async () => {
      setTried(true);
      setWrong({});
      if (bad) return;
      const payment = await foyer.booking_payments.create(booking.id, {
        kind,
        method,
        amount,
        note: note.trim() || null,
      });
      storage.set("payment-method", method);
      onRecorded(payment);
      onClose();
      toasts.show(t(kind === "payment" ? "paymentDone" : "refundDone", { amount: money(amount, currency) }));
    },
    {
      onError: (error) => {
        const found = fieldErrors(error);
        setWrong(found);
        return Object.keys(found).length > 0;
      },
    },
  );
  return (
    <Confirm
      title={t(kind === "payment" ? "recordPayment" : "recordRefund")}
      action={t(kind === "payment" ? "recordPayment" : "recordRefund")}
      variant="primary"
      busy={save.busy}
      onConfirm={() => void save.run()}
      onClose={onClose}
    >
      <p class="f-muted">{t("recordText")}</p>
      <Field label={t("amount", { currency })} error={(tried && bad ? range : undefined) ?? wrong.amount}>
        <Input value={text} onInput={setText} inputmode="decimal" autocomplete="off" autofocus />
      </Field>
      <Field label={t("method")} error={wrong.method}>
        <Select
          value={method}
          onChange={(value) => setMethod(value as Method)}
          options={methods.map((value) => ({ value, label: t(`method.${value}`) }))}
        />
      </Field>
      <Field label={t("note")} optional error={wrong.note}>
        <Input value={note} onInput={setNote} maxLength={500} autocomplete="off" />
      </Field>
    </Confirm>
  );
}
