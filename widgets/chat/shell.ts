import type { WhoInput } from "@foyer/sdk";
import { safeStorage } from "../kit/safe-storage.ts";
import { createStore, type Store } from "../kit/store.ts";
import type { Chat } from "./chat.ts";

/** What the chat uses of its element. */
export interface ChatHost extends HTMLElement {
  apiKey: string | undefined;
  apiOrigin: string | undefined;
  launcher: boolean;
  position: string | undefined;
  greeting: string | undefined;
  contact: WhoInput | undefined;
  identityToken: string | undefined;
  setTenantAccent(color: string): void;
  emit(fact: "open" | "close", detail: undefined): boolean;
  emit(fact: "message", detail: Said): boolean;
  emit(fact: "unread", detail: { count: number }): boolean;
}

/** Something that was said, by either side, as the page hears of it. */
export interface Said {
  id: string;
  conversation_id: string;
  from: "visitor" | "team";
  text: string;
}

export interface Shell {
  readonly host: ChatHost;
  readonly store: Store<{ open: boolean; unread: number }>;
  /** The one chat of this element. */
  own(create: (shell: Shell) => Chat): Chat;
  /** The chat, loaded if need be; none once the element has left. */
  load(): Promise<Chat | undefined>;
  setOpen(open: boolean): void;
  setUnread(count: number): void;
  /** What the page says by attributes and properties is another. */
  changed(): void;
  /** The element has left the page. */
  close(): void;
}

/**
 * What there is before anybody chats: whether the panel is open, and the number on the launcher. The chat itself is
 * loaded when it is opened, or when there is something to hear or to send.
 */
export function createShell(host: ChatHost): Shell {
  const storage = safeStorage(host.apiKey ?? "");
  const store = createStore({ open: false as boolean, unread: storage.get<number>("unread") ?? 0 });
  let chat: Chat | undefined;
  let over = false;

  const shell: Shell = {
    host,
    store,
    own(create) {
      chat ??= create(shell);
      return chat;
    },
    async load() {
      const { createChat } = await import("./parts/desk.tsx");
      return over ? undefined : shell.own(createChat);
    },
    setOpen(open) {
      if (open === store.get().open) return;
      store.set({ open });
      if (host.launcher) {
        host.toggleAttribute("open", open);
        host.emit(open ? "open" : "close", undefined);
      }
      chat?.setOpen(open);
    },
    setUnread(count) {
      if (count === store.get().unread) return;
      store.set({ unread: count });
      storage.set("unread", count);
      host.emit("unread", { count });
    },
    changed() {
      if (host.launcher) shell.setOpen(host.hasAttribute("open"));
      if (host.identityToken) void shell.load().then((own) => own?.identify(host.identityToken));
    },
    close() {
      over = true;
      chat?.close();
    },
  };

  // Once the element is through with its setup.
  queueMicrotask(() => {
    const accent = storage.get<string>("accent");
    if (accent) host.setTenantAccent(accent);
    shell.changed();
    if (storage.get("talk")) void shell.load().catch(() => {});
  });
  return shell;
}
