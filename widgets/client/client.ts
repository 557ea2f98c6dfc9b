import type { NewVisitor } from "@foyer/sdk";
import { randomKey } from "../kit/key.ts";
import { type SafeStorage, safeStorage } from "../kit/safe-storage.ts";

/**
 * What an element needs of the API where every kilobyte counts: JSON, a key or a visitor, and asking again.
 * Paths, bodies and answers are the SDK's types; the visitor is the one that `visitorSession` keeps.
 */
export interface Client {
  /** Asks with the publishable key: for what everybody may read. Absent values of a query are left out. */
  open<T>(path: string, query?: object): Promise<T>;
  /** Asks as the visitor, who is made by the first such request. A POST asked again with its `key` happens once. */
  own<T>(method: string, path: string, body?: unknown, key?: string): Promise<T>;
  /** Works out something with the publishable key. */
  ask<T>(path: string, body: unknown): Promise<T>;
  /** Whether this browser has a visitor already. */
  known(): boolean;
  /** The values kept under this key. */
  storage: SafeStorage;
}

/** A refusal as the API worded it (RFC 9457), or `status` 0: there was no answer. */
export interface Failure {
  status: number;
  code?: string;
  request_id?: string;
  errors?: { pointer: string; detail: string }[];
  [member: string]: unknown;
}

type Visitor = Pick<NewVisitor, "visitor_id" | "token" | "expires_at">;

const tries = 3;
const timeout = 30_000;

const transient = ({ status, code }: Failure) =>
  !status || status === 429 || status >= 500 || code === "idempotency_in_flight";

const clients = new Map<string, Client>();

/** The client of an element's key and API: one for all that have them in common. */
export function clientOf({ apiKey = "", apiOrigin }: { apiKey?: string; apiOrigin?: string }): Client {
  const base = (apiOrigin ?? location.origin).replace(/\/+$/, "");
  const id = `${apiKey} ${base}`;
  let client = clients.get(id);
  if (!client) {
    client = create(apiKey, base);
    clients.set(id, client);
  }
  return client;
}

function create(apiKey: string, base: string): Client {
  const storage = safeStorage(apiKey);
  let pending: Promise<Visitor> | undefined;

  async function once<T>(method: string, path: string, token: string, body: unknown, key: string): Promise<T> {
    let status = 0;
    try {
      const answer = await fetch(`${base}/v1/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(method === "POST" && { "idempotency-key": key }),
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeout),
      });
      const text = await answer.text();
      if (answer.ok) return (text ? JSON.parse(text) : undefined) as T;
      ({ status } = answer);
      throw JSON.parse(text);
    } catch (problem) {
      // A page that a proxy answers with is no problem document, and says nothing.
      throw { ...(problem instanceof Error ? {} : (problem as Failure)), status };
    }
  }

  async function request<T>(method: string, path: string, token: string, body?: unknown, key = randomKey()) {
    for (let failures = 1; ; failures++) {
      try {
        return await once<T>(method, path, token, body, key);
      } catch (failure) {
        if (failures === tries || !transient(failure as Failure)) throw failure;
        await new Promise((resolve) => setTimeout(resolve, 500 * failures ** 2));
      }
    }
  }

  function stored(): Visitor | undefined {
    const visitor = storage.get<Visitor>("visitor");
    return visitor && Date.parse(visitor.expires_at) > Date.now() ? visitor : undefined;
  }

  async function admit(refused?: string): Promise<Visitor> {
    const known = stored();
    if (known && known.token !== refused) return known;
    const { visitor_id, token, expires_at } = await request<NewVisitor>("POST", "visitors", apiKey, {});
    storage.set("visitor", { visitor_id, token, expires_at });
    return { visitor_id, token, expires_at };
  }

  /** Tabs of one site take turns, so that they end up with one visitor. Only secure pages can. */
  function visitor(refused?: string): Promise<Visitor> {
    const name = `foyer:${apiKey}`;
    pending ??= Promise.resolve(
      navigator.locks ? navigator.locks.request(name, () => admit(refused)) : admit(refused),
    ).finally(() => {
      pending = undefined;
    });
    return pending;
  }

  return {
    storage,
    known: () => stored() !== undefined,
    open(path, query = {}) {
      const said = Object.entries(query).filter(([, value]) => value !== undefined);
      return request("GET", `${path}?${new URLSearchParams(said)}`, apiKey);
    },
    ask: (path, body) => request("POST", path, apiKey, body),
    async own<T>(method: string, path: string, body?: unknown, key = randomKey()) {
      const { token } = await visitor();
      try {
        return await request<T>(method, path, token, body, key);
      } catch (failure) {
        if ((failure as Failure).status !== 401) throw failure;
        return request<T>(method, path, (await visitor(token)).token, body, key);
      }
    },
  };
}
