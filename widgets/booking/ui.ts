import type { I18n } from "../kit/i18n.ts";
import type { BookingFlow, BookingState } from "./state.ts";
import type { en } from "./strings/en.ts";

/** What every part of the view is drawn from: plain functions of it, without hooks, draw the whole element anew. */
export interface Ui extends I18n<typeof en> {
  flow: BookingFlow;
  state: BookingState;
}
