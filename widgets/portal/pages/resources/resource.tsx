import { useState } from "preact/hooks";
import type { Resource } from "../../../../sdk/index.ts";
import { Button, Menu, Skeleton } from "../../../kit/index.ts";
import { fieldErrors } from "../../data/explain.ts";
import { useAction, useQuery } from "../../data/hooks.ts";
import { outdated } from "../../data/outdated.ts";
import { DetailPane } from "../../parts/list-detail.tsx";
import { Shown } from "../../parts/shown.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { type Places, usePlaces } from "../bookings/use-places.ts";
import { changesOf, type Draft, draftOf, freshDraft, inputOf, wrongIn } from "./draft.ts";
import { ResourceForm } from "./form.tsx";
import { Preview } from "./preview.tsx";
import { Remove } from "./remove.tsx";
import { en } from "./strings.ts";

/** One resource, to see and to change; `new` is one to come. */
export function ResourcePane({ id }: { id: string }) {
  const { t } = useStrings(en);
  const places = usePlaces();
  const query = useQuery(id === "new" ? undefined : ["resource", id], (foyer) => foyer.resources.retrieve(id), {
    on: ["resource."],
  });
  if (id === "new" && places.company) return <Edit places={places} />;
  if (query.data && !places.loading)
    return <Edit resource={query.data} places={places} put={query.put} reload={query.reload} />;
  return (
    <DetailPane title={<Skeleton width="160px" />} label={t("title")} back="/resources">
      <Shown
        of={{ ...query, data: undefined, error: query.error ?? places.error }}
        skeleton={<Skeleton lines={8} height="24px" />}
      >
        {() => null}
      </Shown>
    </DetailPane>
  );
}

interface EditProps {
  resource?: Resource;
  places: Places;
  put?(resource: Resource): void;
  reload?(): void;
}

function Edit({ resource, places, put, reload }: EditProps) {
  const { t } = useStrings(en);
  const { foyer, can, router, toasts, cache } = usePortal();
  // Only what was typed is held: what arrives meanwhile shows in the other fields.
  const [typed, setTyped] = useState<Partial<Draft>>({});
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [checked, setChecked] = useState(false);
  const [removing, setRemoving] = useState(false);
  const start = resource
    ? draftOf(resource)
    : freshDraft(places.venues[0]?.id ?? "", places.company?.currency ?? "USD");
  const draft = { ...start, ...typed };
  const changed = JSON.stringify(draft) !== JSON.stringify(start);
  const wrong = wrongIn(draft);
  const write = can("resources:write");
  const save = useAction(
    async () => {
      setChecked(true);
      setRefused({});
      if (Object.keys(wrong).length) return;
      const input = inputOf(draft);
      if (resource) {
        const next = await foyer.resources.update(resource.id, {
          ...changesOf(input, resource),
          version: resource.version,
        });
        put?.(next);
        setTyped({});
        toasts.show(t("saved"));
      } else {
        const made = await foyer.resources.create(input);
        toasts.show(t("created", { name: made.name }));
        router.go(`/resources/${made.id}`);
      }
      cache.hear({ type: "resource.updated" });
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
  const messages = {
    ...(checked ? Object.fromEntries(Object.entries(wrong).map(([name, key]) => [name, t(key)])) : {}),
    ...refused,
  };
  const retire = useAction(async () => {
    if (!resource) return;
    put?.(await foyer.resources.update(resource.id, { status: "retired", version: resource.version }));
    toasts.show(t("saved"));
  });
  return (
    <DetailPane
      title={resource?.name ?? t("newTitle")}
      label={resource ? t("label", { name: resource.name }) : t("newTitle")}
      back="/resources"
      actions={
        resource && (
          <>
            <StatusBadge of={resource.status} />
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
        write && (changed || !resource) ? (
          <div class="p-form-actions">
            {changed && <Button onClick={() => setTyped({})}>{t("discard")}</Button>}
            <Button variant="primary" busy={save.busy} onClick={() => void save.run()}>
              {resource ? t("save") : t("create")}
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
        <ResourceForm
          draft={draft}
          onChange={(patch) => {
            setTyped((all) => ({ ...all, ...patch }));
            setRefused({});
          }}
          wrong={messages}
          places={places}
          disabled={!write}
        />
      </form>
      {resource && <Preview resource={resource} zone={places.zoneOf(resource)} changed={changed} />}
      {removing && resource && (
        <Remove
          title={t("deleteTitle", { name: resource.name })}
          text={t("deleteText")}
          action={t("deleteDo", { name: resource.name })}
          refused={{
            title: t("inUse", { name: resource.name }),
            text: t("inUseText"),
            seeBookings: t("seeBookings"),
            to: `/bookings?resource=${resource.id}`,
            ...(resource.status === "retired" ? {} : { instead: { label: t("retire"), run: () => void retire.run() } }),
          }}
          remove={async () => {
            await foyer.resources.delete(resource.id);
            toasts.show(t("deleted", { name: resource.name }));
            cache.hear({ type: "resource.deleted" });
            router.go("/resources");
          }}
          onClose={() => setRemoving(false)}
        />
      )}
    </DetailPane>
  );
}
