import { useList, useQuery } from "../../data/hooks.ts";
import { useNow } from "../../parts/relative-time.tsx";
import { dayIn } from "./state.ts";

/** The zone of the business: its day is the day. */
export function useZone(): string | undefined {
  const { data } = useQuery(["company"], (foyer) => foyer.company.retrieve(), { on: ["company."] });
  return data?.time_zone;
}

/** The bookings of the business's day, in their order. */
export function useToday() {
  const now = useNow();
  const zone = useZone();
  const day = zone && dayIn(zone, now);
  return useList(
    day ? ["bookings", "day", day] : undefined,
    (foyer) => foyer.bookings.list({ from: day ?? "", to: day ?? "", order: "asc", limit: 200 }),
    { on: ["booking."] },
  );
}
