import type { Places } from "../bookings/use-places.ts";
import type { Draft } from "./draft.ts";

/** What every part of the editor works with. */
export interface SectionProps {
  draft: Draft;
  change(patch: Partial<Draft>): void;
  places: Places;
  /** The resource as it was last saved; a blank one while it is new. */
  saved: Draft;
}
