import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Foyer, FoyerEvent, LiveStatus, Me, Typing } from "../../sdk/index.ts";
import { createStore, createToasts, type SafeStorage, type Store, safeStorage, type ToastList } from "../kit/index.ts";
import { type Cache, createCache } from "./data/cache.ts";
import { createRouter, type Router } from "./router.ts";
import { createSession, type Session } from "./session.ts";

export type Theme = "auto" | "light" | "dark";
export type Mode = "live" | "test";

/** What the person chose for this browser. */
export interface Preferences {
  theme: Theme;
  mode: Mode;
  /** The navigation shows icons alone. */
  collapsed: boolean;
}

/** Dialogs that any place may open. */
export interface Opened {
  palette: boolean;
  ticket: { contact?: { name?: string | null; email: string } } | undefined;
}

/** The portal's own state: one per element, alive before anybody signed in. */
export interface Base {
  session: Session;
  router: Router;
  cache: Cache;
  toasts: ToastList;
  preferences: Store<Preferences>;
  opened: Store<Opened>;
  storage: SafeStorage;
  dispose(): void;
}

/** What pages work with, once somebody signed in. */
export interface Portal extends Base {
  /** The client, with the person's token and mode. */
  foyer: Foyer;
  me: Me;
  /** Whether the role holds a permission such as `tickets:write`. */
  can(permission: string): boolean;
  mode: Mode;
  connection: Store<{ status: LiveStatus; wasLive: boolean }>;
  /** Tells the visitor that somebody writes. */
  typing(conversation_id: string): void;
  onEvent(listener: (event: FoyerEvent) => void): () => void;
  onTyping(listener: (typing: Typing) => void): () => void;
}

export function createBase(origin: string | undefined): Base {
  const storage = safeStorage("portal");
  const preferences = createStore<Preferences>({
    theme: "auto",
    mode: "live",
    collapsed: false,
    ...storage.get<Partial<Preferences>>("preferences"),
  });
  preferences.subscribe(() => storage.set("preferences", preferences.get()));
  const session = createSession(origin, storage);
  void session.start();
  return {
    session,
    router: createRouter(),
    cache: createCache(),
    toasts: createToasts(),
    preferences,
    opened: createStore<Opened>({ palette: false, ticket: undefined }),
    storage,
    dispose: () => session.dispose(),
  };
}

export const PortalContext = createContext<Portal | undefined>(undefined);

/** The portal around a page or part. */
export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (!portal) throw new Error("A page of the portal is drawn outside of it.");
  return portal;
}
