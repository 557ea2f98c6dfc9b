import { define } from "../../kit/define.ts";
import type { ThreadDesk } from "../../ticket/thread/state.ts";
import { furnish, linkToken } from "../page.ts";
import styles from "./element.css";
import { openLink } from "./state.ts";
import { languages } from "./strings/languages.ts";
import { TrackView } from "./view.tsx";

furnish();

/** The ticket that a tracking link opens, without an account. */
export const FoyerTrack = define("foyer-track", {
  setup: (host): ThreadDesk => openLink(host.apiOrigin, linkToken()),
  dispose: (desk) => desk.stop(),
  strings: languages,
  styles,
  view: TrackView,
});
