import type { SafeStorage } from "../kit/safe-storage.ts";

export interface Drafts {
  get(key: string): string;
  set(key: string, text: string): void;
  /** The thread goes on under another key. */
  move(from: string, to: string): void;
  forget(): void;
}

/** What is written in each thread and not sent, also after a reload. */
export function createDrafts(storage: SafeStorage): Drafts {
  const drafts = new Map<string, string>(Object.entries(storage.get<Record<string, string>>("drafts") ?? {}));
  const get = (key: string) => drafts.get(key) ?? "";

  function set(key: string, text: string) {
    if (text) drafts.set(key, text);
    else drafts.delete(key);
    storage.set("drafts", Object.fromEntries(drafts));
  }

  return {
    get,
    set,
    move(from, to) {
      set(to, get(from));
      set(from, "");
    },
    forget: () => drafts.clear(),
  };
}
