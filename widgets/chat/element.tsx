import type { WhoInput } from "@foyer/sdk";
import { define, event } from "../kit/define.ts";
import { launcherCss } from "../kit/launcher.ts";
import styles from "./element.css";
import { ChatView } from "./parts/view.tsx";
import { createShell, type Said, type Shell } from "./shell.ts";
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
    message: event<Said>(),
    /** There is more, or less, to read. */
    unread: event<{ count: number }>(),
  },
  setup: (host) => createShell(host),
  changed: (shell) => shell.changed(),
  dispose: (shell) => shell.close(),
  methods: {
    /** Opens the panel. */
    open: (shell: Shell) => shell.setOpen(true),
    /** Closes the panel. */
    close: (shell: Shell) => shell.setOpen(false),
    /** Says something in the conversation that is shown, or in a new one. */
    send: (shell: Shell, text: string) => shell.load().then((chat) => chat?.send(text)),
    /** Tells who the visitor is, by a token that your server signed. */
    identify: (shell: Shell, token: string) => shell.load().then((chat) => chat?.identify(token)),
    /** The visitor signed out of your site: nothing of theirs stays in this browser. */
    signOut: (shell: Shell) => shell.load().then((chat) => chat?.signOut()),
  },
  view: ChatView,
  strings: languages,
  styles: launcherCss + styles,
});
