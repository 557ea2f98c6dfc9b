import * as icons from "../../kit/icons.ts";
import { Avatar, Menu, useI18n, useStore } from "../../kit/index.ts";
import { explain } from "../data/explain.ts";
import { display, flask, moon, sun } from "../icons.ts";
import { type Theme, usePortal } from "../portal.ts";
import type { en } from "../strings/en.ts";

export function AccountMenu() {
  const { t } = useI18n<typeof en>();
  const { me, mode, preferences, session, toasts, router } = usePortal();
  const theme = useStore(preferences, (value) => value.theme);
  const look = (value: Theme, label: "themeAuto" | "themeLight" | "themeDark", icon: string) => ({
    label: t(label),
    icon,
    checked: theme === value,
    onSelect: () => preferences.set({ theme: value }),
  });
  return (
    <div class="p-account">
      <Menu
        items={[
          { label: me.email, icon: icons.user, onSelect: () => router.go("/settings") },
          { ...look("auto", "themeAuto", display), divided: true },
          look("light", "themeLight", sun),
          look("dark", "themeDark", moon),
          {
            label: t(mode === "test" ? "viewLive" : "viewTest"),
            icon: flask,
            divided: true,
            onSelect: () => preferences.set({ mode: mode === "test" ? "live" : "test" }),
          },
          {
            label: t("signOut"),
            icon: icons.signOut,
            divided: true,
            onSelect: () => void session.signOut().catch((error) => toasts.show(explain(error).sentence)),
          },
        ]}
      >
        <Avatar name={me.name} size={30} />
        <span class="f-hidden">
          {t("account")}: {me.name}
        </span>
      </Menu>
    </div>
  );
}
