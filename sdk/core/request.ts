import { type Answer, type Call, Calling } from "./call.ts";
import { ConnectionError, FoyerError, problemError, TimeoutError } from "./errors.ts";
import { type ListBody, type Pages, Paging } from "./pages.ts";
import { aborted, backoff, retryAfter, retryable, sleep } from "./retry.ts";

/** A credential, or a function that gives one; it is asked anew, once, with `refresh: true` when the API answers 401. */
export type Token = string | null | ((ask: { refresh: boolean }) => TokenAnswer | Promise<TokenAnswer>);
type TokenAnswer = string | null | undefined;

/** What is known of a token function: its last answer, and a refresh under way. */
interface Held {
  latest?: TokenAnswer;
  refreshing?: Promise<TokenAnswer>;
}

export interface ClientOptions {
  /** A secret key (`fy_sk_…`, servers only) or a publishable key (`fy_pk_…`). */
  key?: string;
  /** A visitor's or member's token, used instead of the key. */
  token?: Token;
  /** Where the API lives, without `/v1`. In a browser the page's own origin unless given. */
  baseUrl?: string;
  /** Milliseconds one attempt may take, answer included: 30,000 unless given. */
  timeout?: number;
  /** How often a failed request is sent again: 2 unless given, and 0 means never. */
  maxRetries?: number;
  /** Headers for every request. */
  headers?: Record<string, string>;
  /** Used instead of the runtime's `fetch`. */
  fetch?: typeof globalThis.fetch;
  /** Used instead of the runtime's `WebSocket`; `null` means there is none. */
  WebSocket?: typeof globalThis.WebSocket | null;
}

/** What one call may decide for itself. */
export interface RequestOptions {
  signal?: AbortSignal;
  timeout?: number;
  maxRetries?: number;
  /** Every POST has one, the same for all its attempts; give your own to make a call safe to repeat over restarts. */
  idempotencyKey?: string;
  /** The `version` or `ETag` the change is meant for. */
  ifMatch?: string | number;
  headers?: Record<string, string>;
  /** Instead of the client's credentials; `null` sends none. */
  token?: Token;
}

/** The body of an upload. */
export type Bytes = Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Query = object | undefined;

/** Sends requests. All behaviour of the client is here; the resources only name what to send. */
export interface Engine {
  readonly options: ClientOptions;
  readonly baseUrl: string;
  /** The credential to send now. */
  token(): Promise<string | undefined>;
  /** Reads JSON. */
  get<T>(path: string, query?: Query, options?: RequestOptions): Call<T>;
  /** Reads a list; `cursor` names the query parameter that continues it. */
  list<T>(path: string, query?: Query, options?: RequestOptions, cursor?: string): Pages<T>;
  /** Changes something. A body of bytes is sent as it is, everything else as JSON. */
  send<T>(method: Method, path: string, body?: unknown, options?: RequestOptions, query?: Query): Call<T>;
  /** Reads what is not JSON: the response, its body unread. With a body it is a POST. */
  bytes(path: string, query?: Query, options?: RequestOptions, body?: unknown): Call<Response>;
}

/** Options for an operation that needs no credentials: none are sent unless asked for. */
export const anonymous = (options?: RequestOptions): RequestOptions => ({ token: null, ...options });

/** An engine for the given credentials and address. Throws {@link FoyerError} when it cannot know the address. */
export function engine(options: ClientOptions = {}): Engine {
  const address = options.baseUrl ?? globalThis.location?.origin;
  if (!address || address === "null") throw new FoyerError("Say where the API lives: createClient({ baseUrl }).");
  const baseUrl = new URL(address).href.replace(/\/+$/, "");
  const held = new WeakMap<object, Held>();

  /** What a source gives; `refused` is what the API just answered 401 to. Refreshes one at a time, for all calls. */
  async function credential(source: Token, refused?: TokenAnswer): Promise<TokenAnswer> {
    if (typeof source !== "function") return source;
    const state = held.get(source) ?? {};
    held.set(source, state);
    if (state.refreshing) return state.refreshing;
    const refresh = refused !== undefined;
    if (refresh && state.latest && state.latest !== refused) return state.latest;
    const asked = Promise.resolve(source({ refresh }));
    if (refresh) state.refreshing = asked;
    try {
      const token = await asked;
      state.latest = token;
      return token;
    } finally {
      if (refresh) state.refreshing = undefined;
    }
  }

  const source = (given?: Token) => (given !== undefined ? given : (options.token ?? options.key ?? null));

  async function attempt<T>(url: string, init: RequestInit, limit: number, raw: boolean, signal?: AbortSignal) {
    const own = new AbortController();
    const abort = () => own.abort();
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      abort();
    }, limit);
    if (signal?.aborted) abort();
    signal?.addEventListener("abort", abort, { once: true });
    try {
      const response = await (options.fetch ?? fetch)(url, { ...init, signal: own.signal });
      if (raw && response.ok) return { data: response as T, response };
      const text = await response.text();
      if (!response.ok) throw problemError(response, text, retryAfter(response.headers));
      return { data: (text ? JSON.parse(text) : undefined) as T, response, text };
    } catch (error) {
      if (error instanceof FoyerError) throw error;
      if (signal?.aborted) throw aborted(signal);
      if (late) throw new TimeoutError(`No answer within ${limit} ms.`, { cause: error });
      if (error instanceof SyntaxError) throw new FoyerError("The answer is not JSON.", { cause: error });
      throw new ConnectionError("The API could not be reached.", { cause: error });
    } finally {
      clearTimeout(timer);
      // The body of a raw answer is still to be read, and stays abortable.
      if (!raw) signal?.removeEventListener("abort", abort);
    }
  }

  async function request<T>(
    method: Method,
    path: string,
    query: Query,
    body: unknown,
    own: RequestOptions = {},
    raw = false,
  ): Promise<Answer<T>> {
    const { signal } = own;
    const limit = own.timeout ?? options.timeout ?? 30_000;
    const headers = new Headers({ accept: raw ? "*/*" : "application/json", ...options.headers });
    const init: RequestInit & { duplex?: "half" } = { method, headers };
    let retries = own.maxRetries ?? options.maxRetries ?? 2;
    if (method === "POST") headers.set("idempotency-key", own.idempotencyKey ?? random());
    if (own.ifMatch !== undefined) headers.set("if-match", etag(own.ifMatch));
    if (body instanceof ReadableStream) {
      // A stream can be read only once.
      retries = 0;
      init.duplex = "half";
    }
    if (isBytes(body)) {
      init.body = body as BodyInit;
      headers.set("content-type", (body as Blob).type || "application/octet-stream");
      const name = (body as File).name;
      if (name) headers.set("foyer-filename", encodeURIComponent(name));
    } else if (body !== undefined) {
      init.body = JSON.stringify(body);
      headers.set("content-type", "application/json");
    }
    for (const name in own.headers) headers.set(name, own.headers[name]!);

    let token = await credential(source(own.token));
    let refreshed = false;
    for (let failures = 0; ; ) {
      if (signal?.aborted) throw aborted(signal);
      if (token) headers.set("authorization", `Bearer ${token}`);
      try {
        return await attempt<T>(baseUrl + path + search(query), init, limit, raw, signal);
      } catch (error) {
        const status = (error as { status?: number }).status;
        if (status === 401 && !refreshed && typeof source(own.token) === "function" && !init.duplex) {
          refreshed = true;
          token = await credential(source(own.token), token ?? null);
          if (!token) throw error;
        } else if (failures < retries && retryable(error)) {
          await sleep(backoff(failures++, error), signal);
        } else throw error;
      }
    }
  }

  const self: Engine = {
    options,
    baseUrl,
    token: async () => (await credential(source())) ?? undefined,
    get: (path, query, own) => new Calling(request("GET", path, query, undefined, own)),
    list: <T>(path: string, query?: Query, own?: RequestOptions, cursor = "cursor") =>
      new Paging<T>(request<ListBody<T>>("GET", path, query, undefined, own), (next) =>
        self.list<T>(path, { ...query, [cursor]: next }, own, cursor),
      ),
    send: (method, path, body, own, query) => new Calling(request(method, path, query, body, own)),
    bytes: (path, query, own, body) =>
      new Calling(request<Response>(body === undefined ? "GET" : "POST", path, query, body, own, true)),
  };
  return self;
}

/** A query string: absent values are left out, lists repeat their name, dates become RFC 3339. */
function search(query: Query): string {
  const result = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item != null) result.append(name, item instanceof Date ? item.toISOString() : String(item));
    }
  }
  return `${result}` && `?${result}`;
}

/** 128 random bits in hexadecimal. `crypto.randomUUID` is missing on pages without TLS. */
function random(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function etag(version: string | number): string {
  return /^(W\/)?"|^\*$/.test(`${version}`) ? `${version}` : `"${version}"`;
}

function isBytes(body: unknown): boolean {
  return [Blob, ArrayBuffer, Uint8Array, ReadableStream].some((kind) => body instanceof kind);
}
