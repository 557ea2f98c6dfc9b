import { useState } from "preact/hooks";
import { type Member, ProblemError, type Shift } from "../../../../sdk/index.ts";
import { Button, Menu } from "../../../kit/index.ts";
import { useAction } from "../../data/hooks.ts";
import { outdated } from "../../data/outdated.ts";
import { ChoiceField, ManyField, TextField } from "../../parts/fields.tsx";
import { FormDialog, useForm } from "../../parts/form-dialog.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import type { Places } from "../bookings/use-places.ts";
import { weekdays } from "../resources/hours.ts";
import { useWeekdayName } from "../resources/use-weekday-name.ts";
import { draftOf, freshShift, inputOf, type ShiftDraft, wrongIn } from "./shift.ts";
import { en } from "./strings.ts";

interface ShiftFormProps {
  /** The one to change; otherwise `draft` is one to come. */
  shift?: Shift;
  draft?: ShiftDraft;
  places: Places;
  people: readonly Member[];
  zoneOf(venue_id: string | null): string;
  write: boolean;
  onClose(): void;
}

interface Overlap {
  id: string;
  starts_at: string;
  ends_at: string;
}

/** Plans a shift or a series, or changes one. */
export function ShiftForm({ shift, draft: fresh, places, people, zoneOf, write, onClose }: ShiftFormProps) {
  const { t, dateRange } = useStrings(en);
  const weekdayName = useWeekdayName();
  const { foyer, cache, toasts } = usePortal();
  const [conflicts, setConflicts] = useState<Overlap[]>([]);
  const form = useForm<ShiftDraft>(
    () => (shift ? draftOf(shift, zoneOf(shift.venue_id)) : (fresh ?? freshShift("", "", "", null))),
    {
      check: (draft) => Object.fromEntries(Object.entries(wrongIn(draft)).map(([place, key]) => [place, t(key)])),
      save: async (draft) => {
        const { recurrence, ...input } = inputOf(draft, zone);
        if (shift) {
          await foyer.shifts.update(shift.id, { ...input, version: shift.version });
          toasts.show(t("saved"));
        } else {
          const { shifts } = await foyer.shifts.create({ ...input, recurrence: recurrence ?? null });
          toasts.show(t("planned_", { count: shifts.length }));
        }
        cache.hear({ type: "shift.created" });
        onClose();
      },
      // The form says the span by its date and its times of day.
      renamed: { "/starts_at": "/from", "/ends_at": "/to", "/recurrence": "/until" },
      onError: (error) => {
        if (outdated(error)) cache.hear({ type: "shift.updated" });
        if (!(error instanceof ProblemError) || error.code !== "shift_conflict") return false;
        setConflicts((error.problem.conflicts as Overlap[] | undefined) ?? []);
        return true;
      },
    },
  );
  const { draft } = form;
  const zone = zoneOf(draft.venue_id);
  const change = (patch: Partial<ShiftDraft>) => {
    form.change(patch);
    setConflicts([]);
  };
  const person = people.find(({ id }) => id === draft.member_id)?.name ?? "";
  const remove = useAction(async (series: "this" | "following") => {
    if (!shift) return;
    await foyer.shifts.delete(shift.id, { series });
    cache.hear({ type: "shift.deleted" });
    const { member_id, venue_id, starts_at, ends_at, notes } = shift;
    const again = () =>
      void foyer.shifts
        .create({ member_id, venue_id, starts_at, ends_at, notes })
        .then(() => cache.hear({ type: "shift.created" }));
    toasts.show(t("removed"), series === "this" ? { undo: again } : {});
    onClose();
  });
  const removal = shift?.series_id ? (
    <Menu
      items={(["this", "following"] as const).map((series) => ({
        label: t(series === "this" ? "deleteThis" : "deleteFollowing"),
        danger: true,
        onSelect: () => void remove.run(series),
      }))}
    >
      {t("deleteShift")}
    </Menu>
  ) : (
    <Button variant="danger" busy={remove.busy} onClick={() => void remove.run("this")}>
      {t("deleteShift")}
    </Button>
  );
  return (
    <FormDialog
      form={form}
      title={shift ? t("editShift", { name: person }) : t("newShift")}
      action={write ? (shift ? t("save") : t("plan")) : undefined}
      more={shift && removal}
      onClose={onClose}
    >
      <div class="p-form-pair">
        <ChoiceField
          at="/member_id"
          label={t("person")}
          value={draft.member_id}
          onChange={(member_id) => change({ member_id })}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ChoiceField
          at="/venue_id"
          label={t("venue")}
          value={draft.venue_id ?? ""}
          onChange={(id) => change({ venue_id: id || null })}
          options={[
            ...places.venues.map(({ id, name }) => ({ value: id, label: name })),
            { value: "", label: t("anywhere") },
          ]}
        />
      </div>
      <div class="p-form-pair p-shift-times">
        <TextField
          at="/date"
          type="date"
          label={t(draft.repeat === "never" ? "date" : "firstDate")}
          value={draft.date}
          onChange={(date) => change({ date: date ?? "" })}
        />
        <TextField
          at="/from"
          type="time"
          label={t("from")}
          value={draft.from}
          onChange={(from) => change({ from: from ?? "" })}
        />
        <TextField at="/to" type="time" label={t("to")} value={draft.to} onChange={(to) => change({ to: to ?? "" })} />
      </div>
      <p class="f-hint">
        {t("clock", { zone: zone.replace(/_/g, " ") })} {draft.to && draft.to <= draft.from && t("nextDay")}
      </p>
      {!shift && (
        <div class="p-form-pair">
          <ChoiceField
            at="/repeat"
            label={t("repeat")}
            value={draft.repeat}
            onChange={(repeat) => change({ repeat })}
            options={(["never", "daily", "weekly"] as const).map((value) => ({
              value,
              label: t(`repeat.${value}`),
            }))}
          />
          {draft.repeat !== "never" && (
            <TextField
              at="/until"
              type="date"
              label={t("until")}
              value={draft.until}
              onChange={(until) => change({ until: until ?? "" })}
            />
          )}
        </div>
      )}
      {!shift && draft.repeat === "weekly" && (
        <ManyField
          at="/days"
          label={t("days")}
          value={draft.days}
          onChange={(days) => change({ days })}
          options={weekdays.map((value) => ({ value, label: weekdayName(value, "short") }))}
        />
      )}
      <TextField
        at="/notes"
        label={t("notes")}
        optional
        rows={2}
        maxLength={1000}
        value={draft.notes}
        onChange={(notes) => change({ notes })}
      />
      {conflicts.length > 0 && (
        <div class="p-shift-conflict" role="alert">
          <p>{t("conflict", { name: person })}</p>
          <ul class="f-tabular">
            {conflicts.map((one) => (
              <li key={one.id}>
                {dateRange(one.starts_at, one.ends_at, {
                  dateStyle: "medium",
                  timeStyle: "short",
                  timeZone: zone,
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </FormDialog>
  );
}
