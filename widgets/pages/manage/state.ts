import type { AttendeeUpdate, Booking, ManagedBooking, Slot } from "@foyer/sdk";
import { engine, ProblemError } from "@foyer/sdk/engine";
import { managed_bookings } from "@foyer/sdk/resources";
import { createTimes, type Times } from "../../booking/times/state.ts";
import { today } from "../../kit/calendar-model.ts";
import { createStore, type Store } from "../../kit/store.ts";

export type Mode = "view" | "moving" | "cancelling";

export interface ManageState {
  booking: ManagedBooking | "loading" | "missing" | { failed: unknown };
  mode: Mode;
  times: Times | undefined;
  /** The time to move to, before it is confirmed. */
  wanted: Slot | undefined;
  /** Nearest free times, when the wanted one was taken. */
  taken: Slot[] | undefined;
  reason: string;
  working: boolean;
  failure: unknown;
  /** What has just been done. */
  done: "moved" | "cancelled" | "saved" | "stale" | undefined;
}

export interface Managing {
  readonly store: Store<ManageState>;
  load(): Promise<void>;
  turn(mode: Mode): void;
  want(slot: Slot | undefined): void;
  say(reason: string): void;
  move(): Promise<void>;
  cancel(): Promise<void>;
  /** Says who comes. */
  name(attendees: AttendeeUpdate[]): Promise<void>;
}

export const bookingOf = ({ booking }: Pick<ManageState, "booking">): ManagedBooking | undefined =>
  typeof booking === "object" && "id" in booking ? booking : undefined;

export type Standing = "open" | "closed" | "cancelled" | "past";

/** Whether the link can still change the booking, and if not, why. */
export function standing(booking: ManagedBooking, now: number): Standing {
  if (booking.status === "cancelled") return "cancelled";
  const over = !["pending", "confirmed"].includes(booking.status) || Date.parse(booking.starts_at) <= now;
  if (over) return "past";
  return Date.parse(booking.changeable_until) < now ? "closed" : "open";
}

export function createManaging(token: string, baseUrl?: string): Managing {
  const managed = managed_bookings(engine({ baseUrl }));
  const store = createStore<ManageState>({
    booking: "loading",
    mode: "view",
    times: undefined,
    wanted: undefined,
    taken: undefined,
    reason: "",
    working: false,
    failure: undefined,
    done: undefined,
  });
  const { get, set } = store;

  async function read() {
    const booking = await managed.retrieve(token);
    set({ booking });
  }

  /** Runs a change; a booking that changed meanwhile is shown as it is now, to be decided on anew. */
  async function change(
    run: (booking: ManagedBooking) => Promise<Partial<Booking>>,
    done: "moved" | "cancelled" | "saved",
  ) {
    const before = bookingOf(get());
    if (!before || get().working) return;
    set({ working: true, failure: undefined });
    try {
      const after = await run(before);
      set({ booking: { ...before, ...after }, mode: "view", wanted: undefined, done });
      // The change itself does not answer until when the next one is possible.
      await read().catch(() => undefined);
    } catch (failure) {
      const code = failure instanceof ProblemError ? failure.code : undefined;
      if (code === "version_conflict") {
        await read().catch(() => undefined);
        set({ mode: "view", wanted: undefined, done: "stale" });
      } else if (code === "slot_unavailable") {
        set({ wanted: undefined, taken: ((failure as ProblemError).problem.alternatives ?? []) as Slot[] });
        void get().times?.reload();
      } else set({ failure });
    } finally {
      set({ working: false });
    }
  }

  /** The times it could be moved to, as long as it is now: a month of slots is one question. */
  function timesOf({ time_zone, horizon_days, starts_at }: ManagedBooking): Times {
    const known = new Map<string, Slot[]>();
    return createTimes({
      venueZone: time_zone,
      horizon: horizon_days,
      wanted: today(time_zone, Date.parse(starts_at)),
      span: 31,
      unit: "fixed",
      min: 1,
      step: 1,
      async days(from, to) {
        const { days } = await managed.slots(token, { from, to });
        return days.map(({ date, slots }) => {
          known.set(date, slots);
          return { date, status: slots.length ? "open" : "closed" };
        });
      },
      slots: async (date) => known.get(date) ?? [],
    });
  }

  return {
    store,
    async load() {
      set({ booking: "loading" });
      try {
        await read();
      } catch (failed) {
        const absent = failed instanceof ProblemError && failed.status === 404;
        set({ booking: absent ? "missing" : { failed } });
      }
    },
    turn(mode) {
      const booking = bookingOf(get());
      if (!booking || get().working) return;
      const times = mode === "moving" ? timesOf(booking) : undefined;
      set({ mode, times, wanted: undefined, taken: undefined, failure: undefined, done: undefined });
      void times?.reload();
    },
    want: (wanted) => set({ wanted, failure: undefined, ...(wanted && { taken: undefined }) }),
    say: (reason) => set({ reason }),
    move: () =>
      change((booking) => {
        const { wanted } = get();
        if (!wanted) throw new Error("There is no time to move to.");
        const { starts_at, ends_at } = wanted;
        const { length_unit, version } = booking;
        return managed.reschedule(token, { starts_at, version, ...(length_unit !== "fixed" && { ends_at }) });
      }, "moved"),
    name: (attendees) =>
      change(async ({ version }) => {
        await managed.replace_attendees(token, { attendees, version });
        return {};
      }, "saved"),
    cancel: () =>
      change(({ version }) => {
        const reason = get().reason.trim();
        return managed.cancel(token, { version, ...(reason && { reason }) });
      }, "cancelled"),
  };
}
