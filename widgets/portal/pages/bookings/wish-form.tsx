import type { ComponentChildren } from "preact";
import type { Booking } from "../../../../sdk/index.ts";
import { Checkbox, Field, Select } from "../../../kit/index.ts";
import { useStrings } from "../../strings/use.ts";
import { type Draft, mostWeeks, venuesOf, withResource } from "./draft.ts";
import { Extras } from "./extras.tsx";
import { en } from "./form-strings.ts";
import { Guests } from "./guests.tsx";
import { Taken } from "./refusal.tsx";
import type { Refusal } from "./refused.ts";
import { SlotPicker } from "./slot-picker.tsx";
import { Stepper } from "./stepper.tsx";
import type { Places } from "./use-places.ts";

interface WishFormProps {
  places: Places;
  draft: Draft;
  onChange(draft: Draft): void;
  refusal: Refusal | undefined;
  /** Why the promotion code does not count, as the price says. */
  code: string | undefined;
  /** The day that is shown at first. */
  date?: string | undefined;
  /** The booking that is being changed; without one it may be repeated. */
  own?: Booking;
}

/** What is booked: of what, for whom, when, with what. */
export function WishForm({ places, draft, onChange, refusal, code, date, own }: WishFormProps) {
  const { t } = useStrings(en);
  const resource = places.resourceOf(draft.resource_id);
  if (!resource) return null;
  const zone = places.venueOf(draft.venue_id)?.time_zone ?? places.zoneOf(resource);
  const wrong = refusal?.fields ?? {};
  const change = (patch: Partial<Draft>) => onChange({ ...draft, ...patch });
  const venues = venuesOf(resource);
  const variants = resource.variants.filter(({ id, status }) => status === "active" || id === draft.variant_id);
  const options = places.resources.filter(
    (one) => (one.status === "available" && !one.template) || one.id === own?.resource_id,
  );
  return (
    <div class="p-wish">
      <Part title={t("what")}>
        <div class="p-form-pair">
          <Field label={t("resource")} error={wrong.resource_id}>
            <Select
              value={resource.id}
              onChange={(id) => {
                const next = places.resourceOf(id);
                if (next) onChange(withResource(draft, next));
              }}
              options={options.map((one) => ({ value: one.id, label: places.labelOf(one) }))}
            />
          </Field>
          {venues.length > 1 && (
            <Field label={t("venue")} error={wrong.venue_id}>
              <Select
                value={draft.venue_id}
                onChange={(venue_id) => change({ venue_id })}
                options={venues.map((id) => ({ value: id, label: places.venueOf(id)?.name ?? id }))}
              />
            </Field>
          )}
          {variants.length > 0 && (
            <Field label={t("variant")} error={wrong.variant_id}>
              <Select
                value={draft.variant_id ?? ""}
                onChange={(id) =>
                  change({
                    variant_id: id || null,
                    ...(draft.free ? {} : { starts_at: undefined, ends_at: undefined }),
                  })
                }
                options={[
                  { value: "", label: t("standard") },
                  ...variants.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            </Field>
          )}
        </div>
        <Guests resource={resource} draft={draft} wrong={wrong} onChange={change} />
      </Part>
      <Part title={t("time")}>
        {refusal?.taken && (
          <Taken
            of={refusal.taken}
            zone={zone}
            onChoose={({ starts_at, ends_at }) => change({ starts_at, ends_at, free: false })}
          />
        )}
        <SlotPicker
          // Another resource has other days; a time that was offered instead may lie on another day.
          key={`${resource.id} ${refusal?.taken ? draft.starts_at : ""}`}
          resource={resource}
          zone={zone}
          draft={draft}
          date={date}
          own={own}
          onChange={change}
        />
        {(wrong.starts_at ?? wrong.ends_at) && (
          <p class="f-error" role="alert">
            {wrong.starts_at ?? wrong.ends_at}
          </p>
        )}
        {!own && (
          <div class="p-repeat">
            <Checkbox
              checked={draft.weeks > 1}
              hint={draft.weeks > 1 ? t("repeatHint") : undefined}
              error={wrong.recurrence}
              onChange={(on) => change({ weeks: on ? 4 : 1 })}
            >
              {t("repeatWeekly")}
            </Checkbox>
            {draft.weeks > 1 && (
              <Field label={t("times")}>
                <Stepper
                  name={t("times")}
                  min={2}
                  max={mostWeeks}
                  value={draft.weeks}
                  onChange={(weeks) => change({ weeks })}
                />
              </Field>
            )}
          </div>
        )}
      </Part>
      <Part title={t("extras")}>
        <Extras resource={resource} draft={draft} wrong={wrong} code={code ?? refusal?.code} onChange={change} />
      </Part>
    </div>
  );
}

/** A titled part of a long form. */
export function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="p-part" aria-label={title}>
      <h3>{title}</h3>
      <div class="p-form">{children}</div>
    </section>
  );
}
