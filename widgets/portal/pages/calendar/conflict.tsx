import type { Booking, FoyerEvent } from "../../../../sdk/index.ts";
import { Button, Dialog, useI18n } from "../../../kit/index.ts";
import { useMembers } from "../../data/hooks.ts";
import { Facts } from "../../parts/list-detail.tsx";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { en as actors } from "../../strings/events.ts";
import { useStrings } from "../../strings/use.ts";
import { canMove, guest } from "../bookings/state.ts";
import type { Places } from "../bookings/use-places.ts";
import type { Span } from "./gesture.ts";
import { en } from "./strings.ts";

/** Somebody else changed a booking while it was being moved. */
export interface Conflict {
  was: Booking;
  now: Booking;
  wanted: Span;
  by: FoyerEvent["actor"] | undefined;
}

export interface ConflictProps {
  of: Conflict;
  places: Places;
  onAgain(booking: Booking, span: Span): void;
  onClose(): void;
}

/** Shows what a booking is now and what was meant, and lets the person decide. */
export function ConflictDialog({ of: { now, wanted, by }, places, onAgain, onClose }: ConflictProps) {
  const { t, dateRange } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { me } = usePortal();
  const members = useMembers();
  const name =
    by?.id && by.id === me.id
      ? t("youElsewhere")
      : (members.items.find((member) => member.id === by?.id)?.name ??
        (by && by.kind in actors ? actors[by.kind as keyof typeof actors] : t("somebody")));
  const when = ({ starts_at, ends_at }: Pick<Span, "starts_at" | "ends_at">) =>
    dateRange(starts_at, ends_at, {
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "numeric",
      minute: "2-digit",
      timeZone: now.time_zone,
    });
  const resource = places.resourceOf(wanted.resource_id)?.name ?? now.resource_name;
  return (
    <Dialog
      open
      size="m"
      title={t("faster", { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("keepTheirs")}</Button>
          {canMove(now) && (
            <Button
              variant="primary"
              onClick={() => {
                onClose();
                onAgain(now, wanted);
              }}
            >
              {t("changeAnyway")}
            </Button>
          )}
        </>
      }
    >
      <p>{t("fasterText", { guest: guest(now) })}</p>
      <div class="p-cal-conflict">
        <Facts
          of={[
            [t("isNow"), [when(now), now.resource_name, words.t(`status.${now.status}`)].join(" · ")],
            [t("youWanted"), [when(wanted), resource].join(" · ")],
          ]}
        />
      </div>
    </Dialog>
  );
}
