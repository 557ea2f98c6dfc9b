import { Feeds } from "./feeds.tsx";
import { Imports } from "./imports.tsx";

/** Calendars that read the bookings, and calendars that make busy. */
export function Calendars() {
  return (
    <div class="p-page p-staff-narrow">
      <Feeds />
      <Imports />
    </div>
  );
}
