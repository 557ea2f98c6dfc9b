import { useState } from "preact/hooks";
import type { Booking } from "../../../../sdk/index.ts";
import { Button, Dialog, Field, Input, Select, useI18n } from "../../../kit/index.ts";
import { useAction } from "../../data/hooks.ts";
import { outdated } from "../../data/outdated.ts";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { alternativesOf, Taken } from "./refusal.tsx";
import { SlotPicker } from "./slot-picker.tsx";
import { guest } from "./state.ts";
import { en } from "./strings.ts";
import { usePlaces } from "./use-places.ts";

export interface MoveProps {
  booking: Booking;
  onClose(): void;
  onMoved(booking: Booking): void;
  /** Somebody else changed it first. */
  onOutdated(): void;
}

/** Another time, resource or party for a booking. */
export function Move({ booking, onClose, onMoved, onOutdated }: MoveProps) {
  const { t, date } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { foyer, toasts } = usePortal();
  const places = usePlaces();
  const [resourceId, setResourceId] = useState(booking.resource_id);
  const [party, setParty] = useState(String(booking.party));
  const [startsAt, setStartsAt] = useState<string | undefined>(booking.starts_at);
  const [taken, setTaken] = useState<ReturnType<typeof alternativesOf>>();
  const resource = places.resourceOf(resourceId);
  const zone = resource ? places.zoneOf(resource) : booking.time_zone;
  const guests = Math.max(1, Number(party) || 1);
  const changed = startsAt !== booking.starts_at || resourceId !== booking.resource_id || guests !== booking.party;
  const save = useAction(
    async () => {
      if (!startsAt) return;
      setTaken(undefined);
      const moved = await foyer.bookings.update(booking.id, {
        version: booking.version,
        ...(startsAt === booking.starts_at ? {} : { starts_at: startsAt }),
        ...(resourceId === booking.resource_id ? {} : { resource_id: resourceId }),
        ...(guests === booking.party ? {} : { party: guests }),
      });
      onMoved(moved);
      const when = date(moved.starts_at, { dateStyle: "medium", timeStyle: "short", timeZone: moved.time_zone });
      toasts.show(t("moveDone", { when }));
      onClose();
    },
    {
      onError: (error) => {
        setTaken(alternativesOf(error));
        if (outdated(error)) {
          onOutdated();
          onClose();
          return true;
        }
        return alternativesOf(error) !== undefined;
      },
    },
  );
  return (
    <Dialog
      open
      size="l"
      title={t("moveTitle", { guest: guest(booking) })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.t("cancel")}</Button>
          <Button variant="primary" busy={save.busy} disabled={!changed || !startsAt} onClick={() => void save.run()}>
            {t("moveDo")}
          </Button>
        </>
      }
    >
      <div class="p-form">
        <div class="p-form-pair">
          <Field label={t("resource")}>
            <Select
              value={resourceId}
              onChange={(id) => {
                setResourceId(id);
                setStartsAt(undefined);
              }}
              options={places.resources
                .filter((one) => one.status === "available" || one.id === booking.resource_id)
                .map((one) => ({ value: one.id, label: places.labelOf(one) }))}
            />
          </Field>
          <Field label={t("party")}>
            <Input
              type="number"
              min="1"
              max={String(resource?.max_party ?? 10_000)}
              inputmode="numeric"
              value={party}
              onInput={setParty}
            />
          </Field>
        </div>
        {taken && <Taken slots={taken} zone={zone} onChoose={setStartsAt} />}
        {resource && (
          <SlotPicker
            key={resourceId + (taken ? startsAt : "")}
            resource={resource}
            zone={zone}
            party={guests}
            value={startsAt}
            onChange={setStartsAt}
          />
        )}
      </div>
    </Dialog>
  );
}
