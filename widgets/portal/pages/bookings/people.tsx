import { useState } from "preact/hooks";
import { type Booking, type BookingUnits, type Pool, ProblemError, type Resource } from "../../../../sdk/index.ts";
import { Avatar, Button, Dialog, Field, Select, Skeleton, useI18n } from "../../../kit/index.ts";
import { useAction, useQuery } from "../../data/hooks.ts";
import { Panel } from "../../parts/panel.tsx";
import { Shown } from "../../parts/shown.tsx";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import type { PartProps } from "./booking.tsx";
import { en } from "./detail-strings.ts";
import { canEdit } from "./state.ts";
import { usePlaces } from "./use-places.ts";

/** Who and what of the pools goes with a booking. */
export function People({ booking, put, onError }: PartProps) {
  const { t } = useStrings(en);
  const { can } = usePortal();
  const resource = usePlaces().resourceOf(booking.resource_id);
  const [editing, setEditing] = useState(false);
  const query = useQuery(["booking", booking.id, "units"], (foyer) => foyer.booking_units.list(booking.id), {
    on: ["booking."],
  });
  const needs = resource?.requirements ?? [];
  if (needs.length === 0 && (query.data?.data.length ?? 0) === 0) return null;
  const shared = resource?.kind === "experience" && resource.sharing === "shared" && !booking.private;
  return (
    <Panel
      title={t("people")}
      end={
        can("bookings:write") &&
        can("staffing:read") &&
        canEdit(booking) &&
        query.data && (
          <Button size="s" variant="quiet" onClick={() => setEditing(true)}>
            {t("reassign")}
          </Button>
        )
      }
    >
      <Shown of={query} skeleton={<Skeleton lines={2} height="30px" />}>
        {({ data }) =>
          data.length === 0 ? (
            <p class="f-muted">{t("noPeople")}</p>
          ) : (
            <>
              <ul class="p-people">
                {data.map((unit) => (
                  <li key={unit.unit_id}>
                    <Avatar name={unit.name} size={24} />
                    <span>{unit.name}</span>
                    <span class="f-muted">{unit.pool_name}</span>
                  </li>
                ))}
              </ul>
              {shared && <p class="f-hint">{t("shared")}</p>}
            </>
          )
        }
      </Shown>
      {editing && query.data && (
        <Reassign
          booking={booking}
          before={query.data}
          needs={needs}
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

interface ReassignProps {
  booking: Booking;
  before: BookingUnits;
  needs: Resource["requirements"];
  onClose(): void;
  onSaved(saved: BookingUnits): void;
  onError(error: unknown): boolean;
}

function Reassign({ booking, before, needs, onClose, onSaved, onError }: ReassignProps) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { foyer, toasts } = usePortal();
  const pools = useQuery(
    ["pools", "of", booking.id, needs.map(({ pool_id }) => pool_id)],
    (api) => Promise.all(needs.map(({ pool_id }): PromiseLike<Pool> => api.pools.retrieve(pool_id))),
    { on: ["pool.", "unit."] },
  );
  // A place for each that is there now, and for those that are missing.
  const [chosen, setChosen] = useState(() =>
    needs.flatMap(({ pool_id, count = 1 }) => {
      const has = before.data.filter((unit) => unit.pool_id === pool_id).map(({ unit_id }) => unit_id);
      return Array.from({ length: Math.max(count, has.length) }, (_, at) => ({ pool_id, unit_id: has[at] ?? "", at }));
    }),
  );
  const [taken, setTaken] = useState<string>();
  const save = useAction(
    async () => {
      setTaken(undefined);
      const units = chosen.flatMap(({ pool_id, unit_id }) => (unit_id ? [{ pool_id, unit_id }] : []));
      onSaved(await foyer.booking_units.replace(booking.id, { units, version: booking.version }));
      onClose();
      toasts.show(t("reassigned"));
    },
    {
      onError: (error) => {
        if (onError(error)) {
          onClose();
          return true;
        }
        if (!(error instanceof ProblemError)) return false;
        const [first] = error.errors;
        if (error.code === "slot_unavailable") setTaken(error.detail ?? t("unitTaken"));
        else if (first) setTaken(first.detail);
        return error.code === "slot_unavailable" || !!first;
      },
    },
  );
  return (
    <Dialog
      open
      size="s"
      title={t("reassignTitle", { reference: booking.reference })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.t("cancel")}</Button>
          <Button variant="primary" busy={save.busy} disabled={!pools.data} onClick={() => void save.run()}>
            {t("reassignDo")}
          </Button>
        </>
      }
    >
      <Shown of={pools} skeleton={<Skeleton lines={3} height="40px" />}>
        {(all) => (
          <div class="p-form">
            {taken && (
              <p class="p-taken" role="alert">
                {taken}
              </p>
            )}
            {chosen.map((place, index) => {
              const pool = all.find(({ id }) => id === place.pool_id);
              const used = new Set(chosen.flatMap(({ unit_id }, other) => (other === index ? [] : [unit_id])));
              const units = pool?.units.filter(
                ({ id, status }) => !used.has(id) && (status === "active" || id === place.unit_id),
              );
              const many = chosen.filter(({ pool_id }) => pool_id === place.pool_id).length > 1;
              const name = pool?.name ?? "";
              return (
                <Field
                  key={`${place.pool_id} ${place.at}`}
                  label={many ? t("unitNumber", { pool: name, number: place.at + 1 }) : name}
                >
                  <Select
                    value={place.unit_id}
                    onChange={(unit_id) =>
                      setChosen(chosen.map((other, at) => (at === index ? { ...other, unit_id } : other)))
                    }
                    options={[
                      ...(place.unit_id ? [] : [{ value: "", label: words.t("nobody") }]),
                      ...(units ?? []).map(({ id, name: label }) => ({ value: id, label })),
                    ]}
                  />
                </Field>
              );
            })}
          </div>
        )}
      </Shown>
    </Dialog>
  );
}
