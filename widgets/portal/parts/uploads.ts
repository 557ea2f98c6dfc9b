import { useEffect, useRef, useState } from "preact/hooks";
import type { DropFile } from "../../kit/index.ts";
import { explain } from "../data/explain.ts";
import { usePortal } from "../portal.ts";

export const accepted = ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "text/plain"];

export interface Upload extends DropFile {
  /** Of the media, once it is there. */
  media_id?: string;
}

/** Uploads files as they are added; `ids` go into a message or ticket once none is `pending`. */
export function useUploads() {
  const { foyer } = usePortal();
  const [files, setFiles] = useState<Upload[]>([]);
  const stop = useRef(new Map<string, AbortController>());
  const change = (id: string, patch: Partial<Upload>) =>
    setFiles((all) => all.map((one) => (one.id === id ? { ...one, ...patch } : one)));

  useEffect(
    () => () => {
      for (const one of stop.current.values()) one.abort();
    },
    [],
  );
  return {
    files,
    pending: files.some((one) => one.state === "uploading"),
    ids: files.flatMap((one) => one.media_id ?? []),
    add(added: File[]) {
      for (const file of added) {
        const id = crypto.getRandomValues(new Uint32Array(2)).join("-");
        const control = new AbortController();
        stop.current.set(id, control);
        setFiles((all) => [
          ...all,
          { id, name: file.name || "image.png", size: file.size, source: file, state: "uploading" },
        ]);
        foyer.media.create(file, { signal: control.signal }).then(
          (media) => change(id, { state: "ready", media_id: media.id }),
          (error) => change(id, { state: "failed", error: explain(error).text }),
        );
      }
    },
    remove(id: string) {
      stop.current.get(id)?.abort();
      setFiles((all) => all.filter((one) => one.id !== id));
    },
    clear: () => setFiles([]),
  };
}
