import { useState } from "preact/hooks";
import type { CalendarImport } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Badge, type BadgeProps, Button, Menu, Skeleton } from "../../../kit/index.ts";
import { useAction, useList } from "../../data/hooks.ts";
import { TextField } from "../../parts/fields.tsx";
import { FormDialog, useForm } from "../../parts/form-dialog.tsx";
import { Panel } from "../../parts/panel.tsx";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { Remove } from "../../parts/remove.tsx";
import { Shown } from "../../parts/shown.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { usePlaces } from "../bookings/use-places.ts";
import { en } from "./strings.ts";
import { Subjects } from "./subjects.tsx";

const tones: Record<CalendarImport["status"], BadgeProps["tone"]> = {
  pending: "info",
  ok: "success",
  failing: "danger",
  paused: "neutral",
};

/** Outside calendars whose events close what they are for. */
export function Imports() {
  const { t } = useStrings(en);
  const { foyer, can, cache, toasts } = usePortal();
  const list = useList(["calendar_imports"], (api, page) => api.calendar_imports.list(page), {
    on: ["calendar_import."],
  });
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<CalendarImport>();
  const write = can("calendars:write");
  const changed = () => cache.hear({ type: "calendar_import.updated" });
  const sync = useAction(async (id: string) => {
    await foyer.calendar_imports.sync(id);
    changed();
    toasts.show(t("synced"));
  });
  const pause = useAction(async (one: CalendarImport) => {
    await foyer.calendar_imports.update(one.id, { paused: one.status !== "paused", version: one.version });
    changed();
  });
  return (
    <Panel
      title={t("imports")}
      end={
        write && (
          <Button size="s" icon={icons.plus} onClick={() => setAdding(true)}>
            {t("newImport")}
          </Button>
        )
      }
    >
      <p class="f-hint">{t("importsText")}</p>
      <Shown of={list} skeleton={<Skeleton lines={2} height="56px" />}>
        {(all) =>
          all.length === 0 ? (
            <p class="f-muted p-staff-none">{t("noImports")}</p>
          ) : (
            <ul class="p-card p-imports">
              {all.map((one) => (
                <li key={one.id}>
                  <div class="p-import-text">
                    <p>
                      <strong>{one.name}</strong>{" "}
                      <span class="f-muted">
                        {one.host} …{one.url_ending}
                      </span>
                    </p>
                    <p class="f-muted">
                      {one.status === "paused" ? (
                        t("paused")
                      ) : (
                        <>
                          {t("events", { count: one.events_count })} ·{" "}
                          {one.last_synced_at ? (
                            <>
                              {t("lastRead")} <RelativeTime at={one.last_synced_at} />
                            </>
                          ) : (
                            t("neverRead")
                          )}
                        </>
                      )}
                    </p>
                    {one.last_error && <p class="p-import-error">{one.last_error}</p>}
                    {one.warning && <p class="f-muted">{one.warning}</p>}
                  </div>
                  <Badge tone={tones[one.status]}>{t(`import.${one.status}`)}</Badge>
                  {write && (
                    <Menu
                      size="s"
                      label={t("more", { name: one.name })}
                      items={[
                        { label: t("sync"), icon: icons.refresh, onSelect: () => void sync.run(one.id) },
                        {
                          label: t(one.status === "paused" ? "resume" : "pause"),
                          onSelect: () => void pause.run(one),
                        },
                        { label: t("delete"), danger: true, divided: true, onSelect: () => setRemoving(one) },
                      ]}
                    />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {adding && (
        <ImportForm
          onClose={() => setAdding(false)}
          onMade={() => {
            setAdding(false);
            changed();
          }}
        />
      )}
      {removing && (
        <Remove
          name={removing.name}
          text={t("deleteImportText")}
          refused={{ text: t("deleteImportText") }}
          remove={async () => {
            await foyer.calendar_imports.delete(removing.id);
            changed();
          }}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Panel>
  );
}

function ImportForm({ onClose, onMade }: { onClose(): void; onMade(): void }) {
  const { t } = useStrings(en);
  const { foyer, can } = usePortal();
  const places = usePlaces();
  const pools = useList(can("staffing:read") ? ["pools"] : undefined, (api, page) => api.pools.list(page), {
    on: ["pool.", "unit."],
    size: 200,
  });
  const form = useForm(
    { name: "", url: "", venue_ids: [] as string[], resource_ids: [] as string[], unit_ids: [] as string[] },
    {
      check: ({ name, url, venue_ids, resource_ids, unit_ids }) => ({
        ...(name.trim() ? {} : { "/name": t("missing") }),
        ...(url.trim() ? {} : { "/url": t("missing") }),
        ...([...venue_ids, ...resource_ids, ...unit_ids].length ? {} : { "/venue_ids": t("whatMissing") }),
      }),
      save: async (draft) => {
        await foyer.calendar_imports.create({ ...draft, name: draft.name.trim(), url: draft.url.trim() });
        onMade();
      },
    },
  );
  const { draft, change } = form;
  return (
    <FormDialog
      form={form}
      title={t("newImport")}
      action={t("create")}
      more={<Button onClick={onClose}>{t("cancel")}</Button>}
      onClose={onClose}
    >
      <TextField
        at="/name"
        label={t("name")}
        maxLength={120}
        value={draft.name}
        onChange={(name) => change({ name: name ?? "" })}
      />
      <TextField
        at="/url"
        type="url"
        label={t("address")}
        hint={t("addressHint")}
        placeholder="https://"
        value={draft.url}
        onChange={(url) => change({ url: url ?? "" })}
      />
      <Subjects value={draft} onChange={change} places={places} pools={pools.items} />
    </FormDialog>
  );
}
