import { useState } from "preact/hooks";
import type { BlockWithConflicts, Pool } from "../../../../sdk/index.ts";
import { Button, Dialog, today } from "../../../kit/index.ts";
import { useAction } from "../../data/hooks.ts";
import { type Errors, pointedErrors } from "../../parts/errors.ts";
import { CheckField, Fields, TextField } from "../../parts/fields.tsx";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import type { Places } from "../bookings/use-places.ts";
import { type ClosureDraft, freshClosure, inputOf, wrongIn } from "./closure.ts";
import { en } from "./strings.ts";
import { Subjects } from "./subjects.tsx";

interface ClosureFormProps {
  places: Places;
  pools: readonly Pool[];
  onClose(): void;
  onClosed(made: BlockWithConflicts): void;
}

/** Closes a time. */
export function ClosureForm({ places, pools, onClose, onClosed }: ClosureFormProps) {
  const { t } = useStrings(en);
  const { foyer } = usePortal();
  const company = places.company?.time_zone ?? "UTC";
  const [draft, setDraft] = useState<ClosureDraft>(() => freshClosure(today(company)));
  const [errors, setErrors] = useState<Errors>({});
  const change = (patch: Partial<ClosureDraft>) => {
    setDraft((all) => ({ ...all, ...patch }));
    setErrors({});
  };
  const [venue] = draft.venue_ids;
  const [resource] = draft.resource_ids;
  const zone = venue
    ? (places.venueOf(venue)?.time_zone ?? company)
    : resource
      ? places.zoneOf(places.resourceOf(resource))
      : company;
  const save = useAction(
    async () => {
      const wrong = Object.entries(wrongIn(draft)).map(([place, key]) => [place, t(key)]);
      setErrors(Object.fromEntries(wrong));
      if (wrong.length === 0) onClosed(await foyer.blocks.create(inputOf(draft, zone)));
    },
    {
      onError: (error) => {
        const { "/starts_at": start, "/ends_at": end, ...rest } = pointedErrors(error);
        const found = { ...rest, ...(start ? { "/from": start } : {}), ...(end ? { "/to": end } : {}) };
        setErrors(found);
        return Object.keys(found).length > 0;
      },
    },
  );
  const date = (name: "from" | "to", label: string) => (
    <TextField
      at={`/${name}`}
      type="date"
      label={label}
      value={draft[name]}
      onChange={(value) => change({ [name]: value ?? "" })}
    />
  );
  const time = (name: "start" | "end", label: string) => (
    <TextField
      at={`/${name}`}
      type="time"
      label={label}
      value={draft[name]}
      onChange={(value) => change({ [name]: value ?? "" })}
    />
  );
  return (
    <Dialog
      open
      title={t("newClosure")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" busy={save.busy} onClick={() => void save.run()}>
            {t("close")}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save.run();
        }}
      >
        <Fields errors={errors} currency="USD" disabled={false}>
          <div class="p-form">
            <TextField
              at="/reason"
              label={t("reason")}
              hint={t("reasonHint")}
              optional
              maxLength={200}
              value={draft.reason}
              onChange={(reason) => change({ reason })}
            />
            <CheckField at="/whole" checked={draft.whole} onChange={(whole) => change({ whole })}>
              {t("whole")}
            </CheckField>
            <div class="p-form-pair p-shift-times">
              {date("from", t(draft.whole ? "firstDate" : "starts"))}
              {!draft.whole && time("start", t("from"))}
              {date("to", t(draft.whole ? "lastDate" : "ends"))}
              {!draft.whole && time("end", t("to"))}
            </div>
            <p class="f-hint">{t("clock", { zone: zone.replace(/_/g, " ") })}</p>
            <Subjects value={draft} onChange={change} places={places} pools={pools} />
          </div>
        </Fields>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

interface ConflictsProps {
  of: BlockWithConflicts["conflicts"];
  zone: string;
  onClose(): void;
}

/** Bookings that stand in a time that was closed. */
export function Conflicts({ of, zone, onClose }: ConflictsProps) {
  const { t, date } = useStrings(en);
  return (
    <Dialog
      open
      title={t("conflictsTitle", { count: of.length })}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t("done")}
        </Button>
      }
    >
      <p>{t("conflictsText")}</p>
      <ul class="p-conflicts">
        {of.map(({ booking_id, reference, starts_at }) => (
          <li key={booking_id}>
            <a href={href(`/bookings/${booking_id}`)}>{reference}</a>
            <span class="f-muted f-tabular">
              {date(starts_at, { dateStyle: "medium", timeStyle: "short", timeZone: zone })}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
