import { useEffect, useMemo } from "preact/hooks";
import { createClient, type FoyerEvent, type Live, type Typing } from "../../../sdk/index.ts";
import { type AnyHost, createStore, useStore } from "../../kit/index.ts";
import type { Base, Portal } from "../portal.ts";

/** The signed-in portal: a client with the person's token and mode, and one live connection that feeds the cache. */
export function useConnected(base: Base, host: AnyHost): Portal {
  const me = useStore(base.session.store, (value) => value.me);
  const mode = useStore(base.preferences, (value) => value.mode);
  const wires = useMemo(() => {
    base.cache.clear();
    const foyer = createClient({
      token: base.session.token,
      ...(host.apiOrigin ? { baseUrl: host.apiOrigin } : {}),
      // A socket cannot carry the mode's header, so test data is followed by long-polls.
      ...(mode === "test" ? { headers: { "foyer-mode": "test" }, WebSocket: null } : {}),
    });
    return {
      foyer,
      connection: createStore<ReturnType<Portal["connection"]["get"]>>({ status: "connecting", wasLive: false }),
      events: new Set<(event: FoyerEvent) => void>(),
      typings: new Set<(typing: Typing) => void>(),
      live: { now: undefined as Live | undefined },
    };
  }, [base, mode]);

  useEffect(() => {
    const { foyer, connection, events, typings, live } = wires;
    const opened = foyer.live({
      onEvent(event) {
        base.cache.hear(event);
        for (const listener of events) listener(event);
      },
      onReset: () => base.cache.invalidate(),
      onTyping: (typing) => {
        for (const listener of typings) listener(typing);
      },
      onStatus: (status) =>
        connection.set((value) => ({ status, wasLive: value.wasLive || status === "live" || status === "polling" })),
      // A role without the event log sees fresh data whenever it comes back to the page.
      onError: () => connection.set({ status: "closed" }),
    });
    live.now = opened;
    const back = () => {
      if (document.visibilityState === "visible" && connection.get().status === "closed") base.cache.invalidate();
    };
    document.addEventListener("visibilitychange", back);
    return () => {
      document.removeEventListener("visibilitychange", back);
      opened.close();
      live.now = undefined;
    };
  }, [wires]);

  return useMemo<Portal>(() => {
    const { foyer, connection, events, typings, live } = wires;
    if (!me) throw new Error("Nobody is signed in.");
    const held = new Set(me.permissions);
    const listen = <T>(set: Set<T>, listener: T) => {
      set.add(listener);
      return () => void set.delete(listener);
    };
    return {
      ...base,
      foyer,
      me,
      mode,
      connection,
      can: (permission) => held.has(permission),
      typing: (id) => live.now?.typing(id),
      onEvent: (listener) => listen(events, listener),
      onTyping: (listener) => listen(typings, listener),
    };
  }, [wires, me]);
}
