import { useRef } from "preact/hooks";
import { type Booking, ProblemError } from "../../../../sdk/index.ts";
import { addDays } from "../../../kit/index.ts";
import { explain } from "../../data/explain.ts";
import { useQuery } from "../../data/hooks.ts";
import { outdated } from "../../data/outdated.ts";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { alternativesOf } from "../bookings/refusal.tsx";
import { guest } from "../bookings/state.ts";
import type { Places } from "../bookings/use-places.ts";
import { en } from "./strings.ts";
import { isoOf } from "./zone.ts";

/** Bookings that are drawn at once; a view with more says so. */
export const most = 2000;

/** Where a booking is moved to. */
export interface Target {
  starts_at: string;
  resource_id?: string | undefined;
}

/** The bookings of some days, and moving them: at once on screen, then at the API, with a way back. */
export function useBookings(dates: readonly string[], zone: string, venue: string | undefined, places: Places) {
  const { t, date, list } = useStrings(en);
  const { foyer, toasts, cache } = usePortal();
  const first = dates[0] ?? "";
  const last = dates.at(-1) ?? "";
  const query = useQuery(
    ["calendar", first, last, zone, venue],
    async () => {
      const found: Booking[] = [];
      // The day before as well: what began then may reach into the first.
      const span = { from: isoOf(addDays(first, -1), 0, zone), to: isoOf(addDays(last, 1), 0, zone) };
      const of = venue ? { ...span, venue_id: venue } : span;
      for await (const booking of foyer.bookings.list({ ...of, order: "asc", limit: 500 })) {
        found.push(booking);
        if (found.length >= most) break;
      }
      return found;
    },
    { on: ["booking."], keep: true },
  );
  const latest = useRef(query);
  latest.current = query;
  const show = (booking: Booking) =>
    latest.current.put((latest.current.data ?? []).map((one) => (one.id === booking.id ? booking : one)));

  async function move(booking: Booking, target: Target, undone = false): Promise<void> {
    const resource = places.resourceOf(target.resource_id ?? booking.resource_id);
    const other = resource && resource.id !== booking.resource_id ? resource : undefined;
    const length = other
      ? other.duration_minutes * 60_000
      : Date.parse(booking.ends_at) - Date.parse(booking.starts_at);
    show({
      ...booking,
      starts_at: target.starts_at,
      ends_at: new Date(Date.parse(target.starts_at) + length).toISOString(),
      ...(other ? { resource_id: other.id, resource_name: other.name } : {}),
    });
    try {
      const moved = await foyer.bookings.update(booking.id, {
        version: booking.version,
        starts_at: target.starts_at,
        ...(other ? { resource_id: other.id } : {}),
      });
      show(moved);
      cache.hear({ type: "booking.updated" });
      const when = date(moved.starts_at, {
        weekday: "short",
        hour: "numeric",
        minute: "2-digit",
        timeZone: moved.time_zone,
      });
      toasts.show(
        t(undone ? "movedBack" : "moved", { guest: guest(moved), when }),
        undone
          ? {}
          : {
              undo: () => void move(moved, { starts_at: booking.starts_at, resource_id: booking.resource_id }, true),
            },
      );
    } catch (error) {
      show(booking);
      if (outdated(error)) latest.current.reload();
      const free = alternativesOf(error)?.map((slot) =>
        date(slot.starts_at, { weekday: "short", hour: "numeric", minute: "2-digit", timeZone: booking.time_zone }),
      );
      const id = error instanceof ProblemError ? ` (${error.request_id})` : "";
      const text = outdated(error)
        ? t("outdated")
        : free
          ? (free.length ? t("taken", { times: list(free.slice(0, 3)) }) : t("takenOnly")) + id
          : explain(error).sentence;
      toasts.show(text, { milliseconds: 8000 });
    }
  }
  return { query, bookings: query.data ?? [], move };
}
