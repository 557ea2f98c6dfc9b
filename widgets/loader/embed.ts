import { launcherCss } from "../kit/launcher.ts";
import { type Behaviour, type Defaults, shell } from "../kit/shell.ts";

/**
 * The script customers paste. It registers the Foyer tags as empty shells; the platform itself then tells when one
 * enters the page, now or later, also inside other shadow roots, so nothing observes the page. The first element of a
 * kind loads its module, which fills the shells.
 */

/** Hashes of the chunks each module imports, written by the build: fetched beside the module, not after it. */
declare const CHUNKS: Record<Name, string[]>;

type Name = "booking" | "chat" | "ticket";

const labels: Record<string, string> = {
  en: "Open chat",
  es: "Abrir el chat",
  fr: "Ouvrir le chat",
  de: "Chat öffnen",
  ar: "افتح المحادثة",
};

function start(script: HTMLScriptElement) {
  const { key = "", api, locale, accent, chat, theme } = script.dataset;
  const base = script.src;
  const defaults: Defaults = {
    "api-key": key,
    "api-origin": api ?? new URL(base).origin,
    locale,
    accent,
  };
  const loading: Partial<Record<Name, Promise<unknown>>> = {};
  const hinted: Partial<Record<Name, true>> = {};
  let failures = 0;

  const addresses = (name: Name) =>
    [name, ...CHUNKS[name].map((hash) => `chunks/${hash}`)].map((file) => new URL(`${file}.js`, base).href);

  function hint(name: Name) {
    if (hinted[name]) return;
    hinted[name] = true;
    for (const href of addresses(name)) {
      document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
    }
  }

  /** A failed load may be tried again; browsers remember a failed module by its address, so that differs. */
  function load(name: Name): Promise<unknown> {
    hint(name);
    loading[name] ??= import(addresses(name)[0] + (failures ? `?${failures}` : "")).catch((error) => {
      failures += 1;
      delete loading[name];
      throw error;
    });
    return loading[name];
  }

  /** For elements in the page: five tries, the later the further apart. */
  function loadSoon(name: Name) {
    load(name).catch(() => failures < 5 && setTimeout(loadSoon, 4 ** failures * 1000, name));
  }

  function stored(name: string): unknown {
    try {
      return JSON.parse(localStorage.getItem(`foyer:${key}:${name}`) ?? "");
    } catch {
      return null;
    }
  }

  function launcher(host: HTMLElement) {
    if (host.shadowRoot) return;
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    const color = accent ?? stored("accent");
    sheet.replaceSync(launcherCss);
    if (CSS.supports("color", `${color}`)) sheet.insertRule(`:host{--foyer-accent:${color}}`);
    root.adoptedStyleSheets = [sheet];

    const button = document.createElement("button");
    const language = locale || document.documentElement.lang || navigator.language;
    const unread = Number(stored("unread"));
    const label = labels[language.slice(0, 2)] ?? labels.en;
    button.className = "launcher";
    button.part.add("launcher");
    button.ariaHasPopup = "dialog";
    button.ariaLabel = label + (unread > 0 ? ` (${unread})` : "");
    if (unread > 0) button.dataset.unread = unread > 9 ? "9+" : `${unread}`;
    let intent: ReturnType<typeof setTimeout>;
    button.onpointerenter = () => {
      intent = setTimeout(hint, 80, "chat");
    };
    button.onpointerleave = () => clearTimeout(intent);
    button.onfocus = () => hint("chat");
    button.onclick = () => {
      host.setAttribute("open", "");
      button.ariaBusy = "true";
      load("chat").catch(() => {
        host.removeAttribute("open");
        button.ariaBusy = null;
      });
    };
    root.append(button);
  }

  function register(name: Name) {
    const tag = `foyer-${name}`;
    if (customElements.get(tag)) return;
    const waiting = new Set<HTMLElement>();
    let behaviour: Behaviour | undefined;
    class Shell extends HTMLElement {
      static [shell](real: Behaviour) {
        behaviour ??= real;
        Object.defineProperties(Shell.prototype, behaviour.members);
        for (const host of waiting) behaviour.connected(host, defaults);
        waiting.clear();
      }
      connectedCallback() {
        if (behaviour) return behaviour.connected(this, defaults);
        waiting.add(this);
        const closed = this.hasAttribute("launcher") && !this.hasAttribute("open");
        if (closed) launcher(this);
        // There is a conversation to hear of, or something to send.
        if (!closed || stored("talk")) loadSoon(name);
      }
      disconnectedCallback() {
        waiting.delete(this);
        behaviour?.disconnected(this);
      }
    }
    customElements.define(tag, Shell);
  }

  for (const name of ["booking", "chat", "ticket"] as const) register(name);

  /** The one global: `Foyer.load("chat")` answers with the page's first such element, once its methods are there. */
  Object.assign(window, {
    Foyer: { load: (name: Name) => load(name).then(() => document.querySelector(`foyer-${name}`)) },
  });

  if (chat === undefined) return;
  const show = () => {
    if (document.querySelector("foyer-chat")) return;
    const element = document.createElement("foyer-chat");
    element.setAttribute("launcher", "");
    if (theme) element.setAttribute("theme", theme);
    document.body.append(element);
  };
  if (document.body) show();
  else addEventListener("DOMContentLoaded", show, { once: true });
}

try {
  const script = document.currentScript ?? document.querySelector("script[data-key]");
  if (script && !("Foyer" in window)) start(script as HTMLScriptElement);
} catch (error) {
  console.warn("Foyer:", error);
}
