import type { AvailabilityCalendar, Booking, Slot } from "@foyer/sdk";
import { type Client, clientOf } from "../client/client.ts";
import { createStore, type Store } from "../kit/store.ts";
import { placesOf, readCatalogue } from "./catalogue.ts";
import type { BookingHost } from "./element.tsx";
import type { Finish } from "./finish/finish.ts";
import {
  type Attempt,
  asQuery,
  type Catalogue,
  type Flaw,
  firstWish,
  type Held,
  type Kept,
  type Step,
  sizeOf,
  stillMeant,
  type Values,
  type Wish,
} from "./flow.ts";
import { createTimes, type Times } from "./times/state.ts";

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
  /** All from the first hold to the confirmation: there once a time can be chosen. */
  readonly finish: Finish | undefined;
  client(): Client;
  go(step: Step, patch?: Partial<BookingState>): void;
  /** Loads what can be booked, once: called when the element comes into view. */
  start(): void;
  retry(): void;
  /** An attribute has another value. */
  refresh(): void;
  select(resourceId: string): void;
  /** Wants something else of the same resource; what is held is held anew. */
  want(patch: Partial<Wish>): void;
  choose(slot: Slot): void;
  back(): void;
  reset(): void;
  /** Opens the calendar of what is wanted. */
  enter(zone?: string): void;
  show(open: boolean): void;
  close(): void;
}

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

/** What the page's address asks for; it counts where no attribute says otherwise. */
const linked = (name: string) => new URLSearchParams(location.search).get(name) ?? undefined;

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
  let finish: Finish | undefined;
  let loading: Promise<Finish> | undefined;

  /** The other file: fetched while the times are being looked at. */
  function later(): Promise<Finish> {
    loading ??= import("./finish/finish.ts").then(
      ({ createFinish }) => {
        finish = createFinish(flow);
        return finish;
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
      const there = (id: string | undefined) => catalogue.resources.some((one) => one.id === id) && id;
      const again = there(kept?.wish?.resource_id);
      if (kept && again) return void finish?.arrive(kept);
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
    else if (attempt) void finish?.submit();
    else if (step === "time" && times?.store.get().failed) void times.reload();
  };
  addEventListener("online", again);

  function forget() {
    keeping = false;
    client().storage.remove(keptName());
    finish?.release();
  }

  const flow: BookingFlow = {
    host,
    store,
    client,
    get finish() {
      return finish;
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
      const resource = catalogue?.resources.find((one) => one.id === id);
      if (!catalogue) {
        // Asked for before anything is loaded: the attribute says the same and survives.
        host.resourceId = id;
        flow.start();
      } else if (resource) {
        if (id !== get().wish?.resource_id) {
          finish?.release();
          const offered = (list: { id: string }[], wanted: string | undefined) =>
            list.find((one) => one.id === wanted)?.id;
          const venues = catalogue.venues.filter((one) => placesOf(resource).includes(one.id));
          const active = resource.variants.filter((one) => one.status !== "inactive");
          const venue_id =
            offered(venues, host.venueId ?? linked("venue")) ?? offered(venues, resource.venue_id) ?? venues[0]?.id;
          const variant_id = offered(active, host.variantId ?? linked("variant")) ?? active[0]?.id;
          const party = host.party ?? (Number(linked("party")) || undefined);
          set({
            wish: {
              ...firstWish(resource, party),
              ...(variant_id && { variant_id }),
              ...(venue_id !== resource.venue_id && { venue_id }),
            },
          });
          enter();
        }
        flow.go("time", { refusal: undefined });
        void later().catch(() => undefined);
      }
    },
    want(patch) {
      const { wish, hold, step, times } = get();
      if (!wish) return;
      const next = { ...wish, ...patch };
      if (step === "details" && hold) return void finish?.take(next);
      set({ wish: next, refusal: undefined });
      if ("venue_id" in patch) enter();
      else void times?.reload();
    },
    choose(slot) {
      const { wish, choosing, times } = get();
      if (choosing || !wish) return;
      const { starts_at, ends_at } = slot;
      const chosen = { ...wish, starts_at };
      if (times?.unit !== "fixed") chosen.ends_at = ends_at;
      set({ slot, choosing: true });
      later().then(
        (finish) => finish.choose(chosen),
        (failed) => set({ refusal: { failed }, choosing: false }),
      );
    },
    back() {
      const { step, attempt, sending } = get();
      if (sending || attempt) return;
      if (step === "time") return flow.go("resources", { refusal: undefined });
      flow.go("time", { refusal: undefined, failure: undefined });
      void finish?.release().then(() => get().times?.reload());
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
    enter,
  };

  /** Opens the calendar of what is wanted. */
  function enter(zone?: string) {
    const state = get();
    const [resource, venue] = [resourceOf(state), venueOf(state)];
    if (!resource || !venue) return;
    const { length_unit: unit, min_length, slot_step_minutes } = resource;
    const query = () => asQuery(get().wish ?? { resource_id: resource.id });
    const times = createTimes({
      venueZone: venue.time_zone,
      zone,
      horizon: resource.horizon_days,
      wanted: host.date ?? linked("date"),
      span: 366,
      unit,
      min: min_length,
      step: unit === "hour" ? slot_step_minutes / 60 : 1,
      async days(from, to) {
        const { wish } = get();
        const { resource_id: resource_ids, variant_id, venue_id } = query();
        const party = wish && Math.max(1, sizeOf(resource, wish));
        const { data } = await client().open<AvailabilityCalendar>("availability/calendar", {
          resource_ids,
          variant_id,
          venue_id,
          from,
          to,
          party,
        });
        return data[0]?.days ?? [];
      },
      async slots(date, length) {
        const { days } = await client().open<{ days: { slots: Slot[] }[] }>("availability", {
          ...query(),
          from: date,
          to: date,
          length,
        });
        return days.flatMap(({ slots }) => slots);
      },
    });
    // What the times say is part of the state: whoever draws the one draws the other.
    times.store.subscribe(() => set({ times: { ...times } }));
    set({ times });
    if (get().step !== "details" && get().step !== "done") void times.reload();
  }
  return flow;
}
