import { useState } from "preact/hooks";
import type { Booking } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, Dialog, Empty, Field, Input, Select, Textarea, useI18n } from "../../../kit/index.ts";
import { fieldErrors } from "../../data/explain.ts";
import { useAction } from "../../data/hooks.ts";
import { ContactPicker, type Person } from "../../parts/contact-picker.tsx";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { alternativesOf, Taken } from "./refusal.tsx";
import { SlotPicker } from "./slot-picker.tsx";
import { en } from "./strings.ts";
import { usePlaces } from "./use-places.ts";

export interface CreateProps {
  /** What is known already, such as the time that was pressed in the calendar. */
  start?: {
    resource_id?: string | undefined;
    venue_id?: string | undefined;
    starts_at?: string | undefined;
    date?: string | undefined;
  };
  onClose(): void;
  onCreated(booking: Booking): void;
}

/** A booking that the team makes for somebody. */
export function Create({ start = {}, onClose, onCreated }: CreateProps) {
  const { t, money } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { foyer, toasts } = usePortal();
  const places = usePlaces();
  const bookable = places.resources.filter((one) => one.status === "available");
  const first = bookable.find((one) => !start.venue_id || one.venue_id === start.venue_id) ?? bookable[0];
  const [chosen, setChosen] = useState(start.resource_id);
  const resource = bookable.find((one) => one.id === chosen) ?? first;
  const zone = places.zoneOf(resource);
  const [party, setParty] = useState("");
  const guests = Math.max(1, Number(party) || resource?.min_party || 1);
  const [startsAt, setStartsAt] = useState(start.starts_at);
  const [person, setPerson] = useState<Person>();
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [notes, setNotes] = useState("");
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [taken, setTaken] = useState<ReturnType<typeof alternativesOf>>();
  const save = useAction(
    async () => {
      const missing = {
        ...(person?.email ? {} : { contact: t("whoMissing") }),
        ...(person && !name.trim() ? { name: t("nameMissing") } : {}),
        ...(startsAt ? {} : { starts_at: t("timeMissing") }),
      };
      setWrong(missing);
      setTaken(undefined);
      if (!resource || !person?.email || !startsAt || Object.keys(missing).length) return;
      const booking = await foyer.bookings.create({
        resource_id: resource.id,
        starts_at: startsAt,
        party: guests,
        contact: { name: name.trim(), email: person.email, ...(phone.trim() ? { phone: phone.trim() } : {}) },
        ...(notes.trim() ? { notes: notes.trim() } : {}),
      });
      toasts.show(t("createDone", { reference: booking.reference }));
      onCreated(booking);
      onClose();
    },
    {
      onError: (error) => {
        const found = fieldErrors(error);
        setWrong(found);
        setTaken(alternativesOf(error));
        return Object.keys(found).length > 0 || alternativesOf(error) !== undefined;
      },
    },
  );
  return (
    <Dialog
      open
      size="l"
      title={t("createTitle")}
      onClose={onClose}
      actions={
        resource && (
          <>
            <span class="p-create-total">
              {resource.requires_approval && <span class="f-muted">{t("waitsForApproval")}</span>}
              <span>
                <span class="f-muted">{t("total")}</span>{" "}
                <strong class="f-tabular">
                  {money(resource.price * (resource.price_per === "place" ? guests : 1), resource.currency)}
                </strong>
              </span>
            </span>
            <Button onClick={onClose}>{words.t("cancel")}</Button>
            <Button variant="primary" busy={save.busy} onClick={() => void save.run()}>
              {t("createDo")}
            </Button>
          </>
        )
      }
    >
      {!resource ? (
        !places.loading && (
          <Empty
            icon={icons.calendar}
            title={t("noResources")}
            text={t("noResourcesText")}
            action={<a href={href("/resources/new")}>{t("addResource")}</a>}
          />
        )
      ) : (
        <form
          class="p-form"
          onSubmit={(event) => {
            event.preventDefault();
            void save.run();
          }}
        >
          <div class="p-form-pair p-create-what">
            <Field label={t("resource")} error={wrong.resource_id}>
              <Select
                value={resource.id}
                onChange={(id) => {
                  // A time that was pressed in the calendar is meant for whatever is chosen.
                  setChosen(id);
                  setTaken(undefined);
                }}
                options={bookable.map((one) => ({ value: one.id, label: places.labelOf(one) }))}
              />
            </Field>
            <Field label={t("party")} error={wrong.party}>
              <Input
                type="number"
                min={String(resource.min_party)}
                max={String(resource.max_party)}
                inputmode="numeric"
                value={party || String(resource.min_party)}
                onInput={setParty}
              />
            </Field>
          </div>
          {taken && <Taken slots={taken} zone={zone} onChoose={setStartsAt} />}
          <SlotPicker
            key={resource.id + (taken ? startsAt : "")}
            resource={resource}
            zone={zone}
            party={guests}
            date={start.date}
            value={startsAt}
            onChange={setStartsAt}
          />
          {wrong.starts_at && (
            <p class="f-error" role="alert">
              {wrong.starts_at}
            </p>
          )}
          <Field label={t("forWhom")} error={wrong.contact}>
            <ContactPicker
              value={person}
              onChange={(next) => {
                setPerson(next);
                setName(next?.name ?? "");
                setWrong({});
              }}
            />
          </Field>
          {person && (
            <div class="p-form-pair">
              <Field label={t("name")} error={wrong.name}>
                <Input value={name} onInput={setName} autocomplete="off" maxLength={120} />
              </Field>
              <Field label={t("phone")} optional error={wrong.phone}>
                <Input type="tel" value={phone} onInput={setPhone} autocomplete="off" />
              </Field>
            </div>
          )}
          <Field label={t("notes")} optional error={wrong.notes}>
            <Textarea value={notes} onInput={setNotes} rows={2} maxLength={2000} />
          </Field>
        </form>
      )}
    </Dialog>
  );
}
