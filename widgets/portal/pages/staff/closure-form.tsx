import type { BlockWithConflicts, Pool } from "../../../../sdk/index.ts";
import { Button, Dialog, today } from "../../../kit/index.ts";
import { CheckField, TextField } from "../../parts/fields.tsx";
import { FormDialog, useForm } from "../../parts/form-dialog.tsx";
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
  const zoneOf = ({ venue_ids: [venue], resource_ids: [resource] }: ClosureDraft): string => {
    if (venue) return places.venueOf(venue)?.time_zone ?? company;
    return resource ? places.zoneOf(places.resourceOf(resource)) : company;
  };
  const form = useForm<ClosureDraft>(() => freshClosure(today(company)), {
    check: (draft) => Object.fromEntries(Object.entries(wrongIn(draft)).map(([place, key]) => [place, t(key)])),
    save: async (draft) => onClosed(await foyer.blocks.create(inputOf(draft, zoneOf(draft)))),
    renamed: { "/starts_at": "/from", "/ends_at": "/to" },
  });
  const { draft, change } = form;
  const zone = zoneOf(draft);
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
    <FormDialog
      form={form}
      title={t("newClosure")}
      action={t("close")}
      more={<Button onClick={onClose}>{t("cancel")}</Button>}
      onClose={onClose}
    >
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
    </FormDialog>
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
