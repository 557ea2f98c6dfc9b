import { useState } from "preact/hooks";
import type { HoursExceptions, Venue, VenueInput, VenuePatch } from "../../../../sdk/index.ts";
import { Button, Field, Input, Menu, Select, Skeleton, Textarea, useI18n } from "../../../kit/index.ts";
import { fieldErrors } from "../../data/explain.ts";
import { useAction, useQuery } from "../../data/hooks.ts";
import { outdated } from "../../data/outdated.ts";
import { DetailPane } from "../../parts/list-detail.tsx";
import { Shown } from "../../parts/shown.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { Part } from "../resources/form.tsx";
import { wrongHours, wrongWindows } from "../resources/hours.ts";
import { HoursEditor } from "../resources/hours-editor.tsx";
import { zones } from "../resources/lists.ts";
import { Remove } from "../resources/remove.tsx";
import { Exceptions } from "./exceptions.tsx";
import { en } from "./strings.ts";

interface Draft {
  name: string;
  time_zone: string;
  address: string;
  phone: string;
  status: Venue["status"];
  hours: Venue["hours"];
  exceptions: HoursExceptions;
}

const draftOf = (venue: Venue): Draft => ({
  name: venue.name,
  time_zone: venue.time_zone,
  address: venue.address ?? "",
  phone: venue.phone ?? "",
  status: venue.status,
  hours: venue.hours,
  exceptions: venue.exceptions,
});

/** A new venue is open as most are, so that something is offered at once. */
const fresh = (time_zone: string): Draft => ({
  name: "",
  time_zone,
  address: "",
  phone: "",
  status: "active",
  hours: (["monday", "tuesday", "wednesday", "thursday", "friday"] as const).map((day) => ({
    day,
    from: "09:00",
    to: "17:00",
  })),
  exceptions: [],
});

/** One venue, to see and to change; `new` is one to come. */
export function VenuePane({ id }: { id: string }) {
  const { t } = useStrings(en);
  const venue = useQuery(id === "new" ? undefined : ["venue", id], (foyer) => foyer.venues.retrieve(id), {
    on: ["venue."],
  });
  const company = useQuery(["company"], (foyer) => foyer.company.retrieve(), { on: ["company."] });
  if (id === "new" && company.data) return <Edit zone={company.data.time_zone} />;
  if (venue.data) return <Edit venue={venue.data} zone={venue.data.time_zone} put={venue.put} reload={venue.reload} />;
  return (
    <DetailPane title={<Skeleton width="160px" />} label={t("title")} back="/venues">
      <Shown
        of={id === "new" ? { ...company, data: undefined } : venue}
        skeleton={<Skeleton lines={8} height="24px" />}
      >
        {() => null}
      </Shown>
    </DetailPane>
  );
}

interface EditProps {
  venue?: Venue;
  zone: string;
  put?(venue: Venue): void;
  reload?(): void;
}

function Edit({ venue, zone, put, reload }: EditProps) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { foyer, can, router, toasts, cache } = usePortal();
  const [typed, setTyped] = useState<Partial<Draft>>({});
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [checked, setChecked] = useState(false);
  const [removing, setRemoving] = useState(false);
  const start = venue ? draftOf(venue) : fresh(zone);
  const draft = { ...start, ...typed };
  const changed = JSON.stringify(draft) !== JSON.stringify(start);
  const write = can("venues:write");
  const dates = draft.exceptions.map((one) => one.date);
  const wrong = {
    ...(draft.name.trim() ? {} : { name: t("missing") }),
    ...(wrongHours(draft.hours) ? { hours: t("wrongHours") } : {}),
    ...(draft.exceptions.some((one) => !one.date || wrongWindows(one.hours)) || new Set(dates).size < dates.length
      ? { exceptions: t("wrongHours") }
      : {}),
  };
  const change = (patch: Partial<Draft>) => {
    setTyped((all) => ({ ...all, ...patch }));
    setRefused({});
  };
  const save = useAction(
    async () => {
      setChecked(true);
      setRefused({});
      if (Object.keys(wrong).length) return;
      const body = {
        ...draft,
        name: draft.name.trim(),
        address: draft.address.trim() || null,
        phone: draft.phone.trim() || null,
        exceptions: [...draft.exceptions].sort((a, b) => a.date.localeCompare(b.date)),
      };
      if (venue) {
        put?.(await foyer.venues.update(venue.id, { ...body, version: venue.version } as VenuePatch));
        setTyped({});
        toasts.show(t("saved"));
      } else {
        const made = await foyer.venues.create(body as VenueInput);
        toasts.show(t("created", { name: made.name }));
        router.go(`/venues/${made.id}`);
      }
      cache.hear({ type: "venue.updated" });
    },
    {
      onError: (error) => {
        if (outdated(error)) {
          reload?.();
          toasts.show(t("outdated"), { milliseconds: 10_000 });
          return true;
        }
        const found = fieldErrors(error);
        setRefused(found);
        return Object.keys(found).length > 0;
      },
    },
  );
  const deactivate = useAction(async () => {
    if (!venue) return;
    put?.(await foyer.venues.update(venue.id, { status: "inactive", version: venue.version }));
    cache.hear({ type: "venue.updated" });
    toasts.show(t("saved"));
  });
  const messages: Record<string, string | undefined> = { ...(checked ? wrong : {}), ...refused };
  return (
    <DetailPane
      title={venue?.name ?? t("new")}
      label={venue ? t("label", { name: venue.name }) : t("new")}
      back="/venues"
      actions={
        venue && (
          <>
            <StatusBadge of={venue.status} />
            {write && (
              <Menu
                size="s"
                label={t("more")}
                items={[{ label: t("delete"), danger: true, onSelect: () => setRemoving(true) }]}
              />
            )}
          </>
        )
      }
      bottom={
        write && (changed || !venue) ? (
          <div class="p-form-actions">
            {changed && <Button onClick={() => setTyped({})}>{t("discard")}</Button>}
            <Button variant="primary" busy={save.busy} onClick={() => void save.run()}>
              {venue ? t("save") : t("create")}
            </Button>
          </div>
        ) : undefined
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (changed) void save.run();
        }}
      >
        <fieldset class="p-form p-sheet" disabled={!write}>
          <Part title={t("details")}>
            <Field label={t("name")} error={messages.name}>
              <Input value={draft.name} onInput={(name) => change({ name })} maxLength={120} />
            </Field>
            <div class="p-form-pair">
              <Field label={t("zone")} hint={t("zoneHint")} error={messages.time_zone}>
                <Select
                  value={draft.time_zone}
                  onChange={(time_zone) => change({ time_zone })}
                  options={zones(draft.time_zone).map((value) => ({ value, label: value.replace(/_/g, " ") }))}
                />
              </Field>
              <Field label={t("status")} hint={t("statusHint")} error={messages.status}>
                <Select
                  value={draft.status}
                  onChange={(status) => change({ status: status as Venue["status"] })}
                  options={(["active", "inactive"] as const).map((value) => ({
                    value,
                    label: words.t(`status.${value}`),
                  }))}
                />
              </Field>
            </div>
            <Field label={t("address")} optional error={messages.address}>
              <Textarea value={draft.address} onInput={(address) => change({ address })} rows={2} maxLength={500} />
            </Field>
            <Field label={t("phone")} optional error={messages.phone}>
              <Input type="tel" value={draft.phone} onInput={(phone) => change({ phone })} />
            </Field>
          </Part>
          <Part title={t("hours")}>
            <HoursEditor value={draft.hours} onChange={(hours) => change({ hours })} />
            {messages.hours && <p class="f-error">{messages.hours}</p>}
          </Part>
          <Part title={t("exceptions")}>
            <Exceptions value={draft.exceptions} onChange={(exceptions) => change({ exceptions })} />
            {messages.exceptions && <p class="f-error">{messages.exceptions}</p>}
          </Part>
        </fieldset>
      </form>
      {venue && (
        <p class="p-venue-more">
          <a href={href(`/resources?venue=${venue.id}`)}>{t("seeResources")}</a>
        </p>
      )}
      {removing && venue && (
        <Remove
          title={t("deleteTitle", { name: venue.name })}
          text={t("deleteText")}
          action={t("deleteDo", { name: venue.name })}
          refused={{
            title: t("inUse", { name: venue.name }),
            text: t("inUseText"),
            seeBookings: t("seeBookings"),
            to: `/bookings?venue=${venue.id}`,
            ...(venue.status === "inactive"
              ? {}
              : { instead: { label: t("deactivate"), run: () => void deactivate.run() } }),
          }}
          remove={async () => {
            await foyer.venues.delete(venue.id);
            toasts.show(t("deleted", { name: venue.name }));
            cache.hear({ type: "venue.deleted" });
            router.go("/venues");
          }}
          onClose={() => setRemoving(false)}
        />
      )}
    </DetailPane>
  );
}
