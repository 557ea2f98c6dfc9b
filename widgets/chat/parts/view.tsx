import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { trapFocus } from "../../kit/a11y.ts";
import { useI18n } from "../../kit/i18n.ts";
import { lazy } from "../../kit/lazy.tsx";
import { useStore } from "../../kit/store.ts";
import type { ChatHost, Shell } from "../shell.ts";
import type { en } from "../strings/languages.ts";

const Desk = lazy(
  () => import("./desk.tsx").then((module) => module.Desk),
  () => <div class="waiting" aria-busy="true" />,
);

/** The launcher and the panel behind it; without a launcher the panel alone. */
export function ChatView({ host, state: shell }: { host: ChatHost; state: Shell }) {
  const open = useStore(shell.store, (value) => value.open);
  if (!host.launcher) return <Panel shell={shell} open={open} />;
  return (
    <div class={host.position === "start" ? "at-start" : ""}>
      {open && <Panel shell={shell} open floating />}
      <Launcher shell={shell} open={open} />
    </div>
  );
}

function Launcher({ shell, open }: { shell: Shell; open: boolean }) {
  const { t } = useI18n<typeof en>();
  const unread = useStore(shell.store, (value) => value.unread);
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(open);
  useLayoutEffect(() => {
    if (was.current && !open) button.current?.focus();
    was.current = open;
  }, [open]);
  const count = !open && unread > 0;
  return (
    <button
      ref={button}
      type="button"
      class="launcher"
      part="launcher"
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-label={open ? t("close") : count ? `${t("open")}, ${t("unread", { count: unread })}` : t("open")}
      data-unread={count ? (unread > 9 ? "9+" : unread) : undefined}
      onPointerEnter={() => void Desk.preload().catch(() => {})}
      onClick={() => shell.setOpen(!open)}
    />
  );
}

function Panel({ shell, open, floating = false }: { shell: Shell; open: boolean; floating?: boolean }) {
  const { t } = useI18n<typeof en>();
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    const box = panel.current as HTMLElement;
    if (!floating) return whenSeen(box, () => shell.setOpen(true));
    box.focus({ preventScroll: true });
    if (!matchMedia("(max-width: 520px)").matches) return;
    const [release, stopFitting] = [trapFocus(box), fitAboveKeyboard(box)];
    return () => {
      release();
      stopFitting();
    };
  }, [shell, floating]);

  return (
    <section
      ref={panel}
      class={floating ? "panel floating" : "panel"}
      part="panel"
      role={floating ? "dialog" : undefined}
      aria-label={t("titlePlain")}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.isComposing || !floating) return;
        event.stopPropagation();
        shell.setOpen(false);
      }}
    >
      {open ? <Desk shell={shell} /> : <div class="waiting" />}
    </section>
  );
}

/** An element in the page asks nothing before somebody has it before their eyes. */
function whenSeen(element: Element, seen: () => void): () => void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    seen();
  });
  observer.observe(element);
  return () => observer.disconnect();
}

/** A phone's keyboard covers the page instead of shrinking it. */
function fitAboveKeyboard(panel: HTMLElement): () => void {
  const over = new AbortController();
  const view = window.visualViewport;
  const fit = () => {
    if (!view) return;
    panel.style.height = `${view.height}px`;
    panel.style.top = `${view.offsetTop}px`;
  };
  fit();
  for (const name of ["resize", "scroll"]) view?.addEventListener(name, fit, { signal: over.signal });
  return () => over.abort();
}
