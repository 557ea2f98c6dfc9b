/** Where a server keeps a database of a given name, and how it is asked to make or remove one. */
export interface Place {
  /** The server that answers for this database. */
  url(name: string): string;
  /** Headers that pick the database out of those on the server. */
  headers(name: string): Record<string, string>;
  create(name: string): Promise<Response>;
  drop(name: string): Promise<Response>;
}

export interface Remote {
  kind: "sqld" | "turso";
  /** Of the `sqld` server; for Turso a template such as `libsql://{name}-acme.turso.io`. */
  url: string;
  authToken?: string;
  /** `sqld`'s admin listener, or `https://api.turso.tech/v1/organizations/acme`. Needed to create and drop. */
  adminUrl?: string;
  /** `sqld --admin-auth-key`, or a Turso platform token. */
  adminToken?: string;
  /** The Turso group that new databases join. */
  group?: string;
  /** Milliseconds that one request may take. */
  timeout?: number;
  fetch?: typeof fetch;
}

type Send = (path: string, init: RequestInit) => Promise<Response>;

export function placeOf(remote: Remote, fetch: typeof globalThis.fetch): Place {
  const send: Send = (path, init) => {
    if (!remote.adminUrl) throw new Error("creating and dropping databases needs an admin address");
    const scheme = remote.kind === "sqld" ? "basic" : "Bearer";
    const headers = new Headers({ "content-type": "application/json" });
    if (remote.adminToken) headers.set("authorization", `${scheme} ${remote.adminToken}`);
    return fetch(`${remote.adminUrl.replace(/\/$/, "")}${path}`, { ...init, headers });
  };
  return remote.kind === "sqld" ? sqld(remote, send) : turso(remote, send);
}

/** A namespace of `sqld --enable-namespaces`. */
function sqld({ url }: Remote, send: Send): Place {
  return {
    url: () => url,
    headers: (name) => ({ "x-namespace-bin": btoa(name).replace(/=+$/, "") }),
    create: (name) => send(`/v1/namespaces/${name}/create`, { method: "POST", body: "{}" }),
    drop: (name) => send(`/v1/namespaces/${name}`, { method: "DELETE" }),
  };
}

/** A database on Turso, whose names are parts of host names: `_` becomes `-`, which no name of ours contains. */
function turso({ url, group = "default" }: Remote, send: Send): Place {
  const host = (name: string) => name.replaceAll("_", "-");
  return {
    url: (name) => url.replace("{name}", host(name)),
    headers: () => ({}),
    create: (name) => send("/databases", { method: "POST", body: JSON.stringify({ name: host(name), group }) }),
    drop: (name) => send(`/databases/${host(name)}`, { method: "DELETE" }),
  };
}
