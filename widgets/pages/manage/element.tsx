import { define } from "../../kit/define.ts";
import { furnish, linkToken } from "../page.ts";
import styles from "./element.css";
import { createManaging, type Managing } from "./state.ts";
import { languages } from "./strings/languages.ts";
import { ManageView } from "./view.tsx";

furnish();

/** The page behind the link in a confirmation: one booking, without an account. */
export const FoyerManagedBooking = define("foyer-managed-booking", {
  setup: (host): Managing => {
    const managing = createManaging(linkToken(), host.apiOrigin);
    void managing.load();
    return managing;
  },
  strings: languages,
  styles,
  view: ManageView,
});
