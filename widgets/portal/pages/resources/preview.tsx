import type { Resource } from "../../../../sdk/index.ts";
import { addDays, Skeleton, today } from "../../../kit/index.ts";
import { useQuery } from "../../data/hooks.ts";
import { Panel } from "../../parts/panel.tsx";
import { Shown } from "../../parts/shown.tsx";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

/** Times of a day that are shown before the rest is counted. */
const few = 6;

/** What is offered of a resource in the next days, as visitors get it. */
export function Preview({ resource, zone, changed }: { resource: Resource; zone: string; changed: boolean }) {
  const { t, date } = useStrings(en);
  const from = today(zone);
  const query = useQuery(
    ["availability", "preview", resource.id, resource.version, from],
    (foyer) =>
      foyer.availability.slots({ resource_id: resource.id, from, to: addDays(from, 13), party: resource.min_party }),
    { on: ["booking.", "resource.", "venue.", "company."], keep: true },
  );
  return (
    <Panel title={t("preview")}>
      <p class="f-hint">{changed ? t("previewStale") : t("previewText")}</p>
      <Shown of={query} skeleton={<Skeleton lines={6} height="22px" />}>
        {({ days, time_zone }) =>
          days.every(({ slots }) => slots.length === 0) ? (
            <p class="p-preview-none">{t("previewNone")}</p>
          ) : (
            <ol class="p-preview" aria-busy={query.busy ? "true" : undefined}>
              {days.map(({ date: day, slots }) => (
                <li key={day}>
                  <span class="p-preview-day">
                    {date(`${day}T12:00:00Z`, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" })}
                  </span>
                  <span class="p-preview-slots f-tabular">
                    {slots.length === 0 && <span class="f-muted">{t("noSlots")}</span>}
                    {slots.slice(0, few).map((slot) => (
                      <span key={slot.starts_at} class="p-preview-slot">
                        {date(slot.starts_at, { timeStyle: "short", timeZone: time_zone })}
                      </span>
                    ))}
                    {slots.length > few && <span class="f-muted">{t("slotsMore", { count: slots.length - few })}</span>}
                  </span>
                </li>
              ))}
            </ol>
          )
        }
      </Shown>
    </Panel>
  );
}
