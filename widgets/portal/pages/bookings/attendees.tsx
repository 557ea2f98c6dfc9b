import { useState } from "preact/hooks";
import type { Attendee } from "../../../../sdk/index.ts";
import { Button, Skeleton } from "../../../kit/index.ts";
import { useAction, useQuery } from "../../data/hooks.ts";
import { Panel } from "../../parts/panel.tsx";
import { Shown } from "../../parts/shown.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { EditAttendees } from "./attendees-edit.tsx";
import type { PartProps } from "./booking.tsx";
import { en } from "./detail-strings.ts";
import { saidOf } from "./said.ts";
import { usePlaces } from "./use-places.ts";

/** Who comes with a booking, what they answered, and who is here. */
export function Attendees({ booking, put, onError }: PartProps) {
  const { t, date } = useStrings(en);
  const { foyer, can } = usePortal();
  const places = usePlaces();
  const resource = places.resourceOf(booking.resource_id);
  const [editing, setEditing] = useState(false);
  const query = useQuery(["booking", booking.id, "attendees"], (api) => api.attendees.list(booking.id), {
    on: ["booking."],
  });
  const { data } = query;
  const show = (one: Attendee) =>
    data && query.put({ ...data, data: data.data.map((other) => (other.id === one.id ? one : other)) });
  const check = useAction(
    async (one: Attendee, here: boolean) => {
      // At once on screen: at the door every second counts.
      show({ ...one, checked_in_at: here ? new Date().toISOString() : null });
      if (here) show(await foyer.attendees.check_in(booking.id, one.id));
      else await foyer.attendees.undo_check_in(booking.id, one.id);
    },
    {
      onError: () => {
        query.reload();
        return false;
      },
    },
  );
  const write = can("bookings:write") && booking.status !== "cancelled";
  const list = data?.data ?? [];
  const here = list.filter(({ checked_in_at }) => checked_in_at).length;
  return (
    <Panel
      title={t("attendees")}
      end={
        <span class="p-booking-buttons">
          {list.length > 0 && <span class="f-muted">{t("attendeesHere", { here, all: list.length })}</span>}
          {write && data && (
            <Button size="s" variant="quiet" onClick={() => setEditing(true)}>
              {list.length ? t("editAttendees") : t("nameAttendees")}
            </Button>
          )}
        </span>
      }
    >
      <Shown of={query} skeleton={<Skeleton lines={3} height="44px" />}>
        {() =>
          list.length === 0 ? (
            <p class="f-muted">{t("noAttendees")}</p>
          ) : (
            <ul class="p-attendees p-card">
              {list.map((one) => (
                <li key={one.id}>
                  <label class="p-attendee">
                    <input
                      type="checkbox"
                      aria-label={t("checkIn", { name: one.name })}
                      checked={!!one.checked_in_at}
                      disabled={!write}
                      onChange={(event) => void check.run(one, event.currentTarget.checked)}
                    />
                    <span class="p-attendee-text">
                      <span>
                        {one.name}
                        {one.guest_category && (
                          <span class="f-muted">
                            {" "}
                            ·{" "}
                            {resource?.guest_categories.find(({ id }) => id === one.guest_category)?.name ??
                              one.guest_category}
                          </span>
                        )}
                      </span>
                      {one.email && <span class="f-muted">{one.email}</span>}
                      {saidOf(one.answers, resource, t).map(([label, answer]) => (
                        <span key={label} class="f-muted">
                          {label}: {answer}
                        </span>
                      ))}
                    </span>
                    {one.checked_in_at && (
                      <span class="p-attendee-here f-tabular">
                        {t("here", {
                          time: date(one.checked_in_at, { timeStyle: "short", timeZone: booking.time_zone }),
                        })}
                      </span>
                    )}
                  </label>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {editing && data && resource && (
        <EditAttendees
          booking={booking}
          resource={resource}
          before={list}
          onClose={() => setEditing(false)}
          onError={onError}
          onSaved={(saved) => {
            query.put(saved);
            put({ ...booking, version: saved.version });
          }}
        />
      )}
    </Panel>
  );
}
