import { useEffect } from "preact/hooks";
import type { Resource } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Badge, Button, css, IconButton, Skeleton } from "../../../kit/index.ts";
import { useAction, useQuery } from "../../data/hooks.ts";
import { errorAt } from "../../parts/errors.ts";
import { Fields } from "../../parts/fields.tsx";
import { MoreActions, SaveActions, useWrongFirst } from "../../parts/sheet-pane.tsx";
import { Shown } from "../../parts/shown.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { useSheet } from "../../parts/use-sheet.ts";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import { en as sheet } from "../../strings/sheet.ts";
import { useStrings } from "../../strings/use.ts";
import { type Places, usePlaces } from "../bookings/use-places.ts";
import { Basics } from "./basics.tsx";
import { changesOf, draftOf, freshDraft, inputOf, type Section, sectionOf, sections, wrongIn } from "./draft.ts";
import styles from "./editor.css";
import { Room } from "./places.tsx";
import { Preview } from "./preview.tsx";
import { Prices } from "./prices.tsx";
import { Questions } from "./questions.tsx";
import { en } from "./strings.ts";
import { Time } from "./time.tsx";

css(styles);

const views = { basics: Basics, time: Time, places: Room, prices: Prices, questions: Questions };

interface ResourceEditorProps {
  /** `new` is one to come. */
  id: string;
  section: string | undefined;
  /** What a new one is. */
  template: boolean;
}

/** One resource, to see and to change, with what comes of it beside. */
export function ResourceEditor({ id, section, template }: ResourceEditorProps) {
  const { t } = useStrings(en);
  const places = usePlaces();
  const query = useQuery(id === "new" ? undefined : ["resource", id], (foyer) => foyer.resources.retrieve(id), {
    on: ["resource."],
  });
  const shown = sections.find((one) => one === section) ?? "basics";
  const ready = id === "new" ? places.company && !places.loading : query.data && !places.loading;
  if (ready)
    return (
      <Editor
        resource={query.data}
        places={places}
        section={shown}
        template={template}
        put={query.put}
        reload={query.reload}
      />
    );
  return (
    <div class="p-editor-waiting">
      <Back />
      <Shown
        of={{ ...query, data: undefined, error: query.error ?? places.error, reload: query.reload }}
        skeleton={<Skeleton lines={10} height="28px" />}
      >
        {() => t("title")}
      </Shown>
    </div>
  );
}

function Back() {
  const { t } = useStrings(en);
  const { router } = usePortal();
  return <IconButton icon={icons.arrowLeft} directional label={t("back")} onClick={() => router.go("/resources")} />;
}

interface EditorProps {
  resource: Resource | undefined;
  places: Places;
  section: Section;
  template: boolean;
  put(resource: Resource): void;
  reload(): void;
}

function Editor({ resource, places, section, template, put, reload }: EditorProps) {
  const { t } = useStrings(en);
  const words = useStrings(sheet);
  const { foyer, can, router, toasts, cache } = usePortal();
  const path = `/resources/${resource?.id ?? "new"}`;
  const query = template && !resource ? "?template=yes" : "";
  const start = resource
    ? draftOf(resource)
    : { ...freshDraft(places.venues[0]?.id ?? "", places.company?.currency ?? "USD"), template };
  const write = can("resources:write");
  const form = useSheet({
    start,
    wrong: (draft) => Object.fromEntries(Object.entries(wrongIn(draft)).map(([place, key]) => [place, t(key)])),
    shows: (pointer) => sectionOf(pointer) !== undefined,
    reload,
    save: async (draft) => {
      const input = inputOf(draft);
      if (resource) {
        const changes = changesOf(input, inputOf(start));
        put(await foyer.resources.update(resource.id, { ...changes, version: resource.version }));
        toasts.show(words.t("saved"));
      } else {
        const made = await foyer.resources.create(input);
        toasts.show(words.t("created", { name: made.name }));
        router.go(`/resources/${made.id}/${section}`, { replace: true });
      }
      cache.hear({ type: "resource.updated" });
    },
  });
  const wrong = (one: Section) => Object.keys(form.errors).some((pointer) => sectionOf(pointer) === one);
  const box = useWrongFirst(form.refusals);
  useEffect(() => {
    const first = sections.find(wrong);
    if (form.refusals && first && !wrong(section)) router.go(`${path}/${first}${query}`, { replace: true });
  }, [form.refusals]);
  const View = views[section];
  return (
    <div class="p-editor">
      <header class="p-editor-head">
        <Back />
        <h1>{resource?.name ?? t(template ? "newTemplate" : "new")}</h1>
        {resource?.template && <Badge tone="info">{t("template")}</Badge>}
        {resource && !resource.template && <StatusBadge of={resource.status} />}
        <span class="p-editor-actions">
          {write && (form.changed || !resource) && (
            <SaveActions sheet={form} create={resource ? undefined : t("create")} />
          )}
          {resource && write && <Actions resource={resource} put={put} />}
        </span>
      </header>
      <nav class="p-editor-rail" aria-label={t("parts", { name: resource?.name ?? t("new") })}>
        {sections.map((one) => (
          <a
            key={one}
            href={href(`${path}/${one}${query}`)}
            aria-current={one === section ? "page" : undefined}
            aria-label={wrong(one) ? t("wrongHere", { name: t(one) }) : undefined}
          >
            {t(one)}
            {wrong(one) && <span class="p-editor-dot" />}
          </a>
        ))}
      </nav>
      <form
        ref={box}
        class="p-editor-form"
        aria-label={t(section)}
        onSubmit={(event) => {
          event.preventDefault();
          if (form.changed) form.save();
        }}
      >
        {resource?.template && <p class="p-editor-note">{t("templateText")}</p>}
        <Fields errors={form.errors} currency={form.draft.currency} disabled={!write}>
          <View key={section} draft={form.draft} change={form.change} places={places} saved={start} />
        </Fields>
        <button type="submit" hidden />
      </form>
      <aside class="p-editor-preview">
        {resource && !resource.template ? (
          <Preview key={resource.id} resource={resource} places={places} changed={form.changed} />
        ) : (
          <p class="f-muted">{t(resource ? "templateText" : "previewNew")}</p>
        )}
      </aside>
      <span class="f-hidden" role="status">
        {form.refusals > 0 &&
          errorAt(form.errors, "") !== undefined &&
          words.t("unsaved", { count: Object.keys(form.errors).length })}
      </span>
    </div>
  );
}

/** What can be done with a resource as a whole. */
function Actions({ resource, put }: { resource: Resource; put(resource: Resource): void }) {
  const { t } = useStrings(en);
  const words = useStrings(sheet);
  const { foyer, router, toasts, cache } = usePortal();
  const copy = useAction(async (template: boolean, open: boolean) => {
    const made = await foyer.resources.duplicate(resource.id, template ? { template, name: resource.name } : {});
    cache.hear({ type: "resource.created" });
    toasts.show(t(template ? "savedAsTemplate" : "duplicated", { name: made.name }));
    if (open) router.go(`/resources/${made.id}`);
  });
  const retire = useAction(async () => {
    put(await foyer.resources.update(resource.id, { status: "retired", version: resource.version }));
    cache.hear({ type: "resource.updated" });
    toasts.show(words.t("saved"));
  });
  return (
    <>
      {resource.template && (
        <Button variant="primary" busy={copy.busy} onClick={() => void copy.run(false, true)}>
          {t("useTemplate")}
        </Button>
      )}
      <MoreActions
        name={resource.name}
        items={
          resource.template
            ? []
            : [
                { label: t("duplicate"), icon: icons.copy, onSelect: () => void copy.run(false, true) },
                { label: t("saveAsTemplate"), icon: icons.file, onSelect: () => void copy.run(true, false) },
              ]
        }
        removal={{
          text: t("deleteText"),
          refused: {
            text: t("inUseText"),
            to: `/bookings?resource=${resource.id}`,
            instead: resource.status === "retired" ? undefined : { label: t("retire"), run: () => void retire.run() },
          },
          remove: async () => {
            await foyer.resources.delete(resource.id);
            cache.hear({ type: "resource.deleted" });
            router.go("/resources");
          },
        }}
      />
    </>
  );
}
