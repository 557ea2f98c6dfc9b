import type { WhoInput } from "@foyer/sdk";
import { define, event, launcherCss } from "../kit/index.ts";
import { type Chat, createChat } from "./chat.ts";
import styles from "./element.css";
import { ChatView } from "./parts/view.tsx";
import { languages } from "./strings/languages.ts";

/**
 * A conversation with the team.
 * @csspart root - Everything the element shows.
 * @csspart launcher - The round button.
 * @csspart panel - The surface with the conversations.
 * @cssproperty --foyer-accent - The colour of the launcher, of what can be pressed, and of the visitor's own messages.
 */
export const FoyerChat = define("foyer-chat", {
  attributes: {
    /** A round button in the corner that opens the chat; without it the chat is a panel in the page. */
    launcher: "boolean",
    /** The panel of a launcher is open. */
    open: "boolean",
    /** The corner of the launcher: `end` (default) or `start`, in reading direction. */
    position: "string",
    /** Said instead of the greeting from the settings. */
    greeting: "string",
  },
  properties: {
    /** What the page knows of the visitor, unproven: noted with the first message. */
    contact: undefined as WhoInput | undefined,
    /** The same as calling `identify`. */
    identityToken: undefined as string | undefined,
  },
  events: {
    /** The panel was opened. */
    open: event<undefined>(),
    /** The panel was closed. */
    close: event<undefined>(),
    /** Something was said, by either side. */
    message: event<{ id: string; conversation_id: string; from: "visitor" | "team"; text: string }>(),
    /** There is more, or less, to read. */
    unread: event<{ count: number }>(),
  },
  setup: (host) => createChat(host),
  changed: (chat: Chat) => chat.changed(),
  dispose: (chat: Chat) => chat.close(),
  methods: {
    /** Opens the panel. */
    open: (chat: Chat) => chat.setOpen(true),
    /** Closes the panel. */
    close: (chat: Chat) => chat.setOpen(false),
    /** Says something in the conversation that is shown, or in a new one. */
    send: (chat: Chat, text: string) => chat.send(text),
    /** Tells who the visitor is, by a token that your server signed. */
    identify: (chat: Chat, token: string) => chat.identify(token),
    /** The visitor signed out of your site: nothing of theirs stays in this browser. */
    signOut: (chat: Chat) => chat.signOut(),
  },
  view: ChatView,
  strings: languages,
  styles: launcherCss + styles,
});
