import type { I18n } from "../kit/i18n.ts";
import type { BookingFlow, BookingState } from "./state.ts";
import type { en } from "./strings/en.ts";

/** Says what is in the booking's table of strings, or in a larger one. */
export type Say = Omit<I18n, "t"> & {
  t(key: keyof typeof en, values?: Record<string, string | number>): string;
};

/** What every part of the view is drawn from: plain functions of it, without hooks, draw the whole element anew. */
export interface Ui extends Say {
  flow: BookingFlow;
  state: BookingState;
}
