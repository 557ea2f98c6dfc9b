import type { NewVisitor, OwnContact } from "@foyer/sdk";
import { type Engine, engine, ProblemError } from "@foyer/sdk/engine";
import { visitors } from "@foyer/sdk/resources";
import { type SafeStorage, safeStorage } from "./safe-storage.ts";

/** What is kept of a visitor under `visitor`. */
interface Visitor extends Pick<NewVisitor, "visitor_id" | "token" | "expires_at"> {
  /** Whom it was identified as. */
  subject?: string | undefined;
}

/** How the elements of one key talk to the API. All elements of a page share one. */
export interface VisitorSession {
  /** Asks with the publishable key: for what everybody may read. Never makes a visitor. */
  readonly open: Engine;
  /** Asks as the visitor, who is made by the first request. A token that was refused is replaced, once. */
  readonly engine: Engine;
  /** The values kept under this key, one instance for all elements. */
  readonly storage: SafeStorage;
  /** Whether this browser has a visitor already: nothing of its own can exist before. */
  known(): boolean;
  /** Makes the visitor unless there is one, and tells who it is if {@link identify} was called. */
  ensureVisitor(): Promise<Visitor>;
  /**
   * Who the customer's server says this is (a signed token): told to the API with the visitor's first own request.
   * One that is refused fails that request and is not told again. `undefined` leaves the visitor as it is.
   */
  identify(identityToken: string | undefined): void;
  /** The known person behind the visitor, to fill forms with; null without a request where there is no visitor. */
  contact(): Promise<OwnContact | null>;
  /** Starts over as somebody unknown: the person signed out of the site. */
  forget(): void;
}

/** Whom a signed token is about; undefined where it is no such token. */
export function subjectOf(identityToken: string): string | undefined {
  try {
    const body = (identityToken.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    return (JSON.parse(atob(body)) as { sub?: string }).sub;
  } catch {
    return undefined;
  }
}

const sessions = new Map<string, VisitorSession>();

/** The session of an element's key and API; made anew only for another key or another API. */
export function visitorSession({ apiKey = "", apiOrigin }: { apiKey?: string; apiOrigin?: string }): VisitorSession {
  const id = `${apiKey} ${apiOrigin ?? ""}`;
  const session = sessions.get(id) ?? createSession(apiKey, apiOrigin);
  sessions.set(id, session);
  return session;
}

/** Tabs of one site take turns, so that they end up with one visitor. Only secure pages can; elsewhere the last wins. */
const inTurn = <T>(name: string, run: () => Promise<T>): Promise<T> =>
  navigator.locks ? (navigator.locks.request(name, run) as Promise<T>) : run();

function createSession(apiKey: string, baseUrl: string | undefined): VisitorSession {
  const storage = safeStorage(apiKey);
  const open = engine({ key: apiKey, baseUrl });
  let pending: Promise<Visitor> | undefined;
  let identity: string | undefined;

  function stored(): Visitor | undefined {
    const visitor = storage.get<Visitor>("visitor");
    return visitor && Date.parse(visitor.expires_at) > Date.now() ? visitor : undefined;
  }

  async function admit(refused?: string): Promise<Visitor> {
    const visitor = stored();
    if (visitor && visitor.token !== refused) return visitor;
    const { visitor_id, token, expires_at } = await visitors(open).create();
    const made = { visitor_id, token, expires_at };
    storage.set("visitor", made);
    return made;
  }

  async function introduce(visitor: Visitor): Promise<Visitor> {
    if (!identity) return visitor;
    const identity_token = identity;
    const subject = subjectOf(identity_token);
    // This browser belonged to somebody else; the one who is here now starts with a visitor of their own.
    const own = visitor.subject && subject && visitor.subject !== subject ? await admit(visitor.token) : visitor;
    try {
      await visitors(open).identify({ identity_token }, { token: own.token });
    } catch (error) {
      // Refused once, it will be refused again; what went wrong on the way may still succeed.
      if (error instanceof ProblemError && error.code === "identity_invalid") settle(identity_token);
      throw error;
    }
    settle(identity_token);
    const identified = { ...own, subject };
    storage.set("visitor", identified);
    return identified;
  }

  /** Told: unless another was given meanwhile, nothing is left to tell. */
  function settle(identityToken: string) {
    if (identity === identityToken) identity = undefined;
  }

  function ensureVisitor(refused?: string): Promise<Visitor> {
    const known = stored();
    if (known && known.token !== refused && !identity) return Promise.resolve(known);
    pending ??= inTurn(`foyer:${apiKey}`, async () => introduce(await admit(refused))).finally(() => {
      pending = undefined;
    });
    return pending;
  }

  let latest: string | undefined;
  const own = engine({
    baseUrl,
    token: async ({ refresh }) => {
      latest = (await ensureVisitor(refresh ? latest : undefined)).token;
      return latest;
    },
  });

  return {
    open,
    engine: own,
    storage,
    known: () => stored() !== undefined,
    ensureVisitor: () => ensureVisitor(),
    identify: (identityToken) => {
      identity = identityToken;
    },
    contact: async () => (stored() || identity ? (await visitors(own).me()).contact : null),
    forget: () => storage.remove("visitor"),
  };
}
