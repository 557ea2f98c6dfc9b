import { define, event, type Host } from "../kit/define.ts";
import type { Who } from "./draft.ts";
import styles from "./element.css";
import { createDesk, type Desk } from "./state.ts";
import { languages } from "./strings/languages.ts";
import { TicketView } from "./view.tsx";

const attributes = {
  /** What the form starts with: `question`, `bug`, `feature` or `other`. */
  category: "string",
  /** The subject the form starts with. */
  subject: "string",
  /** `inline` (default) shows the form in the page; `button` shows a button that opens it as a dialog. */
  layout: "string",
  /** Text of the button. Default: "Get help", translated. */
  label: "string",
} as const;

interface Properties {
  contact: Who | undefined;
  identityToken: string | undefined;
}

const properties: Properties = {
  /** `{ name, email }` of the person, where the page knows them: they are then not asked for. */
  contact: undefined,
  /** The token that your server signed to say who this is: their tickets are then there on every device. */
  identityToken: undefined,
};

interface Facts extends Record<string, unknown> {
  ticket: { id: string; number: number };
}

export type TicketHost = Host<typeof attributes, Properties, Facts>;

/**
 * Takes tickets: a short form with files, and the visitor's own tickets with their threads.
 * @csspart root - The whole surface.
 * @csspart button - The button of `layout="button"`.
 * @csspart surface - The card of the inline layout.
 * @csspart submit - The button that sends.
 * @cssproperty --foyer-accent - The colour of what can be pressed.
 */
export const FoyerTicket = define("foyer-ticket", {
  attributes,
  properties,
  events: {
    /** A ticket was raised. */
    ticket: event<{ id: string; number: number }>(),
  },
  setup: (host): Desk => createDesk(host),
  changed: (desk) => desk.refresh(),
  dispose: (desk) => desk.stop(),
  methods: {
    /** Opens the dialog, or brings the form into view. */
    open: (desk: Desk) => desk.open(),
    /** Closes the dialog; what was written stays. */
    close: (desk: Desk) => desk.close(),
    /** Empties the form. A ticket that is being sent stays on its way. */
    reset: (desk: Desk) => desk.reset(),
  },
  strings: languages,
  styles,
  view: TicketView,
});
