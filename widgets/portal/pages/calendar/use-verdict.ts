import { useEffect, useRef, useState } from "preact/hooks";
import type { Booking, Resource } from "../../../../sdk/index.ts";
import { usePortal } from "../../portal.ts";
import type { Places } from "../bookings/use-places.ts";
import type { Span } from "./gesture.ts";
import { crowded } from "./layout.ts";
import type { Lift } from "./use-lift.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

/** Milliseconds something rests before the API is asked about it. */
const settle = 120;

const keyOf = (booking: Booking | undefined, { resource_id, starts_at, ends_at }: Span) =>
  [booking?.id, booking?.version, resource_id, starts_at, ends_at].join(" ");

/** What the API says to a booking, or to empty time, lying there. */
function useExplain() {
  const { foyer } = usePortal();
  return async (booking: Booking | undefined, { starts_at, ends_at }: Span, resource: Resource): Promise<Verdict> => {
    const own = booking?.resource_id === resource.id ? booking : undefined;
    const guests = Object.entries(own?.guests ?? {}).map(([id, count]) => `${id}:${count}`);
    const explanation = await foyer.availability.explain({
      resource_id: resource.id,
      starts_at,
      // A new booking of what lasts as long as it lasts takes only the start of what was drawn.
      ...(booking || resource.length_unit !== "fixed" ? { ends_at } : {}),
      ...(guests.length ? { guests: guests.join(",") } : { party: booking?.party ?? resource.min_party }),
      ...(own ? { venue_id: own.venue_id, private: own.private } : {}),
      ...(own?.variant_id ? { variant_id: own.variant_id } : {}),
      ...(booking ? { except: booking.id } : {}),
    });
    return verdictOf(explanation, !!own && Date.parse(own.starts_at) === Date.parse(starts_at));
  };
}

/**
 * Whether what is lifted may be dropped where it is: at once as far as the screen tells, then as the API says.
 * Undefined while nothing is known, or where no resource is meant.
 */
export function useVerdict(lift: Lift | undefined, places: Places, bookings: readonly Booking[]): Verdict | undefined {
  const explain = useExplain();
  const [, heard] = useState({});
  /** Answers of this drag; the next one asks anew. */
  const answers = useRef(new Map<string, Verdict>());
  const span = lift?.span;
  const resource = places.resourceOf(span?.resource_id);
  const key = span && resource ? keyOf(lift.booking, span) : undefined;
  useEffect(() => {
    if (!lift) answers.current = new Map();
  }, [!lift]);
  useEffect(() => {
    if (!key || !span || !resource || answers.current.has(key)) return;
    let gone = false;
    const timer = setTimeout(() => {
      explain(lift.booking, span, resource).then(
        (verdict) => {
          answers.current.set(key, verdict);
          if (!gone) heard({});
        },
        // The drop itself is refused by the API where it must be.
        () => {},
      );
    }, settle);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [key]);
  if (!key || !span || !resource) return undefined;
  const answer = answers.current.get(key);
  if (answer || !lift.booking) return answer;
  return crowded(lift.booking, span, resource, bookings) ? { kind: "refused", failing: ["full"] } : undefined;
}
