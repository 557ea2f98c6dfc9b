import { useState } from "preact/hooks";
import type { Booking, BookingBatch } from "../../../../sdk/index.ts";
import { Button, Dialog, Field, Menu, Textarea, useI18n } from "../../../kit/index.ts";
import { useAction } from "../../data/hooks.ts";
import { BulkBar } from "../../parts/bulk-bar.tsx";
import { Confirm } from "../../parts/confirm.tsx";
import { stillShown } from "../../parts/pick.ts";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { allows, type BatchAction, batchActions, guest } from "./state.ts";
import { en } from "./strings.ts";

/** The API takes so many at once. */
export const mostAtOnce = 100;

interface BatchProps {
  rows: readonly Booking[];
  picked: ReadonlySet<string>;
  onPick(picked: Set<string>): void;
}

/** The same done to all picked bookings, and what became of each of them. */
export function Batch({ rows, picked, onPick }: BatchProps) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { foyer, cache, toasts } = usePortal();
  const [reason, setReason] = useState<string>();
  const [outcome, setOutcome] = useState<{ action: BatchAction; results: BookingBatch["results"] }>();
  const ids = stillShown(
    picked,
    rows.map(({ id }) => id),
  );
  const chosen = rows.filter(({ id }) => picked.has(id));
  const run = useAction(async (action: BatchAction, why?: string) => {
    const { results } = await foyer.bookings.batch({ ids, action, ...(why ? { reason: why } : {}) });
    cache.hear({ type: "booking.status_changed" });
    setReason(undefined);
    const failed = results.filter(({ ok }) => !ok);
    // What failed stays picked, so that it can be tried another way.
    onPick(new Set(failed.map(({ id }) => id)));
    if (failed.length) setOutcome({ action, results });
    else toasts.show(t("batchDone", { action: t(`batch.${action}`), count: results.length }));
  });
  const possible = batchActions.filter((action) => chosen.some((booking) => allows(action, booking)));
  const start = (action: BatchAction) => (action === "cancel" ? setReason("") : void run.run(action));
  const [first, second, ...others] = possible.filter((action) => action !== "cancel");
  const menu = [
    ...others.map((action) => ({ label: t(`batch.${action}`), onSelect: () => start(action) })),
    ...(possible.includes("cancel")
      ? [{ label: t("batch.cancel"), danger: true, divided: others.length > 0, onSelect: () => start("cancel") }]
      : []),
  ];
  return (
    <>
      <BulkBar count={ids.length} onClear={() => onPick(new Set())}>
        {ids.length > mostAtOnce ? (
          <span class="f-muted">{t("batchMost", { most: mostAtOnce })}</span>
        ) : possible.length === 0 ? (
          <span class="f-muted">{t("batchNone")}</span>
        ) : (
          <>
            {[first, second].map(
              (action) =>
                action && (
                  <Button key={action} size="s" busy={run.busy} onClick={() => start(action)}>
                    {t(`batch.${action}`)}
                  </Button>
                ),
            )}
            {menu.length > 0 && <Menu size="s" label={t("batchMore")} items={menu} />}
          </>
        )}
      </BulkBar>
      {reason !== undefined && (
        <Confirm
          title={t("batchCancelTitle", { count: ids.length })}
          action={t("batchCancelDo", { count: ids.length })}
          busy={run.busy}
          onConfirm={() => void run.run("cancel", reason.trim())}
          onClose={() => setReason(undefined)}
        >
          <p>{t("batchCancelText")}</p>
          <Field label={t("batchReason")} hint={t("batchReasonHint")} optional>
            <Textarea value={reason} onInput={setReason} rows={2} maxLength={500} />
          </Field>
        </Confirm>
      )}
      {outcome && (
        <Dialog
          open
          title={t("batchSome", {
            action: t(`batch.${outcome.action}`),
            done: outcome.results.filter(({ ok }) => ok).length,
            all: outcome.results.length,
          })}
          onClose={() => setOutcome(undefined)}
          actions={<Button onClick={() => setOutcome(undefined)}>{words.t("close")}</Button>}
        >
          <p>{t("batchFailed")}</p>
          <ul class="p-batch-failed">
            {outcome.results
              .filter(({ ok }) => !ok)
              .map(({ id, problem }) => {
                const booking = rows.find((row) => row.id === id);
                return (
                  <li key={id}>
                    <strong>{booking ? `${guest(booking)}, ${booking.reference}` : id}</strong>
                    <span class="f-muted">{problem?.detail ?? t("batchGone")}</span>
                  </li>
                );
              })}
          </ul>
        </Dialog>
      )}
    </>
  );
}
