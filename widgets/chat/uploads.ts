import type { Attachment } from "@foyer/sdk";
import { type Engine, engine } from "@foyer/sdk/engine";
import { media } from "@foyer/sdk/resources";

/** A file that was picked, on its way to the API. */
export interface Upload {
  id: string;
  file: File;
  /** 0 to 1. */
  progress: number;
  failed: boolean;
  /** There once it has arrived. */
  attachment?: Attachment;
  stop(): void;
  again(): void;
}

const types = ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "text/plain"];
const maxBytes = 10 * 1024 * 1024;
const maxFiles = 10;

/** Why a file cannot be sent: a sentence of the kit, with its values. */
interface Refusal {
  why: "kit.wrongType" | "kit.tooLarge" | "kit.tooMany";
  values: Record<string, string | number>;
}

/** The files that can be sent, and why another cannot. */
export function check(files: readonly File[], already: number) {
  const good: File[] = [];
  let refused: Refusal | undefined;
  for (const file of files) {
    const { name } = file;
    if (!types.includes(file.type)) refused = { why: "kit.wrongType", values: { name } };
    else if (file.size > maxBytes) refused = { why: "kit.tooLarge", values: { name, size: "10 MB" } };
    else if (already + good.length >= maxFiles) refused = { why: "kit.tooMany", values: { count: maxFiles } };
    else good.push(file);
  }
  return { good, refused };
}

let count = 0;

/** Uploads a file; what comes of it is told to `patch`. */
export function begin(session: Engine, file: File, patch: (id: string, change: Partial<Upload>) => void): Upload {
  const id = `${++count}`;
  let stop = new AbortController();
  async function run() {
    stop = new AbortController();
    const { signal } = stop;
    const told = engine({
      baseUrl: session.baseUrl,
      token: session.options.token ?? null,
      timeout: 300_000,
      fetch: (url, init) => fetchWithProgress(`${url}`, init, (progress) => patch(id, { progress })),
    });
    try {
      const { id: media_id, name, type, size, url } = await media(told).create(file, { signal });
      patch(id, { attachment: { media_id, name, type, size, url }, progress: 1 });
    } catch {
      if (!signal.aborted) patch(id, { failed: true });
    }
  }
  void run();
  return {
    id,
    file,
    progress: 0,
    failed: false,
    stop: () => stop.abort(),
    again() {
      patch(id, { failed: false, progress: 0 });
      void run();
    },
  };
}

/** `fetch` for an upload: it cannot tell how far a body has got, and this can. */
function fetchWithProgress(url: string, init: RequestInit = {}, tell: (progress: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(init.method ?? "GET", url);
    new Headers(init.headers).forEach((value, name) => {
      request.setRequestHeader(name, value);
    });
    request.upload.onprogress = (event) => event.lengthComputable && tell(event.loaded / event.total);
    request.onerror = () => reject(new TypeError("The upload did not get through."));
    request.onabort = () => reject(new DOMException("The upload was stopped.", "AbortError"));
    request.onload = () => {
      const headers = new Headers();
      for (const line of request.getAllResponseHeaders().trim().split("\r\n")) {
        const colon = line.indexOf(":");
        if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1));
      }
      resolve(new Response(request.responseText, { status: request.status, headers }));
    };
    init.signal?.addEventListener("abort", () => request.abort(), { once: true });
    if (init.signal?.aborted) return reject(new DOMException("The upload was stopped.", "AbortError"));
    request.send(init.body as XMLHttpRequestBodyInit);
  });
}
