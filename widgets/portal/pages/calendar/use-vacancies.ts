import type { AvailabilityCalendar } from "../../../../sdk/index.ts";
import { useQuery } from "../../data/hooks.ts";
import { usePortal } from "../../portal.ts";
import type { Places } from "../bookings/use-places.ts";
import { type Outlook, outlookOf } from "./vacancies.ts";

/** Resources that are asked about at once. */
const most = 50;

/** How each date stands, for what is shown; `resource` alone, or all of a venue, or of the company. */
export function useVacancies(
  dates: readonly string[],
  { venue, resource }: { venue: string | undefined; resource: string | undefined },
  places: Places,
): { outlook: ReadonlyMap<string, Outlook>; closed(resourceId: string | undefined, date: string): boolean } {
  const { can } = usePortal();
  const ids = places.resources
    .filter((one) => one.status === "available" && !one.template)
    .filter((one) => (!resource || one.id === resource) && (!venue || one.venue_id === venue))
    .slice(0, most)
    .map(({ id }) => id);
  const [from, to] = [dates[0] ?? "", dates.at(-1) ?? ""];
  const { data } = useQuery<AvailabilityCalendar>(
    ids.length && can("availability:read") ? ["availability", "calendar", from, to, ids] : undefined,
    (foyer) => foyer.availability.calendar({ resource_ids: ids.join(","), from, to }),
    { on: ["booking.", "block.", "resource.", "venue."], keep: true },
  );
  const days = data?.data ?? [];
  return {
    outlook: outlookOf(days),
    closed: (resourceId, date) => {
      const meant = resourceId ? days.filter(({ resource_id }) => resource_id === resourceId) : days;
      return (
        meant.length > 0 && meant.every((one) => one.days.some((day) => day.date === date && day.reason === "closed"))
      );
    },
  };
}
