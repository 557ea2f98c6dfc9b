import { useState } from "preact/hooks";
import { type Attendee, type Attendees, type Booking, ProblemError, type Resource } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, Dialog, Field, IconButton, Input, Select, useI18n } from "../../../kit/index.ts";
import { useAction } from "../../data/hooks.ts";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { type AttendeeDraft, attendeesOf, coming, firstDrafts, namesMissing } from "./attendees-state.ts";
import { en } from "./detail-strings.ts";
import { Questions } from "./questions.tsx";

interface EditAttendeesProps {
  booking: Booking;
  resource: Resource;
  before: readonly Attendee[];
  onClose(): void;
  onSaved(saved: Attendees): void;
  onError(error: unknown): boolean;
}

/** Names those who come, with what each of them is asked. */
export function EditAttendees({ booking, resource, before, onClose, onSaved, onError }: EditAttendeesProps) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { foyer, toasts } = usePortal();
  const [rows, setRows] = useState<AttendeeDraft[]>(() => firstDrafts(booking, resource, before));
  const [wrong, setWrong] = useState<Record<number, string>>({});
  const most = coming(booking);
  const asked = resource.questions.filter(({ per }) => per === "guest");
  const change = (at: number, patch: Partial<AttendeeDraft>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...patch } : row)));
  const save = useAction(
    async () => {
      const missing = Object.fromEntries(namesMissing(rows).map((at) => [at, t("nameMissing")]));
      setWrong(missing);
      if (Object.keys(missing).length) return;
      const saved = await foyer.attendees.replace(booking.id, {
        attendees: attendeesOf(rows),
        version: booking.version,
      });
      onSaved(saved);
      onClose();
      toasts.show(t("attendeesSaved"));
    },
    {
      onError: (error) => {
        if (onError(error)) {
          onClose();
          return true;
        }
        if (!(error instanceof ProblemError) || error.errors.length === 0) return false;
        const found = error.errors.map(({ pointer, detail }) => [pointer.split("/")[2] ?? "0", detail] as const);
        setWrong(Object.fromEntries(found));
        return true;
      },
    },
  );
  return (
    <Dialog
      open
      title={t("attendeesTitle", { reference: booking.reference })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.t("cancel")}</Button>
          <Button variant="primary" busy={save.busy} onClick={() => void save.run()}>
            {words.t("save")}
          </Button>
        </>
      }
    >
      <div class="p-form">
        {rows.map((row, at) => (
          <fieldset key={row.key} class="p-attendee-edit">
            <legend class="f-label">{t("attendee", { number: at + 1 })}</legend>
            <IconButton
              size="s"
              icon={icons.close}
              label={t("removeAttendee", { number: at + 1 })}
              onClick={() => {
                setRows(rows.filter((_, index) => index !== at));
                setWrong({});
              }}
            />
            <div class="p-form-pair">
              <Field label={t("name")} error={wrong[at]}>
                <Input
                  value={row.name}
                  onInput={(name) => change(at, { name })}
                  maxLength={120}
                  autocomplete="off"
                  autofocus={at === 0}
                />
              </Field>
              {resource.guest_categories.length > 0 && (
                <Field label={t("category")}>
                  <Select
                    value={row.guest_category ?? ""}
                    onChange={(id) => change(at, { guest_category: id || null })}
                    options={[
                      { value: "", label: t("noCategory") },
                      ...resource.guest_categories.map(({ id, name }) => ({ value: id, label: name })),
                    ]}
                  />
                </Field>
              )}
            </div>
            <Field label={t("email")} optional>
              <Input type="email" value={row.email} onInput={(email) => change(at, { email })} autocomplete="off" />
            </Field>
            <Questions of={asked} answers={row.answers} onChange={(answers) => change(at, { answers })} />
          </fieldset>
        ))}
        {rows.length < most && (
          <Button
            size="s"
            icon={icons.plus}
            onClick={() =>
              setRows([...rows, { key: `new-${Date.now()}`, name: "", email: "", guest_category: null, answers: {} }])
            }
          >
            {t("addAttendee")}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
