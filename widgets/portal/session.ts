import { ConnectionError, createClient, type Me, ProblemError, type SignedIn } from "../../sdk/index.ts";
import { createStore, type SafeStorage, type Store } from "../kit/index.ts";

export interface SessionState {
  /** `unreachable`: there may be a session, but the service did not answer. */
  phase: "starting" | "signed_out" | "signed_in" | "unreachable";
  me: Me | undefined;
  /** The session ended without the person asking for it. */
  expired: boolean;
}

export interface Session {
  store: Store<SessionState>;
  /** Takes up the session the HttpOnly cookie speaks for, if there is one. */
  start(): Promise<void>;
  signIn(email: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  /** The password of this page's sign-in, while it is a temporary one. */
  temporaryPassword(): string | undefined;
  /** A new token, and who this is by now: after a changed password or name. */
  renew(): Promise<void>;
  /** For the SDK: the access token, refreshed when it is about to end or was refused. */
  token(ask: { refresh: boolean }): Promise<string | null>;
  dispose(): void;
}

type Spoken = { kind: "signed_in"; answer: SignedIn } | { kind: "signed_out" };

/** Milliseconds before its end at which a token is no longer sent. */
const margin = 30_000;

/**
 * One session for all tabs of a browser. The access token lives in memory alone. Refreshing uses up the cookie's token,
 * so tabs do it one at a time under a lock, and tell each other what they got.
 */
export function createSession(baseUrl: string | undefined, storage: SafeStorage): Session {
  const store = createStore<SessionState>({ phase: "starting", me: undefined, expired: false });
  const client = createClient({ maxRetries: 1, ...(baseUrl ? { baseUrl } : {}) });
  const channel = new BroadcastChannel("foyer-portal-session");
  let held: { token: string; until: number } | undefined;
  let refreshing: Promise<string | null> | undefined;
  let temporary: string | undefined;

  function accept(answer: SignedIn): string {
    held = { token: answer.access_token, until: Date.parse(answer.expires_at) };
    storage.set("session", true);
    store.set({ phase: "signed_in", me: answer.member, expired: false });
    return answer.access_token;
  }
  function end(expired: boolean): void {
    held = undefined;
    storage.remove("session");
    store.set({ phase: "signed_out", me: undefined, expired });
  }
  const say = (spoken: Spoken) => channel.postMessage(spoken);

  channel.onmessage = ({ data }: MessageEvent<Spoken>) => {
    if (data.kind === "signed_out") end(false);
    else accept(data.answer);
  };

  async function refreshOnce(): Promise<string | null> {
    const before = held?.token;
    return locked(async () => {
      // While waiting for the lock, another tab may have done it and said so.
      if (held && held.token !== before && held.until - margin > Date.now()) return held.token;
      try {
        const answer = await client.auth.refresh();
        say({ kind: "signed_in", answer });
        return accept(answer);
      } catch (error) {
        if (!(error instanceof ProblemError) || error.status >= 500 || error.status === 429) throw error;
        end(store.get().phase === "signed_in");
        return null;
      }
    });
  }
  function refresh(): Promise<string | null> {
    refreshing ??= refreshOnce().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  }

  return {
    store,
    async start() {
      // Scripts cannot see the cookie, so this browser remembers that there should be one.
      if (!storage.get("session")) return end(false);
      store.set({ phase: "starting" });
      try {
        await refresh();
      } catch {
        store.set({ phase: "unreachable" });
      }
    },
    async signIn(email, password) {
      const answer = await client.auth.sign_in({ email, password });
      temporary = answer.member.must_change_password ? password : undefined;
      accept(answer);
      say({ kind: "signed_in", answer });
    },
    temporaryPassword: () => temporary,
    async signOut() {
      // Whoever leaves is gone from this screen at once; the server hears it when it can be reached.
      const token = held?.token ?? null;
      end(false);
      say({ kind: "signed_out" });
      await client.auth.sign_out({ token }).catch((error) => {
        if (error instanceof ConnectionError) throw error;
      });
    },
    async renew() {
      await refresh();
    },
    async token({ refresh: refused }) {
      if (!refused && held && held.until - margin > Date.now()) return held.token;
      return store.get().phase === "signed_out" ? null : refresh();
    },
    dispose: () => channel.close(),
  };
}

/** Web Locks are missing on pages without TLS (other than localhost); one tab alone still works there. */
async function locked<T>(run: () => Promise<T>): Promise<T> {
  return navigator.locks ? await navigator.locks.request("foyer-portal-refresh", run) : run();
}
