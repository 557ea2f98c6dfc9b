import type { TicketReplyInput } from "@foyer/sdk";
import { engine } from "@foyer/sdk/engine";
import { tracked_tickets } from "@foyer/sdk/resources";
import { safeStorage } from "../../kit/safe-storage.ts";
import type { Attempt } from "../../ticket/outgoing.ts";
import { createThread, type Kept, type ThreadDesk } from "../../ticket/thread/state.ts";

/** Milliseconds between looks at a thread that is in view: a link opens no live connection. */
const interval = 20_000;

export function openLink(baseUrl: string | undefined, token: string): ThreadDesk {
  const api = tracked_tickets(engine({ baseUrl }));
  const storage = safeStorage("track");
  // The ticket's id, not the whole token: what is stored must not open anything.
  const id = token.split(".")[1] ?? "";
  const kept = <T>(name: string): Kept<T> => ({
    get: () => storage.get<T>(`${name}:${id}`),
    set: (value) => (value === undefined ? storage.remove(`${name}:${id}`) : storage.set(`${name}:${id}`, value)),
  });
  return createThread({
    load: () => api.retrieve(token),
    reply: ({ text }, idempotencyKey) => api.reply(token, { text }, { idempotencyKey, maxRetries: 0 }),
    follow(changed) {
      const look = () => document.visibilityState === "visible" && changed();
      const timer = setInterval(look, interval);
      document.addEventListener("visibilitychange", look);
      return () => {
        clearInterval(timer);
        document.removeEventListener("visibilitychange", look);
      };
    },
    draft: kept<string>("reply"),
    attempt: kept<Attempt<TicketReplyInput>>("attempt"),
  });
}
