import { h, render } from "preact";
import { Boundary } from "./boundary.tsx";
import type { AnyDeclaration, AnyHost } from "./define.ts";
import { createI18n, I18nContext, loadStrings, type Strings } from "./i18n.ts";
import type { Defaults } from "./shell.ts";
import { sharedSheet, sheetOf } from "./styles.ts";
import { paint } from "./theme.ts";

/** Those to paint again when the visitor's light or dark preference changes. */
const present = new Set<Mounted>();
let listening = false;

function follow(mounted: Mounted) {
  present.add(mounted);
  if (listening) return;
  listening = true;
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    for (const one of present) one.paint();
  });
}

/** The inside of one element, from its first connection until it has left the page for good. */
export class Mounted {
  readonly host: AnyHost;
  readonly values: Record<string, unknown> = {};
  defaults: Defaults = {};
  readonly #declaration: AnyDeclaration;
  readonly #attributes: string[];
  #observer: MutationObserver | undefined;
  #root: HTMLElement | undefined;
  #sheet: CSSStyleSheet | undefined;
  #state: { value: unknown } | undefined;
  #strings: Strings | undefined;
  /** The locale `#strings` are of, or are being loaded for. */
  #spoken: string | undefined;
  #tenantAccent: string | undefined;
  #alive = false;
  #queued = false;

  constructor(host: AnyHost, declaration: AnyDeclaration, attributes: string[]) {
    this.host = host;
    this.#declaration = declaration;
    this.#attributes = attributes;
  }

  get state(): unknown {
    this.#state ??= { value: this.#declaration.setup?.(this.host) };
    return this.#state.value;
  }

  connect(defaults: Defaults = this.defaults): void {
    this.defaults = defaults;
    if (this.#alive) return;
    this.#alive = true;
    this.#adoptEarlyValues();
    // Not observedAttributes: the loader's shell is registered before anyone knows which attributes there will be.
    this.#observer = new MutationObserver(() => this.changed());
    this.#observer.observe(this.host, { attributeFilter: [...this.#attributes, "dir"] });
    follow(this);
    this.#schedule();
  }

  disconnect(): void {
    // A move is a removal and an insertion; only who is still out a task later has left.
    setTimeout(() => {
      if (this.host.isConnected || !this.#alive) return;
      this.#alive = false;
      this.#observer?.disconnect();
      present.delete(this);
      if (this.#root) render(null, this.#root);
      const state = this.#state;
      this.#state = undefined;
      if (state) this.#declaration.dispose?.(state.value);
    });
  }

  changed(): void {
    if (!this.#alive) return;
    if (this.#state) this.#declaration.changed?.(this.#state.value, this.host);
    this.paint();
    this.#schedule();
  }

  setTenantAccent(color: string): void {
    this.#tenantAccent = color;
    this.paint();
  }

  paint(): void {
    if (!this.#root || !this.#sheet || !this.host.isConnected) return;
    // A colour the page gave by CSS outranks the sheet, so only attribute, loader and tenant are told apart here.
    paint(this.host, this.#root, this.#sheet, { accent: this.host.accent ?? this.#tenantAccent });
  }

  /** Properties set before the element was defined shadow the accessors; hand them over. */
  #adoptEarlyValues() {
    const early = this.host as unknown as Record<string, unknown>;
    for (const name of Object.keys(early)) {
      if (!(name in Object.getPrototypeOf(early))) continue;
      const value = early[name];
      delete early[name];
      early[name] = value;
    }
  }

  #schedule() {
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.#alive) this.#render();
    });
  }

  #render() {
    const wanted =
      this.host.locale ?? this.host.closest<HTMLElement>("[lang]")?.lang ?? globalThis.navigator?.language ?? "en";
    if (wanted !== this.#spoken) {
      this.#spoken = wanted;
      void loadStrings(wanted, this.#declaration.strings).then((strings) => {
        if (this.#spoken !== wanted) return;
        this.#strings = strings;
        this.#schedule();
      });
    }
    if (!this.#strings || !this.#spoken) return;
    const first = !this.#root;
    const root = this.#open();
    const i18n = createI18n(this.#spoken, this.#strings);
    root.lang = i18n.language;
    root.dir = this.host.dir || i18n.dir;
    if (first) this.paint();
    const view = h(this.#declaration.view, { host: this.host, state: this.state });
    render(h(I18nContext, { value: i18n }, h(Boundary, { host: this.host }, view)), root);
    if (first) this.host.dispatchEvent(new CustomEvent("foyer:ready", { bubbles: true, composed: true }));
  }

  /** Makes the shadow root, or takes over the one the loader drew its launcher in. */
  #open(): HTMLElement {
    if (this.#root) return this.#root;
    const shadow = this.host.shadowRoot ?? this.host.attachShadow({ mode: "open" });
    this.#sheet = new CSSStyleSheet();
    const own = this.#declaration.styles ? [sheetOf(this.#declaration.styles)] : [];
    shadow.adoptedStyleSheets = [sharedSheet(), ...own, this.#sheet];
    this.#root = document.createElement("div");
    this.#root.className = "f-root";
    this.#root.setAttribute("part", "root");
    shadow.replaceChildren(this.#root);
    return this.#root;
  }
}
