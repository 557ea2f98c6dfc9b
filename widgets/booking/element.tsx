import { define, event, type Host } from "../kit/define.ts";
import styles from "./element.css";
import type { Step } from "./flow.ts";
import { type BookingFlow, createBooking } from "./state.ts";
import { languages } from "./strings/languages.ts";
import { BookingView } from "./view.tsx";

const attributes = {
  /** Offer only this resource. */
  "resource-id": "string",
  /** Offer only what is at this venue. */
  "venue-id": "string",
  /** How many people to start with. */
  party: "number",
  /** `YYYY-MM-DD`: start with this day if it is free. */
  date: "string",
  /** `inline` (default) shows the flow in the page; `button` shows a button that opens it as a dialog. */
  layout: "string",
  /** Start with this variant of the resource. */
  "variant-id": "string",
  /** What the form starts with. */
  name: "string",
  email: "string",
  phone: "string",
  notes: "string",
  /** Text of the button. Default: "Book now", translated. */
  label: "string",
} as const;

interface Facts extends Record<string, unknown> {
  booked: Booked;
  held: HeldSlot;
  step: { step: Step };
}

/** Times are RFC 3339, the price is in minor units for the whole booking. */
interface Booked {
  id: string;
  reference: string;
  resource_id: string;
  starts_at: string;
  ends_at: string;
  party: number;
  status: string;
  price: number;
  currency: string;
}

interface HeldSlot {
  hold_id: string;
  resource_id: string;
  starts_at: string;
  ends_at: string;
  party: number;
  expires_at: string;
}

export type BookingHost = Host<typeof attributes, object, Facts>;

/**
 * Sells times of resources: what, when, who, done.
 * @csspart root - The whole surface.
 * @csspart button - The button of `layout="button"`.
 * @cssproperty --foyer-accent - The colour of what can be pressed.
 */
export const FoyerBooking = define("foyer-booking", {
  attributes,
  events: {
    /** A booking was made; `status` is `pending` where staff has to confirm it. */
    booked: event<Booked>(),
    /** A slot is kept for this visitor. */
    held: event<HeldSlot>(),
    /** Another step is shown: `resources`, `time`, `details` or `done`. */
    step: event<{ step: Step }>(),
  },
  setup: (host): BookingFlow => createBooking(host),
  changed: (flow) => flow.refresh(),
  dispose: (flow) => flow.close(),
  methods: {
    /** Opens the dialog, or loads what is in the page. */
    open: (flow: BookingFlow) => flow.show(true),
    /** Starts over; what was entered is forgotten. */
    reset: (flow: BookingFlow) => flow.reset(),
    /** Goes to the times of a resource. */
    select: (flow: BookingFlow, resourceId: string) => flow.select(resourceId),
  },
  strings: languages,
  styles,
  view: BookingView,
});
