import { define } from "../kit/index.ts";
import parts from "./parts/parts.css";
import { createBase } from "./portal.ts";
import styles from "./shell.css";
import { PortalView } from "./shell.tsx";
import { en } from "./strings/en.ts";

/** The staff's side of Foyer: one element that fills its page. */
export const FoyerPortal = define("foyer-portal", {
  setup: (host) => createBase(host.apiOrigin),
  dispose: (base) => base.dispose(),
  strings: { en },
  styles: parts + styles,
  view: PortalView,
});
