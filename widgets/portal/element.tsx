import { define } from "../kit/index.ts";
import { createBase } from "./portal.ts";
import { PortalView } from "./shell.tsx";
import styles from "./shell.css";
import { en } from "./strings/en.ts";

/** The staff's side of Foyer: one element that fills its page. */
export const FoyerPortal = define("foyer-portal", {
  setup: (host) => createBase(host.apiOrigin),
  dispose: (base) => base.dispose(),
  strings: { en },
  styles,
  view: PortalView,
});
