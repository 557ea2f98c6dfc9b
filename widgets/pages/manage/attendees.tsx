import type { AttendeeUpdate, BookingInput, ManagedBooking } from "@foyer/sdk";
import { useState } from "preact/hooks";
import { flaws as flawsOf, guestsOf, toInput, type Values } from "../../booking/flow.ts";
import { field } from "../../booking/parts.tsx";
import { Button } from "../../kit/controls/button.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { useStore } from "../../kit/store.ts";
import { Refused } from "./refused.tsx";
import type { Managing } from "./state.ts";
import type { en } from "./strings/en.ts";

type Asked = Parameters<typeof guestsOf>[0];

/** Who comes: asked where something is to be known of each, and changed until the booking can no longer be. */
export function Attendees({ managing, booking }: { managing: Managing; booking: ManagedBooking }) {
  const say = useI18n<typeof en>();
  const { t } = say;
  const { working, failure } = useStore(managing.store);
  const [values, setValues] = useState<Values>(() => valuesOf(booking));
  const [shown, setShown] = useState<ReturnType<typeof flawsOf>>({});
  const { guest_categories, guest_questions: questions, party, guests: counts } = booking;
  const wish = { resource_id: booking.resource_id, party, ...(Object.keys(counts).length && { guests: counts }) };
  const guests = guestsOf({ questions, guest_categories } as unknown as Asked, wish, (key) => t(key));
  if (!guests.length) return null;

  const submit = (event: Event) => {
    event.preventDefault();
    const found = flawsOf(
      guests.flatMap(({ entries }) => entries),
      values,
    );
    setShown(found);
    if (Object.keys(found).length) return;
    const { attendees } = toInput(wish, [], guests, values) as BookingInput & { attendees: AttendeeUpdate[] };
    // Who was named before stays the same person.
    const ids = booking.attendees.map(({ id }) => id);
    void managing.name(attendees.map((one, index) => ({ ...one, ...(ids[index] && { id: ids[index] }) })));
  };

  return (
    <form class="manage-fields" noValidate onSubmit={submit}>
      <h2>{t("attendees")}</h2>
      {guests.map(({ category, entries }, index) => (
        <fieldset key={index} class="manage-fields">
          <legend>
            {t("guest", { count: index + 1 })}{" "}
            <bdi class="small">{guest_categories.find(({ id }) => id === category)?.name}</bdi>
          </legend>
          {entries.map((entry) =>
            field(say, entry, values, shown[entry.at], (patch) => setValues((before) => ({ ...before, ...patch }))),
          )}
        </fieldset>
      ))}
      {failure !== undefined && <Refused failure={failure} />}
      <div>
        <Button type="submit" busy={working}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

/** What is known of them, as the fields have it. */
function valuesOf({ attendees }: ManagedBooking): Values {
  const values: Values = {};
  attendees.forEach(({ name, answers }, index) => {
    values[`/attendees/${index}/name`] = name;
    for (const [id, answer] of Object.entries(answers)) values[`/attendees/${index}/answers/${id}`] = answer;
  });
  return values;
}
