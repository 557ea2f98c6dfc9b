import type { Attachment, Conversation, FoyerEvent, MessagePage, WhoInput, WidgetConfiguration } from "@foyer/sdk";
import { type Live, type LiveStatus, live, ProblemError } from "@foyer/sdk/engine";
import { conversations, messages, visitors, widget } from "@foyer/sdk/resources";
import { randomKey } from "../kit/key.ts";
import { subjectOf, visitorSession } from "../kit/session.ts";
import { createStore } from "../kit/store.ts";
import { deliver, type Heard } from "./deliver.ts";
import { add, finish, type Item, setFailed, whereNow } from "./outbox.ts";
import { createSender, type Sender } from "./sender.ts";
import type { Shell } from "./shell.ts";
import {
  apply,
  applyToList,
  type Change,
  gapOf,
  inOrder,
  type Thread,
  takePage,
  unreadOf,
  unreadUpTo,
} from "./state.ts";

/** What did not arrive, with what to quote to support. */
export interface Failure {
  requestId: string | undefined;
}

export interface ChatValue {
  /** The thread that is shown: a conversation's id, `new:…`, or none. */
  key: string | undefined;
  config: WidgetConfiguration | undefined;
  list: readonly Conversation[] | undefined;
  threads: Readonly<Record<string, Thread>>;
  /** What could not be fetched, by conversation; under `home` the configuration or the list. */
  failures: Readonly<Record<string, Failure>>;
  /** Written and not in a thread yet. */
  pending: readonly Item[];
  /** Sending came to nothing for now. */
  stuck: boolean;
  link: LiveStatus | undefined;
  /** Nobody of the team is here; undefined until known. */
  away: boolean | undefined;
  typing: { id: string; name: string } | undefined;
  /** Who the visitor said it is, before there is a conversation to say it in. */
  who: WhoInput;
  /** The question for an address was answered or put aside. */
  asked: boolean;
  /** The address that was left just now. */
  thanked: string | undefined;
}

export type Chat = ReturnType<typeof createChat>;

/** Milliseconds that somebody counts as typing after a key was heard, and between two such reports of our own. */
const typingLasts = 6000;
const typingEvery = 3000;

export const newKey = () => `new:${randomKey()}`;
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Full jitter: many come back at once when a server does. */
const pause = (failures: number) => Math.random() * Math.min(500 * 2 ** failures, 30_000);

export function createChat(shell: Shell) {
  const { host } = shell;
  const session = visitorSession(host);
  const { storage } = session;
  const api = conversations(session.engine);
  const store = createStore<ChatValue>({
    key: undefined,
    config: undefined,
    list: undefined,
    threads: {},
    failures: {},
    pending: [],
    stuck: false,
    link: undefined,
    away: undefined,
    typing: undefined,
    who: {},
    asked: storage.get<boolean>("asked") ?? false,
    thanked: undefined,
  });
  const drafts = new Map<string, string>(Object.entries(storage.get<Record<string, string>>("drafts") ?? {}));
  const visitorId = () => storage.get<{ visitor_id: string }>("visitor")?.visitor_id;
  let visitor = visitorId();
  /** Acknowledged, and not in its thread yet. */
  let heard: Item[] = [];
  let line: Live | undefined;
  let fetching: Promise<void> | undefined;
  let identified = false;
  let typed = 0;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  const marked = new Map<string, number>();
  const refreshing = new Map<string, Promise<void>>();
  const over = new AbortController();

  const { get, set } = store;

  // What is on its way out.

  function createOwnSender(): Sender {
    const lock = `foyer:outbox:${host.apiKey}`;
    return createSender({
      load: () => storage.get("outbox"),
      store: (outbox) => storage.set("outbox", outbox),
      send: (item) => deliver(session.engine, item, (answer) => hear(item, answer)),
      alone: async (run) => void (await (navigator.locks ? navigator.locks.request(lock, run) : run())),
      pause,
      changed: showOutbox,
    });
  }
  let sender = createOwnSender();

  function showOutbox() {
    const { outbox } = sender;
    const { key } = get();
    const now = key && whereNow(outbox, key);
    if (key && now && now !== key) {
      setDraft(now, drafts.get(key) ?? "");
      setDraft(key, "");
    }
    const waiting = new Set(outbox.items.map((item) => item.id));
    const shown = [...heard.filter((item) => !waiting.has(item.id)), ...outbox.items];
    set({ key: now, pending: shown.filter((item) => !isIn(item)), stuck: sender.failures > 0 });
    if (now && now !== key) void refresh(now);
    noteTalk();
    if (outbox.items.length > 0) connect();
  }

  /** Whether there is anything to hear or to send: what decides if a closed chat is loaded at all. */
  function noteTalk() {
    const { list } = get();
    const talk = sender.outbox.items.length > 0 || (list ? list.length > 0 : isTalking());
    if (talk !== isTalking()) storage.set("talk", talk);
  }

  const isIn = (item: Item) =>
    get().threads[item.thread]?.messages.some((message) => message.client_msg_id === item.id) ?? false;

  function hear(item: Item, answer: Heard) {
    const opened = "conversation" in answer ? answer.conversation : undefined;
    heard = [...heard, { ...item, thread: opened?.id ?? item.thread }];
    if ("message" in answer) return take(item.thread, { ...answer.message, message: answer.message });
    const first = !get().list?.length;
    putInList(answer.conversation);
    // The socket was opened by somebody without a contact, who hears nothing of what is that contact's.
    if (first) relink();
  }

  // What comes in.

  function take(id: string, change: Change) {
    const known = get().list?.find((one) => one.id === id);
    const next = known && applyToList(known, change);
    if (next) putInList(next);
    else if (get().list) void api.retrieve(id).then(putInList, () => {});
    const thread = get().threads[id];
    if (thread) putThread(id, apply(thread, change));
  }

  function putThread(id: string, thread: Thread) {
    set({ threads: { ...get().threads, [id]: thread } });
    heard = heard.filter((item) => !isIn(item));
    showOutbox();
    if (gapOf(thread)) void refresh(id);
    markRead();
  }

  function putInList(conversation: Conversation) {
    putList([conversation, ...(get().list ?? []).filter((one) => one.id !== conversation.id)]);
  }

  function putList(list: readonly Conversation[]) {
    set({ list: inOrder(list) });
    noteTalk();
    shell.setUnread(unreadOf(list));
  }

  function fail(place: string, error: unknown) {
    const requestId = error instanceof ProblemError ? error.request_id : undefined;
    set({ failures: { ...get().failures, [place]: { requestId } } });
  }

  function clear(place: string) {
    const { [place]: _, ...failures } = get().failures;
    set({ failures });
  }

  /** Fetches what came after what is held of a conversation, or its newest page. */
  function refresh(id: string): Promise<void> {
    if (id.startsWith("new:")) return Promise.resolve();
    const running = refreshing.get(id) ?? catchUp(id).finally(() => refreshing.delete(id));
    refreshing.set(id, running);
    return running;
  }

  async function catchUp(id: string): Promise<void> {
    for (let failures = 0; !over.signal.aborted; ) {
      try {
        const held = get().threads[id];
        const asked = held ? { after: held.seq } : {};
        const page = await pageOf(id, asked);
        const thread = takePage(get().threads[id], page, asked);
        clear(id);
        set({ threads: { ...get().threads, [id]: thread } });
        const more = (held && page.has_more) || gapOf(thread);
        if (!more) return putThread(id, thread);
        if (thread.seq === held?.seq) await sleep(pause(++failures));
      } catch (error) {
        if (!get().threads[id] || error instanceof ProblemError) return fail(id, error);
        await sleep(pause(++failures));
      }
    }
  }

  const pageOf = async (id: string, query: { after?: number; before?: number }) =>
    (await messages(session.engine).list(id, { limit: 50, ...query })) as unknown as MessagePage;

  /** Earlier messages than those held. */
  async function reachBack(id: string): Promise<void> {
    const before = get().threads[id]?.messages[0]?.seq;
    if (before === undefined) return;
    try {
      const page = await pageOf(id, { before });
      clear(id);
      putThread(id, takePage(get().threads[id], page, { before }));
    } catch (error) {
      fail(id, error);
    }
  }

  /** Everything anew: at the beginning, and when the log no longer reaches back. */
  async function resync(): Promise<void> {
    try {
      const { data } = await api.list({ limit: 20 });
      clear("home");
      putList(data);
      await Promise.all(Object.keys(get().threads).map(refresh));
    } catch (error) {
      fail("home", error);
    }
  }

  async function configure(): Promise<void> {
    try {
      const config = await widget(session.open).configuration();
      storage.set("accent", config.accent_color);
      host.setTenantAccent(config.accent_color);
      set({ config });
    } catch (error) {
      fail("home", error);
    }
  }

  function fetchHome(): Promise<void> {
    fetching ??= Promise.all([
      get().config ? undefined : configure(),
      session.known() || identified ? resync() : putList([]),
    ]).then(() => {
      fetching = undefined;
    });
    return fetching;
  }

  // The line.

  function connect(after: number | null = null): void {
    if (line || over.signal.aborted) return;
    let fresh = after === null;
    line = live(session.engine, {
      after,
      onEvent: onLive,
      onReset: () => void resync(),
      onTyping: ({ conversation_id, sender_kind, name }) =>
        sender_kind !== "customer" && showTyping({ id: conversation_id, name: name ?? "" }),
      onPresence: ({ staff_online }) => staff_online !== undefined && set({ away: !staff_online }),
      onStatus(link) {
        set({ link });
        if (link !== "live" && link !== "polling") return;
        sender.wake();
        // What happened between the first answer and this moment, nobody told.
        if (fresh) void resync();
        fresh = false;
      },
    });
  }

  function hangUp() {
    line?.close();
    line = undefined;
    set({ link: undefined });
  }

  function relink() {
    const after = line?.seq ?? null;
    if (!line) return;
    hangUp();
    connect(after);
  }

  function onLive(event: FoyerEvent) {
    if (event.type === "message.created") {
      const { data } = event;
      const attachments = data.attachments.map((file) => ({ ...file, url: "" }));
      take(data.conversation_id, { ...data, message: { ...data, attachments } });
      if (data.kind !== "text") return;
      if (data.sender_kind !== "customer") showTyping(undefined);
      const { id, conversation_id, text } = data;
      host.emit("message", { id, conversation_id, text, from: data.sender_kind === "customer" ? "visitor" : "team" });
    } else if (event.type === "conversation.read") {
      take(event.data.conversation_id, { ...event.data, mark: event.data });
    } else if (event.type === "conversation.deleted") {
      const { id } = event.data;
      const { [id]: _, ...threads } = get().threads;
      set({ threads, key: get().key === id ? undefined : get().key });
      putList((get().list ?? []).filter((one) => one.id !== id));
    }
  }

  function showTyping(typing: ChatValue["typing"]) {
    clearTimeout(typingTimer);
    set({ typing });
    if (typing) typingTimer = setTimeout(showTyping, typingLasts, undefined);
  }

  // What the visitor does.

  /** Tells how far the visitor has read, when the thread is before their eyes. */
  function markRead() {
    const { key, threads } = get();
    const thread = key && threads[key];
    if (!isOpen() || !thread || document.visibilityState !== "visible" || !document.hasFocus()) return;
    const seq = unreadUpTo(thread);
    if (seq === undefined || seq <= (marked.get(key) ?? 0)) return;
    marked.set(key, seq);
    noteRead(key, seq, 0);
    api.read(key, { seq }).then(
      (mark) => noteRead(key, mark.read_seq, mark.unread),
      () => marked.delete(key),
    );
  }

  function noteRead(id: string, seq: number, unread: number) {
    const known = get().list?.find((one) => one.id === id);
    if (known && known.customer_read_seq <= seq) putInList({ ...known, unread, customer_read_seq: seq });
  }

  const isOpen = () => shell.store.get().open;

  function setOpen(open: boolean) {
    if (!open) return isTalking() ? undefined : hangUp();
    void fetchHome();
    connect();
    if (get().key) void refresh(get().key as string);
    markRead();
  }

  const isTalking = () => storage.get("talk") === true;

  function show(key: string | undefined) {
    set({ key });
    if (!key) return;
    if (!get().threads[key] || get().failures[key]) void refresh(key);
    markRead();
  }

  function setDraft(key: string, text: string) {
    if (text) drafts.set(key, text);
    else drafts.delete(key);
    storage.set("drafts", Object.fromEntries(drafts));
  }

  function send(text: string, attachments: readonly Attachment[] = []) {
    const clean = text.replace(/(?![\n\r\t])\p{Cc}|[\u2028\u2029\ufeff]|\p{Cs}/gu, "").trim();
    if (!clean && attachments.length === 0) return;
    const thread = get().key ?? newKey();
    const contact = { ...host.contact, ...get().who };
    const draft = { id: randomKey(), thread, text: clean, attachments };
    set({ key: thread });
    typed = 0;
    sender.update((outbox) =>
      add(
        outbox,
        thread.startsWith("new:") && Object.keys(contact).length > 0 ? { ...draft, contact } : draft,
        Date.now(),
      ),
    );
  }

  function putAside() {
    storage.set("asked", true);
    set({ asked: true });
  }

  /** Shows nothing of what was; what is stored is all there is. */
  function drop() {
    sender.stop();
    hangUp();
    drafts.clear();
    marked.clear();
    heard = [];
    told = undefined;
    identified = false;
    set({ key: undefined, list: undefined, threads: {}, failures: {}, pending: [] });
    set({ who: {}, asked: false, thanked: undefined });
    sender = createOwnSender();
  }

  function forget() {
    for (const name of ["outbox", "drafts", "talk", "asked", "subject"]) storage.remove(name);
    session.forget();
    shell.setUnread(0);
    drop();
  }

  let told: string | undefined;

  function identify(token: string | undefined) {
    if (!token || token === told) return;
    told = token;
    const subject = subjectOf(token);
    const before = storage.get<string>("subject");
    // What is on its way must never go out in another's name.
    if (before !== undefined && before !== subject) forget();
    storage.set("subject", subject);
    session.identify(token);
    identified = true;
    if (!isOpen() && !isTalking()) return;
    relink();
    connect();
    void resync();
  }

  function begin() {
    sender.wake();
    if (isOpen()) setOpen(true);
    else if (isTalking()) connect();
  }

  const wake = () => {
    if (document.visibilityState !== "visible") return;
    sender.wake();
    markRead();
  };
  const { signal } = over;
  for (const name of ["online", "pageshow", "focus"]) addEventListener(name, wake, { signal });
  document.addEventListener("visibilitychange", wake, { signal });
  const stops = [
    storage.watch("outbox", () => sender.wake()),
    // Another tab opened the first conversation: only a socket opened after that hears of it.
    storage.watch("talk", () => {
      if (!isTalking()) return;
      relink();
      connect();
      void resync();
    }),
    // Somebody signed out in another tab.
    storage.watch("visitor", () => {
      const now = visitorId();
      if (visitor !== undefined && now !== visitor) {
        drop();
        begin();
      }
      visitor = now;
    }),
  ];
  signal.addEventListener("abort", () => {
    for (const stop of stops) stop();
    sender.stop();
    hangUp();
    clearTimeout(typingTimer);
  });
  begin();

  return {
    store,
    session,
    setOpen,
    /** Closes the panel. */
    leave: () => shell.setOpen(false),
    show,
    send,
    reachBack,
    retryHome: fetchHome,
    refresh,
    draft: (key: string) => drafts.get(key) ?? "",
    setDraft,
    /** The visitor typed: told to the team, now and then. */
    typed(key: string) {
      if (key.startsWith("new:") || Date.now() - typed < typingEvery) return;
      typed = Date.now();
      line?.typing(key);
    },
    retry: (id: string) => sender.update((outbox) => setFailed(outbox, id, false)),
    tryNow: () => sender.wake(),
    discard: (id: string) => sender.update((outbox) => finish(outbox, id)),
    setWho: (who: WhoInput) => set({ who }),
    putAside,
    /** Leaves an address with the conversation. */
    async introduce(who: WhoInput) {
      await visitors(session.engine).introduce(who);
      putAside();
      set({ thanked: who.email });
      await resync();
    },
    identify,
    signOut() {
      forget();
      begin();
    },
    close: () => over.abort(),
  };
}
