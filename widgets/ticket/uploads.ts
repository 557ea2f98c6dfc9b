import { type Engine, ProblemError } from "@foyer/sdk/engine";
import { media } from "@foyer/sdk/resources";
import { createStore, type Store } from "../kit/store.ts";

/** What the API takes, told by content; the list spares the visitor an upload in vain. */
export const accepted = ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "text/plain"];
export const maxBytes = 10 * 1024 * 1024;
export const maxFiles = 5;

export interface Upload {
  id: string;
  file: File;
  state: "uploading" | "ready" | "failed";
  /** Of the stored file, once it is there. */
  media_id?: string;
  /** The API does not take it: trying again is in vain. */
  refused?: true;
}

export interface Uploads {
  readonly store: Store<{ files: Upload[] }>;
  add(files: File[]): void;
  remove(id: string): void;
  /** Tries those again that no answer or a pause stopped. */
  retry(): void;
  /** Uploads all again: the API no longer knows them as this visitor's. */
  restart(): void;
  /** The ids of all files, once all are there; undefined when one is not. */
  ids(): Promise<string[] | undefined>;
  clear(): void;
}

export function createUploads(engine: () => Engine): Uploads {
  const store = createStore<{ files: Upload[] }>({ files: [] });
  const running = new Map<string, { stop: AbortController; over: Promise<void> }>();
  let last = 0;
  const change = (id: string, patch: Partial<Upload>) =>
    store.set(({ files }) => ({ files: files.map((one) => (one.id === id ? { ...one, ...patch } : one)) }));

  function start({ id, file }: Upload) {
    const stop = new AbortController();
    const sent = media(engine()).create(file, { signal: stop.signal });
    const over = sent.then(
      (stored) => change(id, { state: "ready", media_id: stored.id }),
      (error) => {
        if (stop.signal.aborted) return;
        const refused = error instanceof ProblemError && error.status < 500 && error.status !== 429;
        change(id, { state: "failed", ...(refused && { refused: true }) });
      },
    );
    running.set(id, { stop, over });
    change(id, { state: "uploading" });
  }

  function remove(id: string) {
    running.get(id)?.stop.abort();
    running.delete(id);
    store.set(({ files }) => ({ files: files.filter((one) => one.id !== id) }));
  }

  const self: Uploads = {
    store,
    remove,
    add(added) {
      const files = added.map((file): Upload => ({ id: `${++last}`, file, state: "uploading" }));
      store.set((value) => ({ files: [...value.files, ...files] }));
      files.forEach(start);
    },
    retry() {
      for (const one of store.get().files) if (one.state === "failed" && !one.refused) start(one);
    },
    restart() {
      for (const one of store.get().files) start(one);
    },
    async ids() {
      self.retry();
      await Promise.all([...running.values()].map(({ over }) => over));
      const { files } = store.get();
      const ids = files.flatMap((one) => (one.state === "ready" && one.media_id ? [one.media_id] : []));
      return ids.length === files.length ? ids : undefined;
    },
    clear() {
      for (const one of store.get().files) remove(one.id);
    },
  };
  return self;
}
