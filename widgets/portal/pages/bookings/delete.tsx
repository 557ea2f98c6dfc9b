import type { Booking } from "../../../../sdk/index.ts";
import { useAction } from "../../data/hooks.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { usePortal } from "../../portal.ts";
import { patched } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./detail-strings.ts";
import { guest } from "./state.ts";

/** For what should never have been there. */
export function Delete({ booking, back, onClose }: { booking: Booking; back: string; onClose(): void }) {
  const { t } = useStrings(en);
  const { foyer, router, toasts, cache } = usePortal();
  const remove = useAction(async () => {
    await foyer.bookings.delete(booking.id);
    onClose();
    router.go(back + patched(router.get().query, {}));
    cache.hear({ type: "booking.deleted" });
    toasts.show(t("deleted", { reference: booking.reference }));
  });
  return (
    <Confirm
      title={t("deleteTitle", { reference: booking.reference })}
      action={t("deleteDo", { reference: booking.reference })}
      busy={remove.busy}
      onConfirm={() => void remove.run()}
      onClose={onClose}
    >
      <p>{t("deleteText", { guest: guest(booking) })}</p>
    </Confirm>
  );
}
