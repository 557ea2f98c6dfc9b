import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import * as icons from "../../kit/icons.ts";
import { announce, Icon, Spinner, useI18n, useStore } from "../../kit/index.ts";
import { useQuery, useSettled } from "../data/hooks.ts";
import { flask, moon, sun } from "../icons.ts";
import { pages } from "../pages.ts";
import { usePortal } from "../portal.ts";
import type { en } from "../strings/en.ts";
import { type Command, rank } from "./rank.ts";

/** Everything by typing: pages, actions, and what the API finds. */
export function CommandPalette() {
  const { opened } = usePortal();
  const open = useStore(opened, (value) => value.palette);
  if (!open) return null;
  return <Palette onClose={() => opened.set({ palette: false })} />;
}

function useCommands(): Command[] {
  const { t } = useI18n<typeof en>();
  const { can, router, opened, preferences, mode, session, foyer, cache } = usePortal();
  return useMemo(() => {
    const group = t("palette.actions");
    const action = (id: string, label: string, icon: string, run: () => void): Command => ({
      id,
      label,
      icon,
      group,
      run,
    });
    return [
      ...pages
        .filter((page) => !page.development && (!page.permission || can(page.permission)))
        .map((page) => ({
          id: `page-${page.path}`,
          label: t(page.label),
          icon: page.icon,
          group: t("palette.pages"),
          run: () => router.go(`/${page.path}`),
        })),
      ...(can("tickets:write") ? [action("raise", t("raise"), icons.plus, () => opened.set({ ticket: {} }))] : []),
      ...(can("notifications:write")
        ? [
            action(
              "read",
              t("readAll"),
              icons.check,
              () => void foyer.notifications.read_all().then(() => cache.hear({ type: "notification.read" })),
            ),
          ]
        : []),
      action("light", t("themeLight"), sun, () => preferences.set({ theme: "light" })),
      action("dark", t("themeDark"), moon, () => preferences.set({ theme: "dark" })),
      action("mode", t(mode === "test" ? "viewLive" : "viewTest"), flask, () =>
        preferences.set({ mode: mode === "test" ? "live" : "test" }),
      ),
      action("out", t("signOut"), icons.signOut, () => void session.signOut().catch(() => {})),
    ];
  }, [mode]);
}

/** What the API finds for the words, in one answer. */
function useFound(q: string) {
  const { t, date } = useI18n<typeof en>();
  const { can, router } = usePortal();
  const query = useQuery(
    q.length > 1 ? ["palette", q] : undefined,
    async (foyer) => {
      const ask = { q, limit: 5 };
      const [contacts, tickets, bookings] = await Promise.all([
        can("contacts:read") ? foyer.contacts.list(ask) : undefined,
        can("tickets:read") ? foyer.tickets.list(ask) : undefined,
        can("bookings:read") ? foyer.bookings.list(ask) : undefined,
      ]);
      return { contacts: contacts?.data ?? [], tickets: tickets?.data ?? [], bookings: bookings?.data ?? [] };
    },
    { keep: true },
  );
  const commands = useMemo<Command[]>(() => {
    if (!query.data || q.length < 2) return [];
    const { contacts, tickets, bookings } = query.data;
    return [
      ...contacts.map((one) => ({
        id: one.id,
        label: one.name ?? one.email ?? one.phone ?? one.id,
        detail: one.name ? (one.email ?? undefined) : undefined,
        icon: icons.user,
        group: t("palette.contacts"),
        run: () => router.go(`/contacts/${one.id}`),
      })),
      ...tickets.map((one) => ({
        id: one.id,
        label: one.subject,
        detail: `#${one.number} · ${t(`status.${one.status}`)}`,
        icon: icons.ticket,
        group: t("palette.tickets"),
        run: () => router.go(`/tickets/${one.id}`),
      })),
      ...bookings.map((one) => ({
        id: one.id,
        label: `${one.resource_name}, ${one.contact.name}`,
        detail: `${one.reference} · ${date(one.starts_at, { dateStyle: "medium", timeStyle: "short", timeZone: one.time_zone })}`,
        icon: icons.calendar,
        group: t("palette.bookings"),
        run: () => router.go(`/bookings/${one.id}`),
      })),
    ];
  }, [query.data, q]);
  return { commands, busy: query.busy, failed: !!query.error };
}

function Palette({ onClose }: { onClose(): void }) {
  const { t } = useI18n<typeof en>();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const settled = useSettled(text.trim(), 150);
  const own = useCommands();
  const found = useFound(settled);
  const commands = [...rank(own, text), ...found.commands];
  const current = Math.min(at, commands.length - 1);
  const quiet = settled.length > 1 && !found.busy && settled === text.trim();

  useLayoutEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector("input")?.focus();
  }, []);
  useEffect(() => {
    dialog.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [current]);
  useEffect(() => {
    if (quiet && dialog.current) announce(dialog.current, t("palette.results", { count: commands.length }));
  }, [quiet, commands.length]);

  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  return (
    <dialog
      ref={dialog}
      class="p-palette"
      aria-label={t("palette.title")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="p-palette-box">
        <div class="p-palette-input">
          <Icon of={icons.search} />
          <input
            role="combobox"
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-activedescendant={commands[current] ? `${id}-${current}` : undefined}
            aria-autocomplete="list"
            aria-label={t("palette.title")}
            placeholder={t("palette.placeholder")}
            autocomplete="off"
            spellcheck={false}
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={(event) => {
              const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
              if (step) {
                event.preventDefault();
                setAt((current + step + commands.length) % Math.max(1, commands.length));
              } else if (event.key === "Enter") {
                event.preventDefault();
                run(commands[current]);
              }
            }}
          />
          {found.busy && <Spinner />}
        </div>
        <div id={`${id}-list`} class="p-listbox" role="listbox" aria-label={t("palette.title")}>
          {commands.map((command, index) => (
            <div
              key={command.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              onPointerMove={() => index !== current && setAt(index)}
              onClick={() => run(command)}
              onKeyDown={(event) => event.key === "Enter" && run(command)}
            >
              <Icon of={command.icon} size={18} />
              <span class="p-ellipsis">{command.label}</span>
              {command.detail && <span class="p-ellipsis f-muted">{command.detail}</span>}
              {command.group !== commands[index - 1]?.group && <span class="p-palette-group">{command.group}</span>}
            </div>
          ))}
        </div>
        {found.failed && <p class="p-palette-note">{t("palette.failed")}</p>}
        {!commands.length && !found.failed && (
          <p class="p-palette-note">
            {quiet || text.trim().length < 2 ? t("palette.nothing", { query: text.trim() }) : t("palette.searching")}
          </p>
        )}
        <p class="p-palette-hint">{t("palette.hint")}</p>
      </div>
    </dialog>
  );
}
