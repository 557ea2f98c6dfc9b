import { useState } from "preact/hooks";
import type { BlockWithConflicts } from "../../../../sdk/index.ts";
import { Button, Checkbox, Dialog, Field, Input, useI18n } from "../../../kit/index.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import type { Places } from "../bookings/use-places.ts";
import type { Span } from "./gesture.ts";
import { en } from "./strings.ts";
import { useBlocking } from "./use-blocks.ts";
import { clock, instantOf, isoOf, minutesOf, wallOf } from "./zone.ts";

export interface BlockTimeProps {
  span: Span;
  places: Places;
  venue: string | undefined;
  zone: string;
  onClose(): void;
  onBlocked(block: BlockWithConflicts): void;
}

/** What a field for date and time holds, on the clock of a zone. */
const local = (at: string, zone: string) => {
  const { date, minutes } = wallOf(at, zone);
  return `${date}T${clock(minutes)}`;
};

/** The instant of what such a field holds; undefined while it holds none. */
function instant(text: string, zone: string): string | undefined {
  const [date = "", time = ""] = text.split("T");
  const minutes = minutesOf(time);
  return date && minutes !== undefined && Number.isFinite(instantOf(date, minutes, zone))
    ? isoOf(date, minutes, zone)
    : undefined;
}

/** Makes some resources, or a whole venue, unavailable for a time. */
export function BlockTime({ span, places, venue, zone, onClose, onBlocked }: BlockTimeProps) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const [from, setFrom] = useState(local(span.starts_at, zone));
  const [to, setTo] = useState(local(span.ends_at, zone));
  const [reason, setReason] = useState("");
  const offered = places.resources.filter((one) => one.status !== "retired" && !one.template);
  const near = venue ? offered.filter((one) => one.venue_id === venue) : [];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(span.resource_id ? [span.resource_id] : near.map(({ id }) => id)),
  );
  const [wrong, setWrong] = useState<{ to?: string; what?: string }>({});
  const { create } = useBlocking(onBlocked);
  const save = async () => {
    const [starts_at, ends_at] = [instant(from, zone), instant(to, zone)];
    const missing = {
      ...(starts_at && ends_at && ends_at > starts_at ? {} : { to: t("blockOrder") }),
      ...(chosen.size ? {} : { what: t("blockNothing") }),
    };
    setWrong(missing);
    if (!starts_at || !ends_at || Object.keys(missing).length) return;
    const block = await create.run({
      starts_at,
      ends_at,
      reason: reason.trim() || null,
      resource_ids: offered.filter(({ id }) => chosen.has(id)).map(({ id }) => id),
    });
    if (block) onClose();
  };
  const set = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) on ? next.add(id) : next.delete(id);
    setChosen(next);
  };
  return (
    <Dialog
      open
      title={t("blockTime")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.t("cancel")}</Button>
          <Button variant="primary" busy={create.busy} onClick={() => void save()}>
            {t("blockDo")}
          </Button>
        </>
      }
    >
      <form
        class="p-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p class="f-muted">{t("blockText")}</p>
        <div class="p-form-pair p-cal-times">
          <Field label={t("blockFrom")}>
            <Input type="datetime-local" value={from} onInput={setFrom} />
          </Field>
          <Field label={t("blockTo")} error={wrong.to}>
            <Input type="datetime-local" value={to} onInput={setTo} />
          </Field>
        </div>
        <p class="f-hint">{t("zone", { zone: zone.replace(/_/g, " ") })}</p>
        <Field label={t("blockReason")} hint={t("blockReasonHint")} optional>
          <Input value={reason} onInput={setReason} maxLength={200} autocomplete="off" />
        </Field>
        <fieldset class="p-cal-what-list">
          <legend>{t("blockWhat")}</legend>
          {places.venues
            .map((one) => ({ one, own: offered.filter(({ venue_id }) => venue_id === one.id) }))
            .filter(({ own }) => own.length > 0)
            .map(({ one, own }) => (
              <div key={one.id}>
                {places.venues.length > 1 && (
                  <div class="p-cal-what-venue">
                    <span>{one.name}</span>
                    <Button
                      size="s"
                      variant="quiet"
                      onClick={() =>
                        set(
                          own.map(({ id }) => id),
                          !own.every(({ id }) => chosen.has(id)),
                        )
                      }
                    >
                      {t(own.every(({ id }) => chosen.has(id)) ? "chooseNone" : "chooseAll")}
                      <span class="f-hidden">, {one.name}</span>
                    </Button>
                  </div>
                )}
                {own.map((resource) => (
                  <Checkbox
                    key={resource.id}
                    checked={chosen.has(resource.id)}
                    onChange={(on) => set([resource.id], on)}
                  >
                    {resource.name}
                  </Checkbox>
                ))}
              </div>
            ))}
        </fieldset>
        {wrong.what && (
          <p class="f-error" role="alert">
            {wrong.what}
          </p>
        )}
      </form>
    </Dialog>
  );
}
