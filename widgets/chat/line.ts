import type { FoyerEvent } from "@foyer/sdk";
import { type Engine, type Live, live } from "@foyer/sdk/engine";
import type { Store } from "../kit/store.ts";
import type { ChatValue } from "./value.ts";

export interface Line {
  connect(): void;
  hangUp(): void;
  /** Opens it anew where it was: a line hears what its visitor could hear when it was opened. */
  relink(): void;
  /** The visitor typed: told to the team, now and then. */
  typed(key: string): void;
  /** What was typed is sent: the next key is told at once. */
  rest(): void;
  showTyping(typing: ChatValue["typing"]): void;
}

interface Ears {
  event(event: FoyerEvent): void;
  /** The log no longer reaches back, or nobody told what happened before the line stood. */
  resync(): void;
  /** Requests will arrive. */
  linked(): void;
}

/** Milliseconds that somebody counts as typing after a key was heard, and between two such reports of our own. */
const typingLasts = 6000;
const typingEvery = 3000;

/** The live connection: what is happening, who is there, and who is typing. */
export function createLine(engine: Engine, { set }: Store<ChatValue>, ears: Ears, signal: AbortSignal): Line {
  let line: Live | undefined;
  let typed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function connect(after: number | null = null): void {
    if (line || signal.aborted) return;
    let fresh = after === null;
    line = live(engine, {
      after,
      onEvent: ears.event,
      onReset: ears.resync,
      onTyping: ({ conversation_id, sender_kind, name }) =>
        sender_kind !== "customer" && showTyping({ id: conversation_id, name: name ?? "" }),
      onPresence: ({ staff_online }) => staff_online !== undefined && set({ away: !staff_online }),
      onStatus(link) {
        set({ link });
        if (link !== "live" && link !== "polling") return;
        ears.linked();
        // What happened between the first answer and this moment, nobody told.
        if (fresh) ears.resync();
        fresh = false;
      },
    });
  }

  function hangUp() {
    line?.close();
    line = undefined;
    set({ link: undefined });
  }

  function showTyping(typing: ChatValue["typing"]) {
    clearTimeout(timer);
    set({ typing });
    if (typing) timer = setTimeout(showTyping, typingLasts, undefined);
  }

  signal.addEventListener("abort", () => {
    hangUp();
    clearTimeout(timer);
  });

  return {
    connect: () => connect(),
    hangUp,
    relink() {
      const after = line?.seq ?? null;
      if (!line) return;
      hangUp();
      connect(after);
    },
    typed(key) {
      if (key.startsWith("new:") || Date.now() - typed < typingEvery) return;
      typed = Date.now();
      line?.typing(key);
    },
    rest() {
      typed = 0;
    },
    showTyping,
  };
}
