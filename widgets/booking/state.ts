import type { Booking, Slot } from "@foyer/sdk";
import { ProblemError } from "@foyer/sdk/engine";
import { availability, bookings, holds, resources, venues, widget } from "@foyer/sdk/resources";
import { visitorSession } from "../kit/session.ts";
import { createStore, type Store } from "../kit/store.ts";
import type { BookingHost } from "./element.tsx";
import { codeOf } from "./failure.ts";
import {
  type Attempt,
  type Catalogue,
  type Details,
  type Flaw,
  fittingParty,
  type Held,
  heldUntil,
  type Kept,
  noDetails,
  refusedFields,
  type Step,
  stillMeant,
  toInput,
} from "./flow.ts";
import { createTimes, type Times } from "./times/state.ts";

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

export interface BookingFlow {
  readonly store: Store<BookingState>;
  /** Loads what can be booked, once: called when the element comes into view. */
  start(): void;
  retry(): void;
  /** An attribute has another value. */
  refresh(): void;
  select(resourceId: string): void;
  setParty(party: number): void;
  choose(slot: Slot): Promise<void>;
  back(): void;
  edit(patch: Partial<Details>): void;
  /** Keeps the chosen slot again after its hold has run out. */
  holdAgain(): Promise<void>;
  submit(): Promise<void>;
  reset(): void;
  show(open: boolean): void;
  close(): void;
}

const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

export const resourceOf = ({ catalogue, resourceId }: BookingState) =>
  typeof catalogue === "object" && "resources" in catalogue
    ? catalogue.resources.find((one) => one.id === resourceId)
    : undefined;

export const venueOf = (state: BookingState) => {
  const { catalogue } = state;
  const venue_id = resourceOf(state)?.venue_id ?? state.booking?.venue_id;
  return typeof catalogue === "object" && "venues" in catalogue
    ? catalogue.venues.find((one) => one.id === venue_id)
    : undefined;
};

export function createBooking(host: BookingHost): BookingFlow {
  const session = () => visitorSession(host);
  const keptName = () => ["booking", host.resourceId ?? host.venueId].filter(Boolean).join(":");
  const blank = (): BookingState => ({
    step: "resources",
    catalogue: "idle",
    resourceId: undefined,
    party: host.party ?? 1,
    times: undefined,
    slot: undefined,
    choosing: false,
    hold: undefined,
    refusal: undefined,
    details: noDetails,
    flaws: [],
    sending: false,
    failure: undefined,
    attempt: undefined,
    booking: undefined,
    open: false,
  });
  const store = createStore<BookingState>(blank());
  const { get, set } = store;
  let keeping = false;
  const signature = () =>
    [host.apiKey, host.apiOrigin, host.resourceId, host.venueId, host.party, host.date].join("\n");
  let shownFor = signature();

  const keep = () => {
    if (!keeping) return;
    const { step, resourceId, party, times, slot, hold, details, attempt, booking } = get();
    const zone = times?.store.get().zone;
    const kept: Kept = { at: Date.now(), step, resourceId, party, zone, slot, hold, details, attempt, booking };
    if (step === "resources") session().storage.remove(keptName());
    else session().storage.set(keptName(), kept);
  };
  store.subscribe(keep);

  function go(step: Step, patch: Partial<BookingState> = {}) {
    set({ ...patch, step });
    host.emit("step", { step });
  }

  async function load() {
    set({ catalogue: "loading" });
    const asked = shownFor;
    const { open } = session();
    try {
      const { resourceId, venueId: venue_id } = host;
      const [configuration, places, offers] = await Promise.all([
        widget(open).configuration(),
        venues(open).list({ status: "active", limit: 100 }),
        resourceId
          ? resources(open).retrieve(resourceId)
          : resources(open).list({ status: "available", venue_id, limit: 100 }),
      ]);
      if (asked !== shownFor) return;
      host.setTenantAccent(configuration.accent_color);
      const all = "data" in offers ? offers.data : offers.status === "available" ? [offers] : [];
      const known = new Set(places.data.map((venue) => venue.id));
      const bookable = all.filter((one) => known.has(one.venue_id)).reverse();
      const used = new Set(bookable.map((one) => one.venue_id));
      const text = configuration.texts.terms_of_service;
      arrive({
        resources: bookable,
        venues: places.data.filter((venue) => used.has(venue.id)).reverse(),
        terms: text ? { text, version: configuration.texts_version } : undefined,
      });
    } catch (failed) {
      if (asked === shownFor) set({ catalogue: codeOf(failed) === "not_found" ? nothing : { failed } });
    }
  }

  /** Goes to where the visitor was before a reload, or to the first step that leaves a choice. */
  function arrive(catalogue: Catalogue) {
    set({ catalogue });
    const kept = stillMeant(session().storage.get<Kept>(keptName()), Date.now());
    keeping = true;
    const [only, another] = catalogue.resources;
    const resource = catalogue.resources.find((one) => one.id === kept?.resourceId) ?? (another ? undefined : only);
    if (!resource) return;
    enter(resource.id, kept?.party, kept?.zone);
    if (!kept || kept.resourceId !== resource.id) return;
    const { step, slot, hold, details, attempt, booking } = kept;
    set({ slot, hold, details, attempt, booking, step: slot || booking ? step : "time" });
    if (attempt) void flow.submit();
    else if (step === "details" && !details.email) void prefill();
  }

  function enter(resourceId: string, party = get().party, zone?: string) {
    set({ resourceId });
    const resource = resourceOf(get());
    const venue = venueOf(get());
    if (!resource || !venue) return;
    const { open } = session();
    const times = createTimes({
      venueZone: venue.time_zone,
      zone,
      horizon: resource.horizon_days,
      wanted: host.date,
      ask: (question) => availability(open).slots({ ...question, resource_id: resource.id, party: get().party }),
    });
    times.store.subscribe(keep);
    set({ times, party: fittingParty(resource, party), step: "time" });
  }

  /** Who is known already need not say again who they are. */
  async function prefill() {
    const contact = await session()
      .contact()
      .catch(() => null);
    if (!contact) return;
    set(({ details }) => ({
      details: {
        ...details,
        name: details.name || (contact.name ?? ""),
        email: details.email || (contact.email ?? ""),
        phone: details.phone || (contact.phone ?? ""),
      },
    }));
  }

  function release() {
    const { hold } = get();
    set({ hold: undefined });
    // A hold that could not be given back runs out by itself.
    return hold && hold.until > Date.now()
      ? holds(session().engine)
          .release(hold.id)
          .catch(() => undefined)
      : Promise.resolve();
  }

  async function take(slot: Slot): Promise<boolean> {
    const { resourceId, party } = get();
    if (!resourceId) return false;
    set({ choosing: true, slot, refusal: undefined });
    try {
      const hold = await holds(session().engine).create({ resource_id: resourceId, starts_at: slot.starts_at, party });
      set({ choosing: false, hold: { ...hold, until: heldUntil(hold.expires_at, Date.now()) } });
      const { id: hold_id, starts_at, ends_at, expires_at } = hold;
      host.emit("held", { hold_id, resource_id: resourceId, starts_at, ends_at, party, expires_at });
      return true;
    } catch (failed) {
      set({ choosing: false });
      if (!taken(failed)) set({ refusal: { failed } });
      return false;
    }
  }

  /** Somebody was faster: shows what else is free. */
  function taken(error: unknown): boolean {
    if (!(error instanceof ProblemError) || error.code !== "slot_unavailable") return false;
    const alternatives = (error.problem.alternatives ?? []) as Slot[];
    set({ attempt: undefined, hold: undefined, refusal: { taken: alternatives } });
    if (get().step !== "time") go("time");
    void get().times?.reload();
    return true;
  }

  async function send(attempt: Attempt): Promise<void> {
    // Kept before it is sent: a page that goes away meanwhile must ask with the same key.
    set({ sending: true, failure: undefined, attempt });
    try {
      const booking = await bookings(session().engine).create(attempt.body, { idempotencyKey: attempt.key });
      go("done", { sending: false, booking, attempt: undefined, hold: undefined });
      const { id, reference, resource_id, starts_at, ends_at, party, status, price, currency } = booking;
      host.emit("booked", { id, reference, resource_id, starts_at, ends_at, party, status, price, currency });
    } catch (error) {
      set({ sending: false });
      const answered = error instanceof ProblemError && error.status < 500 && error.status !== 429;
      if (!answered) return set({ failure: error });
      set({ attempt: undefined });
      if (taken(error)) return;
      if (error.code === "hold_expired") {
        set({ hold: undefined });
        return flow.submit();
      }
      const flaws = refusedFields(error.errors);
      set(flaws.length ? { flaws } : { failure: error });
    }
  }

  const flow: BookingFlow = {
    store,
    start() {
      if (get().catalogue === "idle") void load();
    },
    retry: () => void load(),
    refresh() {
      if (shownFor === signature()) return;
      shownFor = signature();
      const started = get().catalogue !== "idle";
      keeping = false;
      set({ ...blank(), open: get().open });
      if (started) void load();
    },
    select(resourceId) {
      if (typeof get().catalogue !== "object") {
        // Asked for before anything is loaded: the attribute says the same and survives.
        host.resourceId = resourceId;
        return flow.start();
      }
      if (resourceId !== get().resourceId) {
        void release();
        set({ slot: undefined, refusal: undefined });
        enter(resourceId);
      }
      if (resourceOf(get())) go("time");
    },
    setParty(party) {
      const resource = resourceOf(get());
      if (!resource || get().choosing) return;
      set({ party: fittingParty(resource, party), refusal: undefined });
      void get().times?.reload();
    },
    async choose(slot) {
      if (get().choosing) return;
      if (!(await take(slot))) return;
      go("details", { failure: undefined });
      if (!get().details.email) void prefill();
    },
    back() {
      const { step, attempt, sending } = get();
      if (sending || attempt) return;
      if (step === "time") return go("resources", { refusal: undefined });
      go("time", { refusal: undefined, failure: undefined });
      void release().then(() => get().times?.reload());
    },
    edit: (patch) =>
      set(({ details, flaws }) => ({
        details: { ...details, ...patch },
        flaws: flaws.filter((flaw) => !(flaw in patch)),
      })),
    async holdAgain() {
      const { slot } = get();
      if (slot) await take(slot);
    },
    async submit() {
      const { sending, attempt, catalogue, details, resourceId, party, slot, hold } = get();
      if (sending) return;
      if (attempt) return send(attempt);
      if (!resourceId || !slot || typeof catalogue !== "object" || !("terms" in catalogue)) return;
      const held = hold && hold.until > Date.now() ? hold : undefined;
      const body = toInput({ resourceId, party, slot, hold: held, details, terms: catalogue.terms });
      return send({ key: newKey(), body });
    },
    reset() {
      void release();
      session().storage.remove(keptName());
      const { catalogue, open, resourceId } = get();
      set({ ...blank(), catalogue, open });
      if (typeof catalogue !== "object" || !("resources" in catalogue)) return;
      if (catalogue.resources.length === 1 && resourceId) enter(resourceId);
      host.emit("step", { step: get().step });
    },
    show(open) {
      set({ open });
      if (open) flow.start();
    },
    close: () => removeEventListener("online", again),
  };

  // What waited for the network goes on by itself when it is back.
  const again = () => {
    const { catalogue, attempt, sending } = get();
    if (typeof catalogue === "object" && "failed" in catalogue) void load();
    else if (attempt && !sending) void flow.submit();
  };
  addEventListener("online", again);
  return flow;
}

const nothing: Catalogue = { resources: [], venues: [], terms: undefined };
