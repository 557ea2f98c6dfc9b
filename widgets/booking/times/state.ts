import type { AvailabilityCalendar, Resource, Slot } from "@foyer/sdk";
import { addDays, today } from "../../kit/calendar-model.ts";
import { createStore, type Store } from "../../kit/store.ts";

export type DayStatus = AvailabilityCalendar["data"][number]["days"][number]["status"];

export interface TimesState {
  /** IANA name of the zone that times are shown in; days are always the venue's. */
  zone: string;
  /** `YYYY-MM` shown. Empty until the first free day is known. */
  month: string;
  /** `YYYY-MM-DD` whose slots are shown. */
  date: string | undefined;
  /** How each day stands, as far as it was asked for. */
  days: Record<string, DayStatus>;
  /** Of `date`; undefined while they are asked for. */
  slots: Slot[] | undefined;
  /** Why the last question has no answer. */
  failed: unknown;
  first: string | undefined;
  /** Nothing is free from today to the horizon. */
  full: boolean;
  /** Where the length is chosen: the start, how long from there, and the slot of that length with its price. */
  picked: Slot | undefined;
  length: number;
  offer: Slot | undefined;
}

export interface TimesOptions {
  venueZone: string;
  /** Days ahead that can be booked. */
  horizon: number;
  /** A date to start with when it is free. */
  wanted?: string | undefined;
  zone?: string | undefined;
  /** Days that one question may span. */
  span: number;
  unit: Resource["length_unit"];
  /** The shortest length, and how lengths differ, in the unit. */
  min: number;
  step: number;
  days(from: string, to: string): Promise<{ date: string; status: DayStatus }[]>;
  slots(date: string, length?: number): Promise<Slot[]>;
}

export interface Times extends Pick<TimesOptions, "venueZone" | "unit" | "min" | "step"> {
  readonly store: Store<TimesState>;
  /** First and last month that can be shown. */
  range(): { min: string; max: string };
  showMonth(month: string): void;
  select(date: string): Promise<void>;
  setZone(zone: string): void;
  /** Chooses a start, for which the length is still to be chosen. */
  pick(slot: Slot | undefined): void;
  setLength(length: number): void;
  /** Asks anew for everything, and keeps the selected day where it is still free. */
  reload(): Promise<void>;
}

export const free = (status: DayStatus | undefined): boolean => status === "open" || status === "limited";

/** How many days or nights lie between two dates, the first included for days. */
export function lengthTo(unit: Resource["length_unit"], from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + (unit === "day" ? 1 : 0);
}

/** Whether a length is let by dates. */
export const byDate = (unit: Resource["length_unit"]): boolean => unit === "day" || unit === "night";

export function createTimes({ venueZone, horizon, zone = venueZone, span, ...options }: TimesOptions): Times {
  const { unit, min, step } = options;
  const store = createStore<TimesState>({
    zone,
    month: "",
    date: undefined,
    days: {},
    slots: undefined,
    failed: undefined,
    first: undefined,
    full: false,
    picked: undefined,
    length: min,
    offer: undefined,
  });
  const { get, set } = store;
  // Answers to what was asked before a change of mind are thrown away.
  let round = 0;
  /** The first date that was not asked for yet. */
  let next = "";

  const last = () => addDays(today(venueZone), horizon);

  /** Asks for the days up to a date; false when they are not wanted any more. */
  async function know(until: string, mine: number): Promise<boolean> {
    while (next <= until && next <= last()) {
      const to = [addDays(next, span - 1), last()].sort()[0]!;
      const answer = await options.days(next, to);
      if (mine !== round) return false;
      const days = { ...get().days };
      for (const { date, status } of answer) days[date] = status;
      next = addDays(to, 1);
      set({ days });
    }
    return true;
  }

  /** Runs a question; a failure is shown, unless something else was asked meanwhile. */
  async function asking(run: (mine: number) => Promise<void>): Promise<void> {
    round += 1;
    const mine = round;
    set({ failed: undefined });
    await run(mine).catch((failed: unknown) => mine === round && set({ failed }));
  }

  async function choose(date: string, mine: number) {
    set({ date, month: date.slice(0, 7), slots: undefined, picked: undefined, offer: undefined });
    const slots = free(get().days[date]) ? await options.slots(date) : [];
    if (mine !== round) return;
    set({ slots });
    if (byDate(unit)) pick(slots[0]);
  }

  function pick(picked: Slot | undefined) {
    set({ picked });
    if (picked) setLength(get().length);
  }

  function setLength(wanted: number) {
    const { picked, date } = get();
    if (!picked || !date) return;
    const length = Math.max(min, Math.min(wanted, picked.longest ?? min));
    set({ length, offer: undefined });
    void asking(async (mine) => {
      const slots = await options.slots(date, length);
      if (mine === round) set({ offer: slots.find(({ starts_at }) => starts_at === picked.starts_at) });
    });
  }

  const find = (wanted: string | undefined) =>
    asking(async (mine) => {
      next = today(venueZone);
      set({ days: {}, slots: undefined, picked: undefined, full: false });
      let date: string | undefined;
      let first: string | undefined;
      do {
        if (!(await know(wanted && wanted > next && wanted <= last() ? wanted : next, mine))) return;
        const { days } = get();
        first = Object.keys(days)
          .sort()
          .find((one) => free(days[one]));
        date = wanted && free(days[wanted]) ? wanted : first;
      } while (!date && next <= last());
      set({ first, full: !date, month: get().month || today(venueZone).slice(0, 7) });
      if (date) await choose(date, mine);
    });

  return {
    store,
    venueZone,
    unit,
    min,
    step,
    range: () => ({ min: today(venueZone).slice(0, 7), max: last().slice(0, 7) }),
    showMonth(month) {
      set({ month });
      if (next <= `${month}-31`) void asking(async (mine) => void (await know(`${month}-31`, mine)));
    },
    select: (date) => asking((mine) => choose(date, mine)),
    setZone: (zone) => set({ zone }),
    pick,
    setLength,
    reload: () => find(get().date ?? options.wanted),
  };
}
