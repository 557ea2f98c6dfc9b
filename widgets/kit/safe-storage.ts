/** Values kept as JSON under one API key's prefix; a blocked or full storage degrades to memory, silently. */
export interface SafeStorage {
  get<T>(name: string): T | undefined;
  set(name: string, value: unknown): void;
  remove(name: string): void;
  /** Called when another tab of the same site changes `name`. Returns how to stop. */
  watch(name: string, listener: () => void): () => void;
}

/** `foyer:<api key>:<name>`; the loader reads `unread` by the same rule. */
export const storageKey = (apiKey: string, name: string) => `foyer:${apiKey}:${name}`;

export function safeStorage(apiKey: string): SafeStorage {
  // Holds only what the real storage refused, so that a later read in this page still finds it.
  const memory = new Map<string, string>();
  return {
    get<T>(name: string) {
      const key = storageKey(apiKey, name);
      try {
        const text = memory.get(key) ?? localStorage.getItem(key);
        return text === null ? undefined : (JSON.parse(text) as T);
      } catch {
        return undefined;
      }
    },
    set(name, value) {
      const key = storageKey(apiKey, name);
      const text = JSON.stringify(value);
      try {
        localStorage.setItem(key, text);
        memory.delete(key);
      } catch {
        memory.set(key, text);
      }
    },
    remove(name) {
      const key = storageKey(apiKey, name);
      memory.delete(key);
      try {
        localStorage.removeItem(key);
      } catch {
        // Blocked storage holds nothing to remove.
      }
    },
    watch(name, listener) {
      const key = storageKey(apiKey, name);
      const heard = (event: StorageEvent) => {
        if (event.key === key || event.key === null) listener();
      };
      addEventListener("storage", heard);
      return () => removeEventListener("storage", heard);
    },
  };
}
