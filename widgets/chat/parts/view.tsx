import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { lazy, trapFocus, useI18n, useStore } from "../../kit/index.ts";
import type { Chat, ChatHost } from "../chat.ts";
import type { en } from "../strings/languages.ts";
import { Home } from "./home.tsx";

export interface Props {
  host: ChatHost & { greeting: string | undefined; position: string | undefined };
  state: Chat;
}

const Thread = lazy(
  () => import("./thread.tsx").then((module) => module.Thread),
  () => <div class="thread" />,
);

/** The launcher and the panel behind it; without a launcher the panel alone. */
export function ChatView(props: Props) {
  const { host, state: chat } = props;
  const open = useStore(chat.store, (value) => value.open);
  if (!host.launcher) return <Panel {...props} />;
  return (
    <div class={`corner${host.position === "start" ? " at-start" : ""}`}>
      {open && <Panel {...props} />}
      <Launcher chat={chat} open={open} />
    </div>
  );
}

function Launcher({ chat, open }: { chat: Chat; open: boolean }) {
  const { t } = useI18n<typeof en>();
  const unread = useStore(chat.store, (value) => value.unread);
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
      onClick={() => chat.setOpen(!open)}
    />
  );
}

function Panel({ host, state: chat }: Props) {
  const { t } = useI18n<typeof en>();
  const key = useStore(chat.store, (value) => value.key);
  const config = useStore(chat.store, (value) => value.config);
  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const box = panel.current as HTMLDivElement;
    void Thread.preload().catch(() => {});
    if (!host.launcher) return whenSeen(box, () => chat.setOpen(true));
    const phone = matchMedia("(max-width: 520px)").matches;
    const release = phone ? trapFocus(box) : undefined;
    const stopFitting = phone ? fitAboveKeyboard(box) : undefined;
    return () => {
      release?.();
      stopFitting?.();
    };
  }, [chat, host]);

  return (
    <div
      ref={panel}
      class={`panel${host.launcher ? " floating" : ""}`}
      part="panel"
      {...(host.launcher ? { role: "dialog" } : { role: "region" })}
      aria-label={config ? t("title", { name: config.tenant_name }) : t("titlePlain")}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.isComposing || !host.launcher) return;
        event.stopPropagation();
        chat.setOpen(false);
      }}
    >
      {key ? <Thread chat={chat} id={key} host={host} /> : <Home chat={chat} host={host} />}
    </div>
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
function fitAboveKeyboard(panel: HTMLElement): (() => void) | undefined {
  const view = window.visualViewport;
  if (!view) return;
  const fit = () => {
    panel.style.height = `${view.height}px`;
    panel.style.top = `${view.offsetTop}px`;
  };
  fit();
  view.addEventListener("resize", fit);
  view.addEventListener("scroll", fit);
  return () => {
    view.removeEventListener("resize", fit);
    view.removeEventListener("scroll", fit);
  };
}
