import type { Slot } from "@foyer/sdk";
import { ProblemError } from "@foyer/sdk/engine";
import { availability, bookings, holds } from "@foyer/sdk/resources";
import { randomKey } from "../kit/key.ts";
import { visitorSession } from "../kit/session.ts";
import { keptName } from "./catalogue.ts";
import {
  type Attempt,
  type Details,
  fittingParty,
  heldUntil,
  type Kept,
  refusedFields,
  resourceOf,
  stillMeant,
  toInput,
  venueOf,
} from "./flow.ts";
import type { Ground } from "./state.ts";
import { createTimes } from "./times/state.ts";

/** Everything after the choice of what to book. */
export interface Steps {
  /** Goes to where the visitor was before a reload, else to the only resource there is. */
  arrive(kept: Kept | undefined, only: string | undefined): void;
  select(resourceId: string): void;
  setParty(party: number): void;
  choose(slot: Slot): Promise<void>;
  back(): void;
  edit(patch: Partial<Details>): void;
  /** Keeps the chosen slot again after its hold has run out. */
  holdAgain(): Promise<void>;
  submit(): Promise<void>;
  /** The network is back. */
  again(): void;
  /** Gives back what is held, and keeps nothing. */
  forget(): void;
}

export function createSteps({ host, store, go }: Ground): Steps {
  const { get, set } = store;
  const session = () => visitorSession(host);
  let name = keptName(host);
  let keeping = false;

  function keep() {
    if (!keeping) return;
    const { step, resourceId, party, times, slot, hold, details, attempt, booking } = get();
    const zone = times?.store.get().zone;
    const kept: Kept = { at: Date.now(), step, resourceId, party, zone, slot, hold, details, attempt, booking };
    if (step === "resources") session().storage.remove(name);
    else session().storage.set(name, kept);
  }
  store.subscribe(keep);

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
        return steps.submit();
      }
      const flaws = refusedFields(error.errors);
      set(flaws.length ? { flaws } : { failure: error });
    }
  }

  const steps: Steps = {
    arrive(earlier, only) {
      const kept = stillMeant(earlier, Date.now());
      keeping = true;
      name = keptName(host);
      const id = kept && resourceOf({ ...get(), resourceId: kept.resourceId }) ? kept.resourceId : only;
      if (!id) return;
      enter(id, kept?.party, kept?.zone);
      if (kept?.resourceId !== id) return;
      const { step, slot, hold, details, attempt, booking } = kept;
      set({ slot, hold, details, attempt, booking, step: slot || booking ? step : "time" });
      if (attempt) void steps.submit();
    },
    select(resourceId) {
      keeping = true;
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
      return send({ key: randomKey(), body });
    },
    again() {
      if (get().attempt && !get().sending) void steps.submit();
    },
    forget() {
      keeping = false;
      session().storage.remove(name);
      void release();
    },
  };
  return steps;
}
