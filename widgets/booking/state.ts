import type { Booking, Slot } from "@foyer/sdk";
import { type Client, clientOf } from "../client/client.ts";
import { createStore, type Store } from "../kit/store.ts";
import { readCatalogue } from "./catalogue.ts";
import type { BookingHost } from "./element.tsx";
import {
  type Attempt,
  type Catalogue,
  type Flaw,
  type Held,
  type Kept,
  type Step,
  stillMeant,
  type Values,
  type Wish,
} from "./flow.ts";
import type { Steps } from "./steps/steps.ts";
import type { Times } from "./times/state.ts";

export interface BookingState {
  step: Step;
  catalogue: Catalogue | "idle" | "loading" | { failed: unknown };
  /** The venue and the category that cards are shown of. */
  place: string | undefined;
  category: string | undefined;
  wish: Wish | undefined;
  times: Times | undefined;
  /** The slot that is chosen, held or booked. */
  slot: Slot | undefined;
  /** A hold is being asked for. */
  choosing: boolean;
  hold: Held | undefined;
  /** Seconds for which it is held, once they matter. */
  left: number | undefined;
  /** What became of the last wish that could not be held. */
  refusal: { taken: Slot[] } | { failed: unknown } | undefined;
  values: Values;
  flaws: Record<string, Flaw>;
  sending: boolean;
  /** Why the last attempt to book has not worked. */
  failure: unknown;
  attempt: Attempt | undefined;
  booking: Booking | undefined;
  /** What became of the wish to wait for a day: `joined`, or why not. */
  waiting: unknown;
  /** The dialog of the button layout. */
  open: boolean;
}

/** What the views ask for. */
export interface BookingFlow {
  readonly host: BookingHost;
  readonly store: Store<BookingState>;
  /** All that comes after the choice of a resource; it has a file of its own. */
  readonly steps: Steps | undefined;
  client(): Client;
  go(step: Step, patch?: Partial<BookingState>): void;
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

/** What the page's address asks for; it counts where no attribute says otherwise. */
export const linked = (name: string) => new URLSearchParams(location.search).get(name) ?? undefined;

export const known = ({ catalogue }: BookingState): Catalogue | undefined =>
  typeof catalogue === "object" && "resources" in catalogue ? catalogue : undefined;

export const resourceOf = (state: BookingState) =>
  known(state)?.resources.find(({ id }) => id === state.wish?.resource_id);

export const venueOf = (state: BookingState) => {
  const id = state.wish?.venue_id ?? resourceOf(state)?.venue_id;
  return known(state)?.venues.find((one) => one.id === id);
};

const blank: BookingState = {
  step: "resources",
  catalogue: "idle",
  place: undefined,
  category: undefined,
  wish: undefined,
  times: undefined,
  slot: undefined,
  choosing: false,
  hold: undefined,
  left: undefined,
  refusal: undefined,
  values: {},
  flaws: {},
  sending: false,
  failure: undefined,
  attempt: undefined,
  booking: undefined,
  waiting: undefined,
  open: false,
};

export function createBooking(host: BookingHost): BookingFlow {
  const store = createStore(blank);
  const { get, set } = store;
  const client = () => clientOf(host);
  // Apart for elements that offer different things.
  const keptName = () => ["booking", host.resourceId ?? host.venueId].filter(Boolean).join(":");
  const signature = () =>
    [host.apiKey, host.apiOrigin, host.resourceId, host.venueId, host.variantId, host.party, host.date].join("\n");
  let shownFor = signature();
  let keeping = false;
  let steps: Steps | undefined;
  let loading: Promise<Steps> | undefined;

  /** The other file: fetched while the times are being looked at. */
  function later(): Promise<Steps> {
    loading ??= import("./steps/steps.ts").then(
      ({ createSteps }) => {
        steps = createSteps(flow);
        return steps;
      },
      (failed) => {
        loading = undefined;
        throw failed;
      },
    );
    return loading;
  }

  store.subscribe(() => {
    if (!keeping) return;
    const { step, wish, times, slot, hold, values, attempt, booking } = get();
    const zone = times?.store.get().zone;
    const kept: Kept = { at: Date.now(), step, wish, zone, slot, hold, values, attempt, booking };
    if (step === "resources") client().storage.remove(keptName());
    else client().storage.set(keptName(), kept);
  });

  async function load() {
    set({ catalogue: "loading" });
    const asked = shownFor;
    try {
      const kept = stillMeant(client().storage.get<Kept>(keptName()), Date.now());
      const catalogue = await readCatalogue(host, client());
      if (kept) await later();
      if (asked !== shownFor) return;
      set({ catalogue });
      keeping = true;
      // The next step, while the cards are being looked at.
      void later().catch(() => undefined);
      const there = (id: string | undefined) => catalogue.resources.some((one) => one.id === id) && id;
      const again = there(kept?.wish?.resource_id);
      if (kept && again) return void steps?.arrive(kept);
      const [only, another] = catalogue.resources;
      const id = there(linked("resource")) || (!another && only?.id);
      if (id) flow.select(id);
    } catch (failed) {
      if (asked === shownFor) set({ catalogue: { failed } });
    }
  }

  // What waited for the network goes on by itself when it is back.
  const again = () => {
    const { catalogue, times, attempt, step } = get();
    if (typeof catalogue === "object" && "failed" in catalogue) void load();
    else if (attempt) void steps?.submit();
    else if (step === "time" && times?.store.get().failed) void times.reload();
  };
  addEventListener("online", again);

  function forget() {
    keeping = false;
    client().storage.remove(keptName());
    steps?.release();
  }

  const flow: BookingFlow = {
    host,
    store,
    client,
    get steps() {
      return steps;
    },
    go(step, patch = {}) {
      set({ ...patch, step });
      host.emit("step", { step });
    },
    start() {
      if (get().catalogue === "idle") void load();
    },
    retry: () => void load(),
    refresh() {
      if (shownFor === signature()) return;
      shownFor = signature();
      const { catalogue, open } = get();
      forget();
      set({ ...blank, open });
      if (catalogue !== "idle") void load();
    },
    select(id) {
      if (host.layout === "button") set({ open: true });
      const catalogue = known(get());
      if (!catalogue) {
        // Asked for before anything is loaded: the attribute says the same and survives.
        host.resourceId = id;
        flow.start();
      } else if (catalogue.resources.some((one) => one.id === id)) {
        later().then(
          (steps) => steps.select(id),
          (failed) => set({ catalogue: { failed } }),
        );
      }
    },
    reset() {
      const { catalogue, open } = get();
      forget();
      set({ ...blank, catalogue, open });
      keeping = true;
      const [only, another] = known(get())?.resources ?? [];
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
