import { useState } from "preact/hooks";
import { Button, Skeleton } from "../../../kit/index.ts";
import { useList, useMembers } from "../../data/hooks.ts";
import { Facts } from "../../parts/list-detail.tsx";
import { Panel } from "../../parts/panel.tsx";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { Shown } from "../../parts/shown.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import type { PartProps } from "./booking.tsx";
import { PaidBadge } from "./columns.tsx";
import { en } from "./detail-strings.ts";
import { RefundSaid } from "./details.tsx";
import { PriceLines } from "./price-lines.tsx";
import { RecordPayment } from "./record-payment.tsx";

/** How the price came about, and what was paid of it. */
export function Payment({ booking, put, reload }: PartProps & { reload(): void }) {
  const { t, money } = useStrings(en);
  const { can } = usePortal();
  const members = useMembers();
  const [recording, setRecording] = useState<"payment" | "refund">();
  const list = useList(["payments", booking.id], (foyer, page) => foyer.booking_payments.list(booking.id, page), {
    on: ["booking."],
    keep: false,
  });
  const amount = (minor: number) => <span class="f-tabular">{money(minor, booking.currency)}</span>;
  const { paid, balance, deposit } = booking;
  const open = Math.max(0, deposit - paid);
  const write = can("bookings:write");
  return (
    <>
      <Facts
        of={[
          [
            t("total"),
            <span class="p-booking-price">
              {amount(booking.price)} <PaidBadge of={booking} />
            </span>,
          ],
          ...(deposit > 0 && deposit < booking.price
            ? [
                [
                  t("depositDue"),
                  <>
                    {amount(deposit)}
                    {open > 0 && (
                      <span class="f-muted"> · {t("depositOpen", { amount: money(open, booking.currency) })}</span>
                    )}
                  </>,
                ] as const,
              ]
            : []),
          [t("paid"), amount(paid)],
          [balance < 0 ? t("toGiveBack") : t("balance"), <strong>{amount(Math.abs(balance))}</strong>],
          ...(booking.refund ? [[t("refund"), <RefundSaid of={booking} />] as const] : []),
        ]}
      />
      {write && (balance > 0 || paid > 0) && (
        <div class="p-booking-buttons">
          {balance > 0 && booking.status !== "cancelled" && (
            <Button size="s" onClick={() => setRecording("payment")}>
              {t("recordPayment")}
            </Button>
          )}
          {paid > 0 && (
            <Button size="s" onClick={() => setRecording("refund")}>
              {t("recordRefund")}
            </Button>
          )}
        </div>
      )}
      <Panel title={t("payments")}>
        <Shown of={list} skeleton={<Skeleton lines={2} height="44px" />}>
          {(rows) =>
            rows.length === 0 ? (
              <p class="f-muted">{t("noPayments")}</p>
            ) : (
              <ul class="p-payments p-card">
                {rows.map((row) => {
                  const by = members.items.find((member) => member.id === row.member_id)?.name;
                  return (
                    <li key={row.id}>
                      <span class="p-payment-what">
                        {t(`kind.${row.kind}`)} · {t(`method.${row.method}`)}
                        <span class="f-muted">
                          <RelativeTime at={row.created_at} />
                          {by && ` · ${by}`}
                          {row.note && ` · ${row.note}`}
                        </span>
                      </span>
                      <span class="f-tabular">
                        {money(row.kind === "refund" ? -row.amount : row.amount, row.currency)}
                      </span>
                    </li>
                  );
                })}
              </ul>
            )
          }
        </Shown>
      </Panel>
      <Panel title={t("priceFrom")}>
        {booking.quote ? <PriceLines of={booking.quote} /> : <p class="f-muted">{t("noLines")}</p>}
      </Panel>
      {recording && (
        <RecordPayment
          kind={recording}
          booking={booking}
          onClose={() => setRecording(undefined)}
          onRecorded={(payment) => {
            list.put(payment);
            // The booking follows by itself; until it is here it is shown as it will be.
            const sum = payment.kind === "payment" ? payment.amount : -payment.amount;
            put({ ...booking, paid: paid + sum, balance: balance - sum });
            reload();
          }}
        />
      )}
    </>
  );
}
