import type { Booking, Hold, Resource, Slot } from "@foyer/sdk";
import type { Failure } from "../../client/client.ts";
import { addDays, today } from "../../kit/calendar-model.ts";
import { randomKey } from "../../kit/key.ts";
import { placesOf } from "../catalogue.ts";
import {
  type Attempt,
  type Catalogue,
  contactEntries,
  countdown,
  type Entry,
  type Flaw,
  firstWish,
  flaws as flawsOf,
  type Guest,
  guestsOf,
  heldUntil,
  type Kept,
  toInput,
  type Values,
  type Wish,
} from "../flow.ts";
import { type BookingFlow, known, linked, resourceOf } from "../state.ts";
import type { Ui } from "../ui.ts";
import { details } from "./details.tsx";
import { done } from "./done.tsx";
import { enter } from "./enter.ts";
import { time } from "./time.tsx";
import { waitlist } from "./waitlist.tsx";

/** All from the choice of a resource to the confirmation. */
export interface Steps {
  /** Goes to where the visitor was before a reload. */
  arrive(kept: Kept): void;
  select(resourceId: string): void;
  /** Opens the calendar of what is wanted. */
  enter(): void;
  /** Wants something else of the same resource; what is held is held anew. */
  want(patch: Partial<Wish>): void;
  /** Holds a time and goes on to the details. */
  choose(slot: Slot): Promise<void>;
  back(): void;
  /** Holds what is wanted, instead of what is held. */
  take(wish: Wish): Promise<boolean>;
  /** Gives back what is held. */
  release(): Promise<void>;
  edit(patch: Values): void;
  submit(): Promise<void>;
  /** What is asked, of whoever books and of each guest. */
  entries(say: (key: "name") => string): { said: Entry[]; guests: Guest[] };
  /** Waits for the day that is shown, or for any of the next month's where none is. */
  join(): Promise<void>;
  waitlist(ui: Ui): unknown;
  time(ui: Ui): unknown;
  details(ui: Ui): unknown;
  done(ui: Ui): unknown;
}

const code = (failure: unknown) => (failure as Failure).code;

// Reached from here too, so that the build makes one file of all that comes first.
export { FoyerBooking } from "../element.tsx";

export function createSteps(flow: BookingFlow): Steps {
  const { host, store, client, go } = flow;
  const { get, set } = store;
  let timer: ReturnType<typeof setInterval> | undefined;

  /** What is wanted to begin with: as the attributes say, else the page's address, else what comes first. */
  function startWith(resource: Resource, { venues }: Catalogue): Wish {
    const pick = (list: { id: string }[], ...wanted: (string | undefined)[]) =>
      wanted.find((id) => list.some((one) => one.id === id)) ?? list[0]?.id;
    const there = venues.filter(({ id }) => placesOf(resource).includes(id));
    const active = resource.variants.filter(({ status }) => status !== "inactive");
    const venue_id = pick(there, host.venueId ?? linked("venue"), resource.venue_id);
    const variant_id = pick(active, host.variantId ?? linked("variant"));
    return {
      ...firstWish(resource, host.party ?? (Number(linked("party")) || undefined)),
      ...(variant_id && { variant_id }),
      ...(venue_id !== resource.venue_id && { venue_id }),
    };
  }

  /** Says nothing until time gets short. */
  function tick() {
    clearInterval(timer);
    const look = () => {
      const { hold } = get();
      set({ left: hold && countdown(hold.until, Date.now()) });
      if (!hold) clearInterval(timer);
    };
    timer = setInterval(look, 1000);
    look();
  }

  const live = () => {
    const { hold } = get();
    return hold && hold.until > Date.now() ? hold : undefined;
  };

  async function take(wanted: Wish): Promise<boolean> {
    const under = get().choosing && get().hold;
    set({ wish: wanted, refusal: undefined, choosing: true });
    // The one that is under way looks again when it is through.
    if (under) return false;
    try {
      for (let asked: Wish | undefined; asked !== get().wish; ) {
        asked = get().wish as Wish;
        const { id: replaces } = live() ?? {};
        try {
          const hold = await client().own<Hold>("POST", "holds", { ...asked, ...(replaces && { replaces }) });
          set({ hold: { ...hold, until: heldUntil(hold.expires_at, Date.now()), wish: asked } });
        } catch (failure) {
          if (code(failure) !== "hold_expired" || !replaces) throw failure;
          set({ hold: undefined });
          asked = undefined;
        }
      }
      const { id: hold_id, resource_id, starts_at, ends_at, party, expires_at } = get().hold as Hold;
      host.emit("held", { hold_id, resource_id, starts_at, ends_at, party, expires_at });
      tick();
      return true;
    } catch (failed) {
      const hold = live();
      // What was held is still held, as it was.
      if (hold) set({ wish: hold.wish, refusal: { failed } });
      else if (!taken(failed)) set({ refusal: { failed } });
      return false;
    } finally {
      set({ choosing: false });
    }
  }

  /** Somebody was faster: shows what else is free. */
  function taken(failure: unknown): boolean {
    if (code(failure) !== "slot_unavailable") return false;
    const alternatives = ((failure as Failure).alternatives ?? []) as Slot[];
    set({ attempt: undefined, hold: undefined, refusal: { taken: alternatives } });
    if (get().step !== "time") go("time");
    void get().times?.reload();
    return true;
  }

  /** Who is known already, or was named by the page, need not say again who they are. */
  async function prefill() {
    const { name, email, phone, notes } = host;
    fill({ "/contact/name": name, "/contact/email": email, "/contact/phone": phone, "/notes": notes });
    if (!client().known()) return;
    type Me = { contact: { name: string | null; email: string | null; phone: string | null } | null };
    const { contact } = await client().own<Me>("GET", "visitors/me");
    fill({ "/contact/name": contact?.name, "/contact/email": contact?.email, "/contact/phone": contact?.phone });
  }

  function fill(given: Record<string, string | null | undefined>) {
    const values = { ...get().values };
    for (const [at, value] of Object.entries(given)) values[at] ||= value ?? "";
    set({ values });
  }

  async function send(attempt: Attempt): Promise<void> {
    // Kept before it is sent: a page that goes away meanwhile must ask with the same key.
    set({ sending: true, failure: undefined, attempt });
    try {
      const booking = await client().own<Booking>("POST", "bookings", attempt.body, attempt.key);
      go("done", { sending: false, booking, attempt: undefined, hold: undefined });
      const { id, reference, resource_id, starts_at, ends_at, party, status, price, currency } = booking;
      host.emit("booked", { id, reference, resource_id, starts_at, ends_at, party, status, price, currency });
    } catch (failure) {
      const { status, errors } = failure as Failure;
      set({ sending: false });
      if (!status || status >= 500 || status === 429) return set({ failure });
      set({ attempt: undefined });
      if (taken(failure)) return;
      if (code(failure) === "hold_expired") {
        set({ hold: { ...get().hold!, until: 0 } });
        return steps.submit();
      }
      const { said, guests } = steps.entries(String);
      const places = [...said, ...guests.flatMap(({ entries }) => entries)].map(({ at }) => at);
      const wrong = (errors ?? []).filter(({ pointer }) => places.includes(pointer));
      const flaws = Object.fromEntries(wrong.map(({ pointer }) => [pointer, "wrong" as Flaw]));
      set(wrong.length ? { flaws } : { failure });
    }
  }

  const steps: Steps = {
    arrive(kept) {
      const { wish, zone, slot, hold, values, attempt, booking, step } = kept;
      set({ wish });
      set({ slot, hold, values, attempt, booking, step: hold || booking || attempt ? step : "time" });
      enter(flow, zone);
      if (hold) tick();
      if (attempt) void send(attempt);
    },
    take,
    select(id) {
      const catalogue = known(get());
      const resource = catalogue?.resources.find((one) => one.id === id);
      if (!catalogue || !resource) return;
      if (id !== get().wish?.resource_id) {
        void steps.release();
        set({ wish: startWith(resource, catalogue) });
        steps.enter();
      }
      go("time", { refusal: undefined });
    },
    enter: () => enter(flow),
    want(patch) {
      const { wish, hold, step, times } = get();
      if (!wish) return;
      const next = { ...wish, ...patch };
      if (step === "details" && hold) return void take(next);
      set({ wish: next, refusal: undefined });
      if ("venue_id" in patch) enter(flow);
      else void times?.reload();
    },
    async choose(slot) {
      const { wish, choosing, times } = get();
      if (choosing || !wish) return;
      const { starts_at, ends_at } = slot;
      set({ slot });
      if (!(await take({ ...wish, starts_at, ...(times?.unit !== "fixed" && { ends_at }) }))) return;
      go("details", { failure: undefined, flaws: {} });
      await prefill().catch(() => undefined);
    },
    back() {
      const { step, attempt, sending } = get();
      if (sending || attempt) return;
      if (step === "time") return go("resources", { refusal: undefined });
      go("time", { refusal: undefined, failure: undefined });
      void steps.release().then(() => get().times?.reload());
    },
    async release() {
      const hold = live();
      clearInterval(timer);
      set({ hold: undefined, left: undefined });
      // A hold that could not be given back runs out by itself.
      if (hold)
        await client()
          .own("DELETE", `holds/${hold.id}`)
          .catch(() => undefined);
    },
    edit: (patch) =>
      set(({ values, flaws }) => {
        const rest = Object.entries(flaws).filter(([at]) => !(at in patch));
        return { values: { ...values, ...patch }, flaws: Object.fromEntries(rest) };
      }),
    entries(say) {
      const { wish } = get();
      const resource = resourceOf(get());
      if (!wish || !resource) return { said: [], guests: [] };
      return {
        said: contactEntries(resource, say as never, known(get())?.terms !== undefined),
        guests: guestsOf(resource, wish, say as never),
      };
    },
    async submit() {
      const { sending, attempt, values, choosing, hold } = get();
      if (sending || choosing || (!attempt && !hold)) return;
      if (attempt) return send(attempt);
      const { said, guests } = steps.entries(String);
      const flaws = flawsOf([...said, ...guests.flatMap(({ entries }) => entries)], values);
      set({ flaws });
      if (Object.keys(flaws).length) return;
      // What is booked costs what was shown: a price that changed meanwhile is shown first.
      if (!live()) {
        if (!(await take(hold!.wish))) return;
        if (get().hold?.price !== hold?.price) return set({ failure: { code: "price_changed" } });
      }
      const { id: hold_id, wish } = get().hold!;
      const body = { ...toInput(wish, said, guests, values, known(get())?.terms?.version), hold_id };
      return send({ key: randomKey(), body });
    },
    async join() {
      const { wish, values, times } = get();
      const [name, email] = steps.entries(String).said as [Entry, Entry];
      const flaws = flawsOf([name, email], values);
      set({ flaws });
      if (!wish || !times || Object.keys(flaws).length) return;
      const { resource_id, venue_id, variant_id, party, guests } = wish;
      const { date } = times.store.get();
      const first = date ?? today(times.venueZone);
      const days = { from_date: first, to_date: date ?? addDays(first, 30) };
      set({ sending: true, waiting: undefined });
      const body = toInput({ resource_id, venue_id, variant_id, party, guests }, [name, email], [], values);
      const waiting = await client()
        .own("POST", "waitlist", { ...body, ...days })
        .then(
          () => "joined",
          (failed) => failed,
        );
      set({ sending: false, waiting });
    },
    waitlist,
    time,
    details,
    done,
  };
  return steps;
}
