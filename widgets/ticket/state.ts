import type { Ticket } from "@foyer/sdk";
import { safeStorage } from "../kit/safe-storage.ts";
import { createStore, type Store } from "../kit/store.ts";
import { blank, type Draft, draftName, type Flaw, flaws, untouched, type Who } from "./draft.ts";
import type { TicketHost } from "./element.tsx";
import type { Sending } from "./outgoing.ts";
import type { Work } from "./work.ts";

export interface DeskState {
  shown: "form" | "done" | "mine";
  /** The dialog of the button layout. */
  open: boolean;
  draft: Draft;
  flaws: Flaw[];
  /** Who this is: undefined while that is still asked for. */
  known: Who | undefined;
  sending: Sending;
  /** It may have been sent, so its text must not change any more. */
  locked: boolean;
  raised: Ticket | undefined;
  /** When answers usually come, in the business's own words. */
  replyTime: string;
  /** This browser may have tickets of its own. */
  returning: boolean;
  /** The ticket that is looked at among the visitor's own. */
  ticketId: string | undefined;
  /** What talks to the API; not there before the element is seen. */
  work: Work | undefined;
}

export interface Desk {
  readonly store: Store<DeskState>;
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

export function createDesk(host: TicketHost): Desk {
  const storage = () => safeStorage(host.apiKey ?? "");
  const place = () => [host.apiKey, host.apiOrigin, host.category, host.subject, host.identityToken, host.contact];
  /** Whether this browser is a visitor already, who may be known and have tickets. */
  const isVisitor = () => host.identityToken !== undefined || storage().get("visitor") !== undefined;
  const beginning = () => ({
    draft: storage().get<Draft>(draftName) ?? blank(host),
    known: isVisitor() ? undefined : (host.contact ?? {}),
    returning: isVisitor(),
  });
  const store = createStore<DeskState>({
    ...beginning(),
    shown: "form",
    open: false,
    flaws: [],
    sending: { is: "idle" },
    locked: false,
    raised: undefined,
    replyTime: "",
    ticketId: undefined,
    work: undefined,
  });
  const { get, set } = store;
  let shownFor = place();
  let started = false;
  let loading: Promise<Work> | undefined;

  /** The part that sends: fetched once the form can be seen, or again when it did not arrive. */
  function ready(): Promise<Work> {
    loading ??= import("./chunks/form.ts").then(
      ({ createWork }) => {
        const work = createWork(host, store);
        set({ work });
        return work;
      },
      (error) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  }

  const online = () => {
    if (started && !get().work) ready().catch(() => {});
  };
  addEventListener("online", online);

  return {
    store,
    start() {
      if (started) return;
      started = true;
      ready().catch(() => {});
    },
    refresh() {
      const next = place();
      if (next.every((value, index) => value === shownFor[index])) return;
      const moved = next[0] !== shownFor[0] || next[1] !== shownFor[1];
      shownFor = next;
      const { draft } = get();
      // What somebody has begun to write is theirs; a preset fills only what is untouched.
      set({ ...beginning(), draft: untouched(draft) ? blank(host) : draft });
      if (moved) {
        get().work?.stop();
        loading = undefined;
        set({ work: undefined, shown: "form", ticketId: undefined });
      }
      const again = async () => {
        const { work } = get();
        await (work && !moved ? work.meet() : ready());
      };
      if (started) again().catch(() => {});
    },
    edit(patch) {
      get().work?.outgoing.cancel();
      set((value) => ({
        draft: { ...value.draft, ...patch },
        flaws: value.flaws.filter((flaw) => !(flaw in patch)),
      }));
      storage().set(draftName, get().draft);
    },
    async submit() {
      const { draft, known, sending, locked } = get();
      if (sending.is === "sending" || !known) return;
      const found = locked ? [] : flaws(draft, known);
      set({ flaws: found });
      if (found.length) return;
      set({ sending: { is: "sending" } });
      try {
        await (await ready()).submit();
      } catch (error) {
        set({ sending: { is: "failed", error } });
      }
    },
    show: (shown, ticketId) => set({ shown, ticketId }),
    open() {
      if (host.layout === "button") set({ open: true });
      else host.scrollIntoView({ block: "nearest" });
    },
    close: () => set({ open: false }),
    reset() {
      const { work, shown, locked } = get();
      if (locked) return;
      work?.outgoing.cancel();
      work?.uploads.clear();
      storage().remove(draftName);
      set({ draft: blank(host), flaws: [], raised: undefined, shown: "form", ticketId: undefined });
      if (shown !== "form") set({ sending: { is: "idle" } });
    },
    stop() {
      removeEventListener("online", online);
      get().work?.stop();
    },
  };
}
