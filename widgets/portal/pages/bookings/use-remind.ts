import { type Booking, ProblemError } from "../../../../sdk/index.ts";
import { useAction } from "../../data/hooks.ts";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./detail-strings.ts";
import { guest } from "./state.ts";

/** Reminds whoever booked, now. */
export function useRemind(booking: Booking) {
  const { t } = useStrings(en);
  const { foyer, toasts } = usePortal();
  return useAction(
    async () => {
      await foyer.bookings.remind(booking.id);
      toasts.show(t("reminded", { guest: guest(booking) }));
    },
    {
      onError: (error) => {
        if (!(error instanceof ProblemError) || error.code !== "reminder_already_sent") return false;
        toasts.show(t("remindedAlready", { guest: guest(booking) }));
        return true;
      },
    },
  );
}
