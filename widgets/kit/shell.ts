/** What the loader tells the elements of its page, by attribute name; used where an attribute is absent. */
export type Defaults = Partial<Record<string, string>>;

/** What a definition does to an element, apart from the class that is registered. */
export interface Behaviour {
  members: PropertyDescriptorMap;
  connected(host: HTMLElement, defaults?: Defaults): void;
  disconnected(host: HTMLElement): void;
}

/**
 * How the loader's empty element, registered before its module is there, takes over what the module defines:
 * a custom element cannot be registered twice. A registered symbol, because the two are built separately.
 */
export const shell = Symbol.for("foyer.shell");
