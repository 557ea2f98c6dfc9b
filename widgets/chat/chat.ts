import type { Attachment, Conversation, FoyerEvent, WhoInput } from "@foyer/sdk";
import { conversations, visitors, widget } from "@foyer/sdk/resources";
import { randomKey } from "../kit/key.ts";
import { subjectOf, visitorSession } from "../kit/session.ts";
import { createStore } from "../kit/store.ts";
import { deliver, type Heard } from "./deliver.ts";
import { createDrafts } from "./drafts.ts";
import { createLine } from "./line.ts";
import { add, finish, type Item, setFailed, whereNow } from "./outbox.ts";
import { createReading } from "./reading.ts";
import { createSender, type Sender } from "./sender.ts";
import type { Shell } from "./shell.ts";
import { apply, applyToList, type Change, gapOf, inOrder, type Thread, unreadOf } from "./state.ts";
import { createThreads } from "./threads.ts";
import { type ChatValue, newKey, pause } from "./value.ts";

export type Chat = ReturnType<typeof createChat>;

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
  const over = new AbortController();
  const { signal } = over;
  const drafts = createDrafts(storage);
  const visitorId = () => storage.get<{ visitor_id: string }>("visitor")?.visitor_id;
  let visitor = visitorId();
  /** Acknowledged, and not in its thread yet. */
  let heard: Item[] = [];
  let fetching: Promise<void> | undefined;
  let identified = false;

  const { get, set } = store;
  const isOpen = () => shell.store.get().open;
  const isTalking = () => storage.get("talk") === true;
  const { refresh, reachBack, fail, clear } = createThreads(session.engine, store, putThread, signal);
  const reading = createReading(session.engine, store, { isOpen, put: putInList });
  const line = createLine(
    session.engine,
    store,
    { event: onLive, resync: () => void resync(), linked: () => sender.wake() },
    signal,
  );

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
    if (key && now && now !== key) drafts.move(key, now);
    const waiting = new Set(outbox.items.map((item) => item.id));
    const shown = [...heard.filter((item) => !waiting.has(item.id)), ...outbox.items];
    set({ key: now, pending: shown.filter((item) => !isIn(item)), stuck: sender.failures > 0 });
    if (now && now !== key) void refresh(now);
    noteTalk();
    if (outbox.items.length > 0) line.connect();
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
    if (first) line.relink();
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
    reading.mark();
  }

  function putInList(conversation: Conversation) {
    putList([conversation, ...(get().list ?? []).filter((one) => one.id !== conversation.id)]);
  }

  function putList(list: readonly Conversation[]) {
    set({ list: inOrder(list) });
    noteTalk();
    shell.setUnread(unreadOf(list));
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

  function onLive(event: FoyerEvent) {
    if (event.type === "message.created") {
      const { data } = event;
      const attachments = data.attachments.map((file) => ({ ...file, url: "" }));
      take(data.conversation_id, { ...data, message: { ...data, attachments } });
      if (data.kind !== "text") return;
      if (data.sender_kind !== "customer") line.showTyping(undefined);
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

  // What the visitor does.

  function setOpen(open: boolean) {
    if (!open) return isTalking() ? undefined : line.hangUp();
    void fetchHome();
    line.connect();
    if (get().key) void refresh(get().key as string);
    reading.mark();
  }

  function show(key: string | undefined) {
    set({ key });
    if (!key) return;
    if (!get().threads[key] || get().failures[key]) void refresh(key);
    reading.mark();
  }

  function send(text: string, attachments: readonly Attachment[] = []) {
    const clean = text.replace(/(?![\n\r\t])\p{Cc}|[\u2028\u2029\ufeff]|\p{Cs}/gu, "").trim();
    if (!clean && attachments.length === 0) return;
    const thread = get().key ?? newKey();
    const contact = { ...host.contact, ...get().who };
    const draft = { id: randomKey(), thread, text: clean, attachments };
    set({ key: thread });
    line.rest();
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
    line.hangUp();
    drafts.forget();
    reading.forget();
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
    line.relink();
    line.connect();
    void resync();
  }

  function begin() {
    sender.wake();
    if (isOpen()) setOpen(true);
    else if (isTalking()) line.connect();
  }

  const wake = () => {
    if (document.visibilityState !== "visible") return;
    sender.wake();
    reading.mark();
  };
  for (const name of ["online", "pageshow", "focus"]) addEventListener(name, wake, { signal });
  document.addEventListener("visibilitychange", wake, { signal });
  const stops = [
    storage.watch("outbox", () => sender.wake()),
    // Another tab opened the first conversation: only a socket opened after that hears of it.
    storage.watch("talk", () => {
      if (!isTalking()) return;
      line.relink();
      line.connect();
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
    draft: drafts.get,
    setDraft: drafts.set,
    typed: line.typed,
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
