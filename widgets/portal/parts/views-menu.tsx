import { useState } from "preact/hooks";
import * as icons from "../../kit/icons.ts";
import { Button, Dialog, Field, Icon, Input, Menu, useI18n, useStore } from "../../kit/index.ts";
import { usePortal } from "../portal.ts";
import type { en as shell } from "../strings/en.ts";
import { en } from "../strings/lists.ts";
import { useStrings } from "../strings/use.ts";
import { normalised, readViews, type SavedView, viewOf, withView } from "./saved-views.ts";

export interface ViewsMenuProps {
  /** Which list they are of; part of the name they are stored by. */
  list: string;
  /** Path of the list, such as `/bookings`. */
  path: string;
  /** Views that everybody has. The one with an empty query shows everything. */
  given: readonly SavedView[];
}

/** Goes from one set of filters to another, and keeps those in force under a name. */
export function ViewsMenu({ list, path, given }: ViewsMenuProps) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { router, toasts } = usePortal();
  const query = useStore(router, (place) => place.query);
  const own = useSavedViews(list);
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const all = [...given, ...own.views];
  const current = viewOf(all, query);
  const show = (view: SavedView) => router.go(view.query ? `${path}?${view.query}` : path);
  const save = () => {
    if (!name.trim()) return;
    own.save(name, query);
    setNaming(false);
    setName("");
    toasts.show(t("viewSaved", { name: name.trim() }));
  };
  const removable = current && own.views.includes(current) ? current : undefined;
  const items = [
    ...all.map((view, at) => ({
      label: view.name,
      checked: view === current,
      divided: at === given.length,
      onSelect: () => show(view),
    })),
    {
      label: t("saveView"),
      icon: icons.plus,
      divided: true,
      disabled: !!current || !normalised(query),
      onSelect: () => setNaming(true),
    },
    ...(removable
      ? [
          {
            label: t("removeView", { name: removable.name }),
            icon: icons.trash,
            danger: true,
            onSelect: () => {
              own.remove(removable.name);
              toasts.show(t("viewRemoved", { name: removable.name }), {
                undo: () => own.save(removable.name, removable.query),
              });
            },
          },
        ]
      : []),
  ];
  return (
    <span class="p-chip p-views">
      <Menu size="s" label={t("views")} items={items}>
        <span class="p-chip-text">
          <Icon of={icons.filter} size={15} />
          <span class="f-hidden">{t("views")}: </span>
          {current?.name ?? t("ownFilters")}
          <Icon of={icons.chevronDown} size={14} />
        </span>
      </Menu>
      <Dialog
        open={naming}
        size="s"
        title={t("saveViewTitle")}
        onClose={() => setNaming(false)}
        actions={
          <>
            <Button onClick={() => setNaming(false)}>{words.t("cancel")}</Button>
            <Button variant="primary" disabled={!name.trim()} onClick={save}>
              {words.t("save")}
            </Button>
          </>
        }
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <Field label={t("viewName")} hint={t("viewNameHint")}>
            <Input value={name} onInput={setName} maxLength={60} autofocus autocomplete="off" />
          </Field>
        </form>
      </Dialog>
    </span>
  );
}

/** A member's own views of one list, kept in this browser. */
function useSavedViews(list: string) {
  const { storage, me } = usePortal();
  const name = `views:${list}:${me.id}`;
  const [views, setViews] = useState(() => readViews(storage.get(name)));
  const store = (next: SavedView[]) => {
    storage.set(name, next);
    setViews(next);
  };
  return {
    views,
    save: (title: string, query: string | URLSearchParams) => store(withView(views, title, query)),
    remove: (title: string) => store(views.filter((view) => view.name !== title)),
  };
}
