import type { ComponentChildren } from "preact";
import { Checkbox, Field, Input, Select, Textarea, useI18n } from "../../../kit/index.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import type { Places } from "../bookings/use-places.ts";
import type { Draft } from "./draft.ts";
import { HoursEditor } from "./hours-editor.tsx";
import { currencies } from "./lists.ts";
import { en } from "./strings.ts";

export interface FormProps {
  draft: Draft;
  onChange(patch: Partial<Draft>): void;
  /** Messages by field. */
  wrong: Record<string, string | undefined>;
  places: Places;
  disabled: boolean;
}

/** All that can be said about a resource. */
export function ResourceForm({ draft, onChange, wrong, places, disabled }: FormProps) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const number = (name: keyof Draft & string, label: string, hint?: string, optional = false) => (
    <Field label={label} hint={hint} error={wrong[name]} optional={optional}>
      <Input inputmode="numeric" value={String(draft[name])} onInput={(value) => onChange({ [name]: value })} />
    </Field>
  );
  return (
    <fieldset class="p-form p-sheet" disabled={disabled}>
      <Part title={t("details")}>
        <Field label={t("name")} error={wrong.name}>
          <Input value={draft.name} onInput={(name) => onChange({ name })} maxLength={120} />
        </Field>
        <div class="p-form-pair">
          <Field label={t("venue")} error={wrong.venue_id}>
            <Select
              value={draft.venue_id}
              onChange={(venue_id) => onChange({ venue_id })}
              options={places.venues.map((venue) => ({ value: venue.id, label: venue.name }))}
            />
          </Field>
          <Field label={t("kind")} error={wrong.kind}>
            <Select
              value={draft.kind}
              onChange={(kind) => onChange({ kind: kind as Draft["kind"] })}
              options={(["experience", "service", "rental"] as const).map((value) => ({
                value,
                label: t(`kind.${value}`),
              }))}
            />
          </Field>
          <Field label={t("status")} error={wrong.status}>
            <Select
              value={draft.status}
              onChange={(status) => onChange({ status: status as Draft["status"] })}
              options={(["available", "maintenance", "retired"] as const).map((value) => ({
                value,
                label: words.t(`status.${value}`),
              }))}
            />
          </Field>
        </div>
        <Field label={t("description")} optional error={wrong.description}>
          <Textarea value={draft.description} onInput={(description) => onChange({ description })} rows={2} />
        </Field>
        <Field label={t("image")} hint={t("imageHint")} optional error={wrong.image_url}>
          <Input type="url" value={draft.image_url} onInput={(image_url) => onChange({ image_url })} />
        </Field>
      </Part>
      <Part title={t("times")}>
        <div class="p-form-pair">
          {number("duration_minutes", t("duration"))}
          {number("slot_step_minutes", t("step"))}
        </div>
        <div class="p-form-pair">
          {number("buffer_before_minutes", t("before"))}
          {number("buffer_after_minutes", t("after"))}
        </div>
        <Checkbox
          checked={draft.hours !== null}
          hint={t("ownHoursHint")}
          disabled={disabled}
          onChange={(own) => onChange({ hours: own ? (places.venueOf(draft.venue_id)?.hours ?? []) : null })}
        >
          {t("ownHours")}
        </Checkbox>
        {draft.hours && <HoursEditor value={draft.hours} onChange={(hours) => onChange({ hours })} />}
      </Part>
      <Part title={t("places")}>
        <div class="p-form-pair">
          {number("capacity", t("capacity"))}
          {number("min_party", t("minParty"))}
          {number("max_party", t("maxParty"))}
        </div>
        <div class="p-form-pair">
          <Field label={t("amount")} error={wrong.price}>
            <Input inputmode="decimal" value={draft.price} onInput={(price) => onChange({ price })} class="f-tabular" />
          </Field>
          <Field label={t("currency")} error={wrong.currency}>
            <Select
              value={draft.currency}
              onChange={(currency) => onChange({ currency })}
              options={currencies(draft.currency).map((value) => ({ value, label: value }))}
            />
          </Field>
          <Field label={t("per")} error={wrong.price_per}>
            <Select
              value={draft.price_per}
              onChange={(price_per) => onChange({ price_per: price_per as Draft["price_per"] })}
              options={(["place", "booking"] as const).map((value) => ({ value, label: t(`per.${value}`) }))}
            />
          </Field>
        </div>
      </Part>
      <Part title={t("rules")}>
        <div class="p-form-pair">
          {number("horizon_days", t("horizon"))}
          {number("lead_minutes", t("lead"), undefined, true)}
        </div>
        <p class="f-hint">{t("leadHint", { count: places.company?.min_booking_hours ?? 0 })}</p>
        <Checkbox
          checked={draft.requires_approval}
          hint={t("approvalHint")}
          disabled={disabled}
          onChange={(requires_approval) => onChange({ requires_approval })}
        >
          {t("approval")}
        </Checkbox>
      </Part>
    </fieldset>
  );
}

/** A titled group of fields. */
export function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="p-sheet-part" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
