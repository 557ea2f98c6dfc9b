import { useEffect, useState } from "preact/hooks";
import * as icons from "../../kit/icons.ts";
import { Count, Dialog, Icon, IconButton, useI18n, useStore } from "../../kit/index.ts";
import { useQuery } from "../data/hooks.ts";
import { sidebar } from "../icons.ts";
import { type PageEntry, pageOf, pages } from "../pages.ts";
import { type Portal, usePortal } from "../portal.ts";
import { href } from "../router.ts";
import type { en } from "../strings/en.ts";
import { Mark } from "./mark.tsx";

/** In the bottom bar of phones; the rest is behind More. */
const handy = ["", "inbox", "today", "tickets"];

function useEntries(portal: Portal): PageEntry[] {
  const [development, setDevelopment] = useState(false);
  useEffect(() => {
    // Only a service on this machine keeps the mails it would have sent.
    if (!/^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname)) return;
    portal.foyer.mailbox.list({ maxRetries: 0 }).then(
      () => setDevelopment(true),
      () => {},
    );
  }, []);
  return pages.filter(
    (page) => page.nav && (!page.permission || portal.can(page.permission)) && (!page.development || development),
  );
}

export function Navigation() {
  const { t } = useI18n<typeof en>();
  const portal = usePortal();
  const { path } = useStore(portal.router);
  const collapsed = useStore(portal.preferences, (value) => value.collapsed);
  const entries = useEntries(portal);
  const { page } = pageOf(path);
  const current = page?.under ?? page?.path;
  const [more, setMore] = useState(false);
  const counts = useQuery(
    portal.can("conversations:read") ? ["conversations", "counts"] : undefined,
    (foyer) => foyer.conversations.counts(),
    { on: ["conversation.", "message."] },
  );
  const unread = counts.data?.unread ?? 0;
  useEffect(() => setMore(false), [path]);

  const entry = (page: PageEntry, short = false) => {
    const label = t((short && page.short) || page.label);
    const waiting = page.path === "inbox" ? unread : 0;
    return (
      <li key={page.path}>
        <a
          href={href(`/${page.path}`)}
          class="p-nav-entry"
          aria-current={page.path === current ? "page" : undefined}
          title={collapsed ? label : undefined}
        >
          <Icon of={page.icon} />
          <span class="p-nav-text">{label}</span>
          {waiting > 0 && (
            <span class="p-nav-count">
              <span aria-hidden="true">
                <Count of={waiting} />
              </span>
              <span class="f-hidden">{t("nav.unread", { count: waiting })}</span>
            </span>
          )}
        </a>
      </li>
    );
  };
  const rest = entries.filter((page) => !handy.includes(page.path));
  return (
    <nav class="p-nav" aria-label={t("nav.label")}>
      <a class="p-brand" href={href("/")} aria-label={`${portal.me.tenant.name}, ${t("nav.home")}`}>
        <Mark />
        <span class="p-nav-text">{portal.me.tenant.name}</span>
      </a>
      <ul class="p-nav-list">{entries.filter((page) => page.nav === "main").map((page) => entry(page))}</ul>
      <ul class="p-nav-list p-nav-manage">
        {entries.filter((page) => page.nav === "manage").map((page) => entry(page))}
      </ul>
      <div class="p-nav-foot">
        <IconButton
          icon={sidebar}
          directional
          size="s"
          label={t(collapsed ? "nav.expand" : "nav.collapse")}
          aria-expanded={!collapsed}
          onClick={() => portal.preferences.set({ collapsed: !collapsed })}
        />
      </div>
      <ul class="p-bar">
        {entries.filter((page) => handy.includes(page.path)).map((page) => entry(page, true))}
        {rest.length > 0 && (
          <li>
            <button
              type="button"
              class="p-nav-entry"
              aria-haspopup="dialog"
              aria-current={rest.some((page) => page.path === current) ? "true" : undefined}
              onClick={() => setMore(true)}
            >
              <Icon of={icons.menu} />
              <span class="p-nav-text">{t("nav.more")}</span>
            </button>
          </li>
        )}
      </ul>
      <Dialog open={more} onClose={() => setMore(false)} title={t("nav.more")}>
        <ul class="p-more">{rest.map((page) => entry(page))}</ul>
      </Dialog>
    </nav>
  );
}
