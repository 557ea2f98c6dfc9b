import type { Contact, Ticket, TicketInput } from "@foyer/sdk";
import { ProblemError } from "@foyer/sdk/engine";
import { tickets, widget } from "@foyer/sdk/resources";
import { visitorSession } from "../kit/session.ts";
import { createStore, type Store } from "../kit/store.ts";
import { blank, type Draft, type Flaw, flaws, refusedFields, toInput, untouched, type Who } from "./draft.ts";
import type { TicketHost } from "./element.tsx";
import { type Attempt, createOutgoing, type Outgoing } from "./outgoing.ts";
import { createUploads, type Uploads } from "./uploads.ts";

export interface DeskState {
  shown: "form" | "done" | "mine";
  /** The dialog of the button layout. */
  open: boolean;
  draft: Draft;
  flaws: Flaw[];
  /** Who this is: undefined while that is still asked for. */
  known: Who | undefined;
  /** Files are still on their way before the ticket itself can go. */
  gathering: boolean;
  raised: Ticket | undefined;
  /** When answers usually come, in the business's own words. */
  replyTime: string;
  /** This browser may have tickets of its own. */
  returning: boolean;
  /** The ticket that is looked at among the visitor's own. */
  ticketId: string | undefined;
}

export interface Desk {
  readonly store: Store<DeskState>;
  readonly outgoing: Outgoing<TicketInput>;
  readonly uploads: Uploads;
  session(): ReturnType<typeof visitorSession>;
  /** The element is seen for the first time. */
  start(): void;
  /** An attribute or property has another value. */
  refresh(): void;
  edit(patch: Partial<Draft>): void;
  submit(): Promise<void>;
  show(shown: DeskState["shown"], ticketId?: string): void;
  open(): void;
  close(): void;
  reset(): void;
  stop(): void;
}

/** What is kept of this element; the name of each value in storage. */
const kept = { draft: "ticket-draft", attempt: "ticket-attempt" } as const;

export function createDesk(host: TicketHost): Desk {
  const session = () => visitorSession(host);
  const preset = () => ({ category: host.category, subject: host.subject });
  const signature = () => [host.apiKey, host.apiOrigin, host.category, host.subject].join("\n");
  const beginning = (): DeskState => ({
    shown: "form",
    open: false,
    draft: session().storage.get<Draft>(kept.draft) ?? blank(preset()),
    flaws: [],
    known: session().known() || host.identity ? undefined : (host.contact ?? {}),
    gathering: false,
    raised: undefined,
    replyTime: "",
    returning: session().known() || host.identity !== undefined,
    ticketId: undefined,
  });
  // Another element of the page may have said who this is.
  const identify = () => host.identity && session().identify(host.identity);
  identify();
  const store = createStore<DeskState>(beginning());
  const { get, set } = store;
  let started = false;
  let shownFor = signature();
  let shownWho: unknown[] = [host.identity, host.contact];

  const uploads = createUploads(() => session().engine);
  const outgoing = createOutgoing<TicketInput, Ticket>({
    load: () => session().storage.get<Attempt<TicketInput>>(kept.attempt),
    keep(attempt) {
      if (attempt) session().storage.set(kept.attempt, attempt);
      else session().storage.remove(kept.attempt);
    },
    send: (body, idempotencyKey) => tickets(session().engine).create(body, { idempotencyKey, maxRetries: 0 }),
    done(raised, { contact }) {
      session().storage.remove(kept.draft);
      uploads.clear();
      const known = { ...contact, ...get().known };
      set({ raised, known, shown: "done", draft: blank(preset()), returning: true, flaws: [] });
      host.emit("ticket", { id: raised.id, number: raised.number });
    },
    refused(error) {
      const found = refusedFields(error.errors);
      if (found.includes("files")) uploads.restart();
      set({ flaws: found });
      return found.length > 0;
    },
  });

  /** Who is known already need not say again who they are. */
  async function meet(): Promise<void> {
    let contact: Contact | null = null;
    try {
      contact = await session().contact();
    } catch (error) {
      if (error instanceof ProblemError && error.code === "identity_invalid") {
        // The page's mistake must not keep the visitor from asking.
        session().identify(undefined);
        host.dispatchEvent(new CustomEvent("foyer:error", { detail: { error }, bubbles: true, composed: true }));
      }
    }
    set({ known: { name: contact?.name ?? host.contact?.name, email: contact?.email ?? host.contact?.email } });
  }

  async function greet(): Promise<void> {
    try {
      const configuration = await widget(session().open).configuration();
      host.setTenantAccent(configuration.accent_color);
      set({ replyTime: configuration.reply_time });
    } catch {
      // The form works without the tenant's colour.
    }
  }

  const online = () => {
    uploads.retry();
    void outgoing.wake();
  };
  addEventListener("online", online);

  return {
    store,
    outgoing,
    uploads,
    session,
    start() {
      if (started) return;
      started = true;
      void greet();
      if (!get().known) void meet();
      void outgoing.wake();
    },
    refresh() {
      const who = [host.identity, host.contact];
      if (who.some((one, index) => one !== shownWho[index])) {
        shownWho = who;
        identify();
        if (started && (host.identity || session().known())) void meet();
        else set({ known: host.identity ? undefined : (host.contact ?? {}) });
      }
      if (shownFor === signature()) return;
      shownFor = signature();
      const { open, shown, draft } = get();
      // What somebody has begun to write is theirs; a preset fills only what is untouched.
      set({ ...beginning(), open, shown, draft: untouched(draft) ? blank(preset()) : draft });
      if (started && !get().known) void meet();
    },
    edit(patch) {
      outgoing.cancel();
      set((value) => ({
        draft: { ...value.draft, ...patch },
        flaws: value.flaws.filter((flaw) => !(flaw in patch)),
      }));
      session().storage.set(kept.draft, get().draft);
    },
    async submit() {
      const { draft, known, gathering } = get();
      if (gathering || !known) return;
      // It may be there already: the same again, whatever the form says.
      if (outgoing.store.get().locked) return outgoing.wake();
      const found = flaws(draft, known);
      set({ flaws: found });
      if (found.length) return;
      set({ gathering: true });
      const ids = await uploads.ids();
      set({ gathering: false });
      if (ids) await outgoing.submit(toInput(draft, host.contact ?? {}, ids));
      else set({ flaws: ["files"] });
    },
    show: (shown, ticketId) => set({ shown, ticketId }),
    open() {
      if (host.layout === "button") set({ open: true });
      else host.scrollIntoView({ block: "nearest" });
    },
    close: () => set({ open: false }),
    reset() {
      outgoing.cancel();
      if (outgoing.store.get().locked) return;
      session().storage.remove(kept.draft);
      uploads.clear();
      set({ draft: blank(preset()), flaws: [], raised: undefined, shown: "form", ticketId: undefined });
    },
    stop() {
      removeEventListener("online", online);
      outgoing.stop();
    },
  };
}
