import type { Company, Venue } from "../../../../sdk/index.ts";
import { Select, useI18n } from "../../../kit/index.ts";
import { useAction, useQuery } from "../../data/hooks.ts";
import { At, ChoiceField, NumberField, Part, TextField } from "../../parts/fields.tsx";
import { formatScaled } from "../../parts/scaled.ts";
import { SheetPane, WaitingPane } from "../../parts/sheet-pane.tsx";
import { useSheet } from "../../parts/use-sheet.ts";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import type { en as shell } from "../../strings/en.ts";
import { en as sheet } from "../../strings/sheet.ts";
import { useStrings } from "../../strings/use.ts";
import { changesOf } from "../resources/draft.ts";
import { Exceptions } from "../resources/exceptions.tsx";
import { HoursEditor } from "../resources/hours-editor.tsx";
import { zones } from "../resources/lists.ts";
import { draftOf, freshDraft, inputOf, wrongIn } from "./draft.ts";
import { VenueMembers } from "./members.tsx";
import { en } from "./strings.ts";

/** One venue, to see and to change; `new` is one to come. */
export function VenuePane({ id }: { id: string }) {
  const { t } = useStrings(en);
  const venue = useQuery(id === "new" ? undefined : ["venue", id], (foyer) => foyer.venues.retrieve(id), {
    on: ["venue."],
  });
  const company = useQuery(["company"], (foyer) => foyer.company.retrieve(), { on: ["company."] });
  if (company.data && (id === "new" || venue.data))
    return <Edit venue={venue.data} company={company.data} put={venue.put} reload={venue.reload} />;
  return <WaitingPane label={t("title")} back="/venues" of={id === "new" || company.error ? company : venue} />;
}

interface EditProps {
  venue: Venue | undefined;
  company: Company;
  put(venue: Venue): void;
  reload(): void;
}

function Edit({ venue, company, put, reload }: EditProps) {
  const { t } = useStrings(en);
  const words = useStrings(sheet);
  const statuses = useI18n<typeof shell>();
  const { foyer, can, router, toasts, cache } = usePortal();
  const start = venue ? draftOf(venue) : freshDraft(company.time_zone);
  const write = can("venues:write");
  const form = useSheet({
    start,
    wrong: (draft) => Object.fromEntries(Object.entries(wrongIn(draft)).map(([place, key]) => [place, t(key)])),
    reload,
    save: async (draft) => {
      const input = inputOf(draft);
      if (venue) {
        const changes = changesOf(input, inputOf(start));
        put(await foyer.venues.update(venue.id, { ...changes, version: venue.version }));
        toasts.show(words.t("saved"));
      } else {
        const made = await foyer.venues.create(input);
        toasts.show(words.t("created", { name: made.name }));
        router.go(`/venues/${made.id}`);
      }
      cache.hear({ type: "venue.updated" });
    },
  });
  const deactivate = useAction(async () => {
    if (!venue) return;
    put(await foyer.venues.update(venue.id, { status: "inactive", version: venue.version }));
    cache.hear({ type: "venue.updated" });
    toasts.show(words.t("saved"));
  });
  const { draft, change, errors } = form;
  return (
    <SheetPane
      title={venue?.name ?? t("new")}
      label={venue ? t("label", { name: venue.name }) : t("new")}
      back="/venues"
      status={venue?.status}
      sheet={form}
      create={venue ? undefined : t("create")}
      write={write}
      removal={
        venue && {
          text: t("deleteText"),
          refused: {
            text: t("inUseText"),
            to: `/bookings?venue=${venue.id}`,
            instead:
              venue.status === "inactive" ? undefined : { label: t("deactivate"), run: () => void deactivate.run() },
          },
          remove: async () => {
            await foyer.venues.delete(venue.id);
            cache.hear({ type: "venue.deleted" });
            router.go("/venues");
          },
        }
      }
      after={
        venue && (
          <>
            {can("staffing:read") && <VenueMembers venue={venue} />}
            <p class="p-venue-more">
              <a href={href(`/resources?venue=${venue.id}`)}>{t("seeResources")}</a>
            </p>
          </>
        )
      }
    >
      <Part title={t("details")}>
        <TextField
          at="/name"
          label={t("name")}
          value={draft.name}
          maxLength={120}
          onChange={(name) => change({ name: name ?? "" })}
        />
        <div class="p-form-pair">
          <At at="/time_zone" label={t("zone")} hint={t("zoneHint")}>
            <Select
              value={draft.time_zone}
              onChange={(time_zone) => change({ time_zone })}
              options={zones(draft.time_zone).map((value) => ({ value, label: value.replace(/_/g, " ") }))}
            />
          </At>
          <ChoiceField
            at="/status"
            label={t("status")}
            hint={t("statusHint")}
            value={draft.status}
            onChange={(status) => change({ status })}
            options={(["active", "inactive"] as const).map((value) => ({
              value,
              label: statuses.t(`status.${value}`),
            }))}
          />
        </div>
        <TextField
          at="/address"
          label={t("address")}
          optional
          rows={2}
          value={draft.address}
          maxLength={500}
          onChange={(address) => change({ address })}
        />
        <TextField
          at="/phone"
          type="tel"
          label={t("phone")}
          optional
          value={draft.phone}
          onChange={(phone) => change({ phone })}
        />
        <div class="p-form-pair">
          <NumberField
            at="/capacity"
            label={t("capacity")}
            hint={t("capacityHint")}
            optional
            value={draft.capacity}
            onChange={(capacity) => change({ capacity })}
          />
          <NumberField
            at="/tax_rate"
            label={t("tax")}
            hint={t("taxHint", { rate: formatScaled(company.tax_rate, 2) })}
            optional
            digits={2}
            value={draft.tax_rate}
            onChange={(tax_rate) => change({ tax_rate })}
          />
        </div>
      </Part>
      <Part title={t("hours")}>
        <HoursEditor value={draft.hours} onChange={(hours) => change({ hours })} />
        {errors["/hours"] && <p class="f-error">{errors["/hours"]}</p>}
      </Part>
      <Part title={t("exceptions")} text={t("exceptionsText")}>
        <Exceptions value={draft.exceptions} onChange={(exceptions) => change({ exceptions })} />
      </Part>
    </SheetPane>
  );
}
