import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Notification } from "../../../sdk/index.ts";
import * as icons from "../../kit/icons.ts";
import { Button, Count, Empty, ErrorNote, IconButton, Loading, Skeleton, useI18n, useStore } from "../../kit/index.ts";
import { explain } from "../data/explain.ts";
import { useAction, useEvents, useList, useQuery } from "../data/hooks.ts";
import { RelativeTime } from "../parts/relative-time.tsx";
import { usePortal } from "../portal.ts";
import { href } from "../router.ts";
import type { en } from "../strings/en.ts";

const on = ["notification."];

/** Where a notification leads: its own address, or the page of what it is about. */
export function targetOf({ url, entity_type, entity_id }: Notification): string | undefined {
  const own = url && /\/portal(\/.*)$/.exec(url)?.[1];
  if (own) return own;
  const page = { conversation: "inbox", ticket: "tickets", booking: "bookings", contact: "contacts" }[
    entity_type ?? ""
  ];
  return page && entity_id ? `/${page}/${entity_id}` : undefined;
}

/** The bell with its number, and what is new under it. */
export function Bell() {
  const { t } = useI18n<typeof en>();
  const { router, cache } = usePortal();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const counts = useQuery(["notifications", "counts"], (foyer) => foyer.notifications.counts(), { on });
  const unread = counts.data?.unread ?? 0;

  // Notifications have no events of their own: they follow others, a moment later.
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEvents((event) => {
    if (!/^(booking|conversation|departure|message|ticket)\./.test(event.type) || event.type === "conversation.read")
      return;
    later.current ??= setTimeout(() => {
      later.current = undefined;
      cache.hear({ type: "notification.created" });
    }, 1500);
  });
  useEffect(() => () => clearTimeout(later.current), []);
  useSeen(unread);
  useEffect(() => router.subscribe(() => setOpen(false)), [router]);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (box.current && !event.composedPath().includes(box.current)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside, true);
    return () => document.removeEventListener("pointerdown", outside, true);
  }, [open]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape from anywhere inside closes the panel
    <div
      class="p-bell"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.stopPropagation();
        setOpen(false);
        box.current?.querySelector("button")?.focus();
      }}
    >
      <IconButton
        icon={icons.bell}
        label={unread ? t("notificationsUnread", { count: unread }) : t("notifications")}
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={() => setOpen(!open)}
      />
      {unread > 0 && (
        <span class="p-bell-count" aria-hidden="true">
          <Count of={unread} />
        </span>
      )}
      {open && <Panel unread={unread} />}
    </div>
  );
}

/** What is open on screen needs no telling: its notifications are read. */
function useSeen(unread: number): void {
  const { router, foyer, cache } = usePortal();
  const id = useStore(router, ({ path }) => path.split("/")[2]);
  useEffect(() => {
    if (!id || !unread || document.visibilityState !== "visible") return;
    const mark = async () => {
      const { data } = await foyer.notifications.list({ unread: true, limit: 50 });
      const seen = data.filter((one) => one.entity_id === id);
      await Promise.all(seen.map((one) => foyer.notifications.read(one.id)));
      if (seen.length) cache.hear({ type: "notification.read" });
    };
    // Not worth a word when it fails: the bell keeps its number.
    mark().catch(() => {});
  }, [id, unread]);
}

function Panel({ unread }: { unread: number }) {
  const { t } = useI18n<typeof en>();
  const panel = useRef<HTMLDivElement>(null);
  const list = useList(["notifications", "recent"], (foyer) => foyer.notifications.list({ limit: 15 }), { on });
  const readAll = useReadAll();
  useLayoutEffect(() => panel.current?.focus(), []);
  return (
    <div class="p-bell-panel" role="dialog" aria-label={t("notifications")} tabIndex={-1} ref={panel}>
      <div class="p-bell-head">
        <h2>{t("notifications")}</h2>
        {unread > 0 && (
          <Button size="s" variant="quiet" busy={readAll.busy} onClick={() => void readAll.run()}>
            {t("readAll")}
          </Button>
        )}
      </div>
      <div class="p-bell-list">
        {list.loading ? (
          <Loading>
            <Skeleton height="52px" lines={4} />
          </Loading>
        ) : list.error && !list.data ? (
          <ErrorNote {...explain(list.error)} onRetry={list.reload} retrying={list.busy} />
        ) : list.items.length === 0 ? (
          <Empty icon={icons.bell} title={t("noNotifications")} text={t("noNotificationsText")} />
        ) : (
          <ul>
            {list.items.map((one) => (
              <NotificationRow key={one.id} of={one} />
            ))}
          </ul>
        )}
      </div>
      <div class="p-bell-foot">
        <a href={href("/notifications")}>{t("seeAll")}</a>
      </div>
    </div>
  );
}

export function useReadAll() {
  const { foyer, cache } = usePortal();
  return useAction(async () => {
    await foyer.notifications.read_all();
    cache.hear({ type: "notification.read" });
  });
}

export function NotificationRow({ of }: { of: Notification }) {
  const { t } = useI18n<typeof en>();
  const { foyer, cache } = usePortal();
  const { run } = useAction(async () => {
    await foyer.notifications.read(of.id);
    cache.hear({ type: "notification.read" });
  });
  const target = targetOf(of);
  const text = (
    <>
      <span class="p-note-title">{of.title}</span>
      <span class="p-note-text">{of.text}</span>
      <span class="p-note-time">
        <RelativeTime at={of.created_at} />
      </span>
    </>
  );
  return (
    <li class={`p-note${of.read_at ? "" : " p-note-unread"}`}>
      {target ? (
        <a class="p-note-main" href={href(target)} onClick={() => !of.read_at && void run()}>
          {text}
        </a>
      ) : (
        <span class="p-note-main">{text}</span>
      )}
      {!of.read_at && <IconButton size="s" icon={icons.check} label={t("markRead")} onClick={() => void run()} />}
    </li>
  );
}
