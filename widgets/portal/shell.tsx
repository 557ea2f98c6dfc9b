import { useEffect, useLayoutEffect } from "preact/hooks";
import { type AnyHost, Toasts, useI18n, useStore } from "../kit/index.ts";
import { type Base, PortalContext } from "./portal.ts";
import { ChoosePassword } from "./shell/choose-password.tsx";
import { CommandPalette } from "./shell/command-palette.tsx";
import { CurrentPage } from "./shell/current-page.tsx";
import { Header } from "./shell/header.tsx";
import { Navigation } from "./shell/navigation.tsx";
import { RaiseTicket } from "./shell/raise-ticket.tsx";
import { SignIn } from "./shell/sign-in.tsx";
import { Starting, Unreachable } from "./shell/starting.tsx";
import { useConnected } from "./shell/use-connected.ts";
import type { en } from "./strings/en.ts";

/** Everything: who is there decides what is drawn. */
export function PortalView({ host, state: base }: { host: AnyHost; state: Base }) {
  const { phase, me, expired } = useStore(base.session.store);
  const theme = useStore(base.preferences, (value) => value.theme);
  const mode = useStore(base.preferences, (value) => value.mode);
  useLayoutEffect(() => {
    host.theme = theme === "auto" ? undefined : theme;
  }, [theme]);
  useEffect(() => base.router.start(host), []);
  return (
    <>
      {phase === "starting" && <Starting />}
      {phase === "unreachable" && <Unreachable onRetry={() => void base.session.start()} />}
      {phase === "signed_out" && <SignIn session={base.session} expired={expired} />}
      {phase === "signed_in" &&
        me &&
        (me.must_change_password ? (
          <ChoosePassword base={base} me={me} origin={host.apiOrigin} />
        ) : (
          // Another person or another mode shares nothing with what was on screen.
          <Desk key={`${me.id}-${mode}`} host={host} base={base} />
        ))}
      <Toasts of={base.toasts} />
    </>
  );
}

function Desk({ host, base }: { host: AnyHost; base: Base }) {
  const { t } = useI18n<typeof en>();
  const portal = useConnected(base, host);
  const collapsed = useStore(base.preferences, (value) => value.collapsed);
  useEffect(() => {
    // The business's own colour; the portal looks fine without it.
    portal.foyer.company.retrieve().then(
      (company) => host.setTenantAccent(company.accent_color),
      () => {},
    );
  }, [portal.foyer]);
  return (
    <PortalContext.Provider value={portal}>
      <div class={`p-desk${collapsed ? " p-collapsed" : ""}${portal.mode === "test" ? " p-test" : ""}`}>
        <button
          type="button"
          class="p-skip"
          onClick={(event) => (event.currentTarget.getRootNode() as ShadowRoot).getElementById("content")?.focus()}
        >
          {t("skip")}
        </button>
        <Navigation />
        <Header />
        <CurrentPage />
      </div>
      <CommandPalette />
      <RaiseTicket />
    </PortalContext.Provider>
  );
}
