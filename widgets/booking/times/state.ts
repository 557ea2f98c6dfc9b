import type { Slot } from "@foyer/sdk";
import { addDays, addMonths, daysIn, today } from "../../kit/calendar-model.ts";
import { createStore, type Store } from "../../kit/store.ts";

/** Slots by local date of the zone shown; dates without slots are absent. */
export type Days = Record<string, Slot[]>;
export type Month = { days: Days } | { failed: unknown } | "loading";

export interface TimesState {
  /** IANA name of the zone that dates and times are shown in. */
  zone: string;
  /** `YYYY-MM` shown. Empty until the first free day is known. */
  month: string;
  /** `YYYY-MM-DD` whose slots are shown. */
  date: string | undefined;
  months: Record<string, Month>;
  /** Nothing is free from today to the horizon. */
  full: boolean;
}

export interface TimesQuestion {
  from: string;
  to: string;
  time_zone: string;
}

export interface TimesOptions {
  venueZone: string;
  /** Days ahead that can be booked. */
  horizon: number;
  /** A date to start with when it has free slots. */
  wanted?: string | undefined;
  zone?: string | undefined;
  ask(question: TimesQuestion): Promise<{ days: { slots: Slot[] }[] }>;
}

export interface Times {
  readonly store: Store<TimesState>;
  readonly venueZone: string;
  /** First and last month that can be shown. */
  range(): { min: string; max: string };
  showMonth(month: string): Promise<void>;
  select(date: string): void;
  setZone(zone: string): void;
  /** Asks anew for everything, and keeps the selected day where it still has slots. */
  reload(): Promise<void>;
}

/** How many months ahead the first free day is looked for. */
const lookahead = 12;

/** The questions that answer for one month. Days are the venue's; read in another zone, a month reaches into its neighbours, and one question spans 31 days at most. */
export function questions(month: string, zone: string, venueZone: string): TimesQuestion[] {
  const [first, last] = [`${month}-01`, `${month}-${daysIn(month)}`];
  if (zone === venueZone) return [{ from: first, to: last, time_zone: zone }];
  return [
    { from: addDays(first, -1), to: `${month}-15`, time_zone: zone },
    { from: `${month}-16`, to: addDays(last, 1), time_zone: zone },
  ];
}

/** The slots of one month, each under its local date in the zone it was asked for. */
export function byDate(slots: readonly Slot[], month: string): Days {
  const days: Days = {};
  for (const slot of slots) {
    const date = slot.local_start.slice(0, 10);
    if (!date.startsWith(month)) continue;
    days[date] ??= [];
    days[date].push(slot);
  }
  return days;
}

/** The wanted date where it is free, else the first free one. */
export function firstFree(days: Days, wanted?: string): string | undefined {
  return wanted && days[wanted] ? wanted : Object.keys(days).sort()[0];
}

/** The days of a month that is there. */
export const daysOf = ({ months, month }: TimesState): Days | undefined => {
  const shown = months[month];
  return typeof shown === "object" && "days" in shown ? shown.days : undefined;
};

export function createTimes({ venueZone, horizon, wanted, zone = venueZone, ask }: TimesOptions): Times {
  const store = createStore<TimesState>({ zone, month: "", date: undefined, months: {}, full: false });
  // Answers to what was asked before a change of zone or a reload are thrown away.
  let round = 0;

  const range = () => {
    const now = today(store.get().zone);
    return { min: now.slice(0, 7), max: addDays(now, horizon).slice(0, 7) };
  };

  const put = (month: string, value: Month) => store.set(({ months }) => ({ months: { ...months, [month]: value } }));

  async function load(month: string): Promise<Days | undefined> {
    const known = store.get().months[month];
    if (typeof known === "object" && "days" in known) return known.days;
    const asked = round;
    put(month, "loading");
    try {
      const answers = await Promise.all(questions(month, store.get().zone, venueZone).map(ask));
      if (asked !== round) return undefined;
      const days = byDate(
        answers.flatMap((answer) => answer.days.flatMap((day) => day.slots)),
        month,
      );
      put(month, { days });
      return days;
    } catch (failed) {
      if (asked === round) put(month, { failed });
      return undefined;
    }
  }

  /** Shows the first month from `month` on that has a free day, with that day. */
  async function search(month: string, date?: string) {
    const asked = round;
    const last = [range().max, addMonths(month, lookahead)].sort()[0]!;
    const shown = store.get().month;
    if (!shown) store.set({ month });
    for (let next = month; next <= last; next = addMonths(next, 1)) {
      const days = await load(next);
      if (asked !== round || !days) return;
      const free = firstFree(days, date);
      if (free) return store.set({ month: next, date: free, full: false });
    }
    store.set({ full: month <= range().min, date: undefined });
  }

  async function showMonth(month: string) {
    if (!store.get().month) return search(wanted && wanted.slice(0, 7) >= month ? wanted.slice(0, 7) : month, wanted);
    store.set({ month });
    const days = await load(month);
    const now = store.get();
    if (days && now.month === month && !now.date?.startsWith(month)) store.set({ date: firstFree(days) });
  }

  async function reload() {
    round += 1;
    const { month, date } = store.get();
    store.set({ months: {}, full: false });
    const from = month || range().min;
    await search(from, date);
  }

  return {
    store,
    venueZone,
    range,
    showMonth,
    select: (date) => store.set({ date }),
    setZone(next) {
      store.set({ zone: next });
      void reload();
    },
    reload,
  };
}
