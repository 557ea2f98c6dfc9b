import { useEffect, useState } from "preact/hooks";
import * as icons from "../../kit/icons.ts";
import { Button, Icon, IconButton, Tooltip, useI18n, useStore } from "../../kit/index.ts";
import { flask } from "../icons.ts";
import { usePortal } from "../portal.ts";
import type { en } from "../strings/en.ts";
import { AccountMenu } from "./account-menu.tsx";
import { Bell } from "./bell.tsx";

const apple = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? "");

export function Header() {
  const { t } = useI18n<typeof en>();
  const { opened, preferences, mode, can } = usePortal();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey) return;
      event.preventDefault();
      opened.set((value) => ({ palette: !value.palette }));
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return (
    <section class="p-header" aria-label={t("toolbar")}>
      <button type="button" class="p-search" aria-haspopup="dialog" onClick={() => opened.set({ palette: true })}>
        <Icon of={icons.search} size={18} />
        <span>{t("search")}</span>
        <kbd>{apple ? "⌘ K" : "Ctrl K"}</kbd>
      </button>
      <div class="p-header-end">
        {mode === "test" && (
          <Tooltip text={t("testText")}>
            {(id) => (
              <button
                type="button"
                class="p-test-mark"
                aria-describedby={id}
                aria-label={`${t("test")}: ${t("leaveTest")}`}
                onClick={() => preferences.set({ mode: "live" })}
              >
                <Icon of={flask} size={16} />
                <span>{t("test")}</span>
              </button>
            )}
          </Tooltip>
        )}
        <Connection />
        {can("tickets:write") && (
          <>
            <span class="p-wide">
              <Button size="s" icon={icons.plus} onClick={() => opened.set({ ticket: {} })}>
                {t("raise")}
              </Button>
            </span>
            <span class="p-slim">
              <IconButton icon={icons.plus} label={t("raise")} onClick={() => opened.set({ ticket: {} })} />
            </span>
          </>
        )}
        {can("notifications:read") && <Bell />}
        <AccountMenu />
      </div>
    </section>
  );
}

/** Whether the machine has a network at all. */
function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  return online;
}

/** A discreet mark: whether what is on screen follows what happens. */
function Connection() {
  const { t } = useI18n<typeof en>();
  const { connection } = usePortal();
  const { status, wasLive } = useStore(connection);
  const online = useOnline();
  const fine = online && (status === "live" || status === "polling");
  if (!fine && !wasLive) return null;
  const text = t(fine ? "liveText" : "reconnectingText");
  return (
    <span class={`p-connection${fine ? "" : " p-lost"}`} role="status" title={text}>
      <span class="p-dot" />
      <span class="p-connection-text">{t(fine ? "live" : "reconnecting")}</span>
    </span>
  );
}
