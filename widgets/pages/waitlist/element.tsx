import { define } from "../../kit/define.ts";
import { furnish, linkToken } from "../page.ts";
import styles from "./element.css";
import { createWaiting, type Waiting } from "./state.ts";
import { languages } from "./strings/languages.ts";
import { WaitlistView } from "./view.tsx";

furnish();

/** The page behind the link in a waitlist's mails: what somebody waits for, and the place that is kept. */
export const FoyerWaitlistEntry = define("foyer-waitlist-entry", {
  setup: (host): Waiting => {
    const waiting = createWaiting(linkToken(), host.apiOrigin);
    void waiting.load();
    return waiting;
  },
  dispose: (waiting) => waiting.close(),
  strings: languages,
  styles,
  view: WaitlistView,
});
