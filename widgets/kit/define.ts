import type { ComponentType } from "preact";
import type { AnyLanguages } from "./i18n.ts";
import { Mounted } from "./mounted.ts";
import { type Behaviour, shell } from "./shell.ts";

/** How an attribute's text is read. A boolean is true when the attribute is there, so it is false by default. */
export type Kind = "string" | "boolean" | "number";
type Value<K> = K extends "boolean" ? boolean : K extends "number" ? number | undefined : string | undefined;
type Camel<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;
export type AttributeValues<A> = { [N in keyof A & string as Camel<N>]: Value<A[N]> };

/** Attributes every Foyer element has. */
export const commonAttributes = {
  /** Publishable key, `fy_pk_…`. The loader provides it where the attribute is absent. */
  "api-key": "string",
  /** Where the API answers, `https://…` without a path. The loader provides it. */
  "api-origin": "string",
  /** BCP 47 language tag. Default: the nearest `lang` of the page, then the browser's. */
  locale: "string",
  /** Any CSS colour; text on it is chosen for contrast. */
  accent: "string",
  /** `light` or `dark`. Default: the page's `color-scheme`, then the visitor's preference. */
  theme: "string",
} as const satisfies Record<string, Kind>;

type Events = Record<string, unknown>;
type Methods<S> = Record<string, (state: S, ...values: never[]) => unknown>;

/** The element as its own code sees it: typed values, and `emit`. */
export type Host<A, P, E extends Events> = HTMLElement &
  AttributeValues<typeof commonAttributes> &
  AttributeValues<A> &
  P & {
    /** Dispatches `foyer:<fact>`, bubbling and composed; false when a cancellable one was refused by the page. */
    emit<N extends keyof E & string>(fact: N, detail: E[N], options?: { cancelable?: boolean }): boolean;
    /** The tenant's own colour: used until the page says another by attribute, loader or `--foyer-accent`. */
    setTenantAccent(color: string): void;
  };

export interface Declaration<A, P, E extends Events, S, M extends Methods<S>> {
  /** Kebab-case names; each is also a camelCase property that reflects. */
  attributes?: A;
  /** Values that do not fit an attribute, with what they start as. */
  properties?: P;
  /** Facts told to the page: `booked: event<BookedDetail>()` is `foyer:booked`. */
  events?: E;
  /** Runs once when the element first enters a page: makes its store, or whatever the view and the methods share. */
  setup?: (host: Host<A, P, E>) => S;
  /** An attribute or property has another value. */
  changed?: (state: S, host: Host<A, P, E>) => void;
  /** The element left the page for good (not merely moved). */
  dispose?: (state: S) => void;
  /** What the page may call. */
  methods?: M;
  view: ComponentType<{ host: Host<A, P, E>; state: S }>;
  strings?: AnyLanguages;
  /** Rules for this element alone, beside the shared sheet. */
  styles?: string;
}

type MethodFaces<M> = {
  [N in keyof M]: M[N] extends (state: never, ...values: infer V) => infer R ? (...values: V) => R : never;
};

/** Types an event's detail at its declaration; nothing at run time. */
export const event = <T>(): T => undefined as T;

/** Registers a custom element whose inside is a Preact component. Defining a tag again changes nothing. */
export function define<
  A extends Record<string, Kind> = Record<never, Kind>,
  P extends object = object,
  E extends Events = Record<never, unknown>,
  S = undefined,
  M extends Methods<S> = Record<never, never>,
>(
  tag: string,
  declaration: Declaration<A, P, E, S, M>,
): { new (): Host<A, P, E> & MethodFaces<M>; prototype: Host<A, P, E> & MethodFaces<M> } {
  type Class = { new (): Host<A, P, E> & MethodFaces<M>; prototype: Host<A, P, E> & MethodFaces<M> };
  const behaviour = behave(declaration as unknown as AnyDeclaration);

  // On a server there is nothing to register, and importing the package must still work.
  const registry = globalThis.customElements;
  const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);
  const known = registry?.get(tag) as (Class & { [shell]?: (behaviour: Behaviour) => void }) | undefined;
  if (known) {
    known[shell]?.(behaviour);
    return known;
  }

  class FoyerElement extends Base {
    connectedCallback() {
      behaviour.connected(this);
    }
    disconnectedCallback() {
      behaviour.disconnected(this);
    }
  }
  Object.defineProperties(FoyerElement.prototype, behaviour.members);
  registry?.define(tag, FoyerElement);
  return FoyerElement as unknown as Class;
}

/** A declaration once its types have done their work. */
export type AnyDeclaration = Declaration<Record<never, Kind>, object, Events, unknown, Methods<unknown>>;
export type AnyHost = Host<Record<never, Kind>, object, Events>;

const camel = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

function behave(declaration: AnyDeclaration): Behaviour {
  const attributes: Record<string, Kind> = { ...commonAttributes, ...declaration.attributes };
  const mounted = new WeakMap<HTMLElement, Mounted>();
  const of = (host: HTMLElement) => {
    let one = mounted.get(host);
    if (!one) {
      one = new Mounted(host as AnyHost, declaration, Object.keys(attributes));
      mounted.set(host, one);
    }
    return one;
  };
  const members: PropertyDescriptorMap = {};
  const member = (name: string, descriptor: PropertyDescriptor) => {
    members[name] = { configurable: true, enumerable: true, ...descriptor };
  };

  for (const [name, kind] of Object.entries(attributes)) {
    member(camel(name), {
      get(this: HTMLElement) {
        const text = this.getAttribute(name) ?? of(this).defaults[name];
        if (kind === "boolean") return text !== undefined;
        if (kind === "string") return text;
        return text === undefined || text.trim() === "" || Number.isNaN(Number(text)) ? undefined : Number(text);
      },
      set(this: HTMLElement, value: unknown) {
        if (value === undefined || value === null || value === false) this.removeAttribute(name);
        else this.setAttribute(name, value === true ? "" : String(value));
      },
    });
  }
  for (const [name, initial] of Object.entries(declaration.properties ?? {})) {
    member(name, {
      get(this: HTMLElement) {
        const { values } = of(this);
        return name in values ? values[name] : initial;
      },
      set(this: HTMLElement, value: unknown) {
        of(this).values[name] = value;
        of(this).changed();
      },
    });
  }
  for (const [name, method] of Object.entries(declaration.methods ?? {})) {
    member(name, {
      value(this: HTMLElement, ...values: never[]) {
        return method(of(this).state, ...values);
      },
    });
  }
  member("emit", {
    enumerable: false,
    value(this: HTMLElement, fact: string, detail: unknown, { cancelable = false } = {}) {
      return this.dispatchEvent(
        new CustomEvent(`foyer:${fact}`, { detail, cancelable, bubbles: true, composed: true }),
      );
    },
  });
  member("setTenantAccent", {
    enumerable: false,
    value(this: HTMLElement, color: string) {
      of(this).setTenantAccent(color);
    },
  });

  return {
    members,
    connected: (host, defaults) => of(host).connect(defaults),
    disconnected: (host) => of(host).disconnect(),
  };
}
