import type { Booking, Slot } from "@foyer/sdk";
import { createStore, type Store } from "../kit/store.ts";
import type { BookingHost } from "./element.tsx";
import type { Attempt, Catalogue, Details, Flaw, Held, Step } from "./flow.ts";
import type { Steps } from "./steps.ts";
import type { Times } from "./times/state.ts";

export interface BookingState {
  step: Step;
  catalogue: Catalogue | "idle" | "loading" | { failed: unknown };
  resourceId: string | undefined;
  party: number;
  times: Times | undefined;
  /** The slot that is chosen, held or booked. */
  slot: Slot | undefined;
  /** It is being held. */
  choosing: boolean;
  hold: Held | undefined;
  /** What became of the last choice of a slot. */
  refusal: { taken: Slot[] } | { failed: unknown } | undefined;
  details: Details;
  flaws: Flaw[];
  sending: boolean;
  /** Why the last attempt to book has not worked. */
  failure: unknown;
  attempt: Attempt | undefined;
  booking: Booking | undefined;
  /** The dialog of the button layout. */
  open: boolean;
}

/** What the first view needs; the steps after it arrive with their own chunk. */
export interface BookingFlow {
  readonly store: Store<BookingState>;
  /** There from the first chosen resource on. */
  readonly steps: Steps | undefined;
  /** Loads what can be booked, once: called when the element comes into view. */
  start(): void;
  retry(): void;
  /** An attribute has another value. */
  refresh(): void;
  select(resourceId: string): void;
  reset(): void;
  show(open: boolean): void;
  close(): void;
}

/** What the later steps ask of the first. */
export interface Ground {
  host: BookingHost;
  store: Store<BookingState>;
  go(step: Step, patch?: Partial<BookingState>): void;
}

const known = (catalogue: BookingState["catalogue"]): Catalogue | undefined =>
  typeof catalogue === "object" && "resources" in catalogue ? catalogue : undefined;

const blank = (party = 1): BookingState => ({
  step: "resources",
  catalogue: "idle",
  resourceId: undefined,
  party,
  times: undefined,
  slot: undefined,
  choosing: false,
  hold: undefined,
  refusal: undefined,
  details: { name: "", email: "", phone: "", notes: "", agreed: false },
  flaws: [],
  sending: false,
  failure: undefined,
  attempt: undefined,
  booking: undefined,
  open: false,
});

export function createBooking(host: BookingHost): BookingFlow {
  const store = createStore<BookingState>(blank(host.party));
  const { get, set } = store;
  let steps: Steps | undefined;
  const ground: Ground = {
    host,
    store,
    go(step, patch = {}) {
      set({ ...patch, step });
      host.emit("step", { step });
    },
  };
  const signature = () =>
    [host.apiKey, host.apiOrigin, host.resourceId, host.venueId, host.party, host.date].join("\n");
  let shownFor = signature();

  async function withSteps(): Promise<Steps> {
    const { createSteps } = await import("./chunks/choose.ts");
    steps ??= createSteps(ground);
    return steps;
  }

  async function load() {
    set({ catalogue: "loading" });
    const asked = shownFor;
    try {
      const { readCatalogue } = await import("./chunks/start.ts");
      const { catalogue, kept } = await readCatalogue(host);
      const [only, another] = catalogue.resources;
      // Where there is no choice to make, the steps are what is shown first.
      const later = kept || (only && !another) ? await withSteps() : undefined;
      if (asked !== shownFor) return;
      set({ catalogue });
      later?.arrive(kept, another ? undefined : only?.id);
    } catch (failed) {
      if (asked === shownFor) set({ catalogue: { failed } });
    }
  }

  // What waited for the network goes on by itself when it is back.
  const again = () => {
    const { catalogue } = get();
    if (typeof catalogue === "object" && "failed" in catalogue) void load();
    else steps?.again();
  };
  addEventListener("online", again);

  const flow: BookingFlow = {
    store,
    get steps() {
      return steps;
    },
    start() {
      if (get().catalogue === "idle") void load();
    },
    retry: () => void load(),
    refresh() {
      if (shownFor === signature()) return;
      shownFor = signature();
      const { catalogue, open } = get();
      steps?.forget();
      set({ ...blank(host.party), open });
      if (catalogue !== "idle") void load();
    },
    select(resourceId) {
      if (host.layout === "button") set({ open: true });
      if (known(get().catalogue)) {
        void withSteps().then(
          (later) => later.select(resourceId),
          (failed) => set({ catalogue: { failed } }),
        );
      } else {
        // Asked for before anything is loaded: the attribute says the same and survives.
        host.resourceId = resourceId;
        flow.start();
      }
    },
    reset() {
      const { catalogue, open } = get();
      steps?.forget();
      set({ ...blank(host.party), catalogue, open });
      const [only, another] = known(catalogue)?.resources ?? [];
      if (only && !another) flow.select(only.id);
      else host.emit("step", { step: "resources" });
    },
    show(open) {
      set({ open });
      if (open) flow.start();
    },
    close: () => removeEventListener("online", again),
  };
  return flow;
}
