import { useRef, useState } from "preact/hooks";
import { type Booking, type Foyer, ProblemError } from "../../../../sdk/index.ts";
import { addDays } from "../../../kit/index.ts";
import { explain } from "../../data/explain.ts";
import { useQuery } from "../../data/hooks.ts";
import { outdated } from "../../data/outdated.ts";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { alternativesOf } from "../bookings/refusal.tsx";
import { guest } from "../bookings/state.ts";
import type { Places } from "../bookings/use-places.ts";
import { restored } from "./change.ts";
import type { Conflict } from "./conflict.tsx";
import { type Span, spanOf } from "./gesture.ts";
import { en } from "./strings.ts";
import { isoOf } from "./zone.ts";

/** Bookings that are drawn at once; a view with more says so. */
export const most = 2000;
/** Days the longest booking lasts. */
const longest = 31;

export interface Asked {
  dates: readonly string[];
  zone: string;
  venue: string | undefined;
  resource: string | undefined;
}

/** The bookings of some days, and moving them: at once on screen, then at the API, with a way back. */
export function useBookings({ dates, zone, venue, resource }: Asked, places: Places) {
  const { t, date, dateRange, list } = useStrings(en);
  const { foyer, toasts, cache } = usePortal();
  const [conflict, setConflict] = useState<Conflict>();
  const first = dates[0] ?? "";
  const last = dates.at(-1) ?? "";
  const lasting = places.resources.filter((one) => one.length_unit !== "fixed").map(({ id }) => id);
  const query = useQuery(
    places.loading ? undefined : ["calendar", first, last, zone, venue, resource, lasting],
    async () => {
      const of = {
        ...(venue ? { venue_id: venue } : {}),
        ...(resource ? { resource_id: resource } : {}),
        order: "asc",
        limit: 500,
      } as const;
      // The day before as well: what began then may reach into the first.
      const [near, far] = [isoOf(addDays(first, -1), 0, zone), isoOf(addDays(first, -longest), 0, zone)];
      const before = lasting.filter((id) => !resource || id === resource);
      const parts = await Promise.all([
        gathered(foyer, { ...of, from: near, to: isoOf(addDays(last, 1), 0, zone) }),
        ...before.map((resource_id) => gathered(foyer, { ...of, resource_id, from: far, to: near })),
      ]);
      return parts.flat();
    },
    { on: ["booking."], keep: true },
  );
  const latest = useRef(query);
  latest.current = query;
  const show = (booking: Booking) =>
    latest.current.put((latest.current.data ?? []).map((one) => (one.id === booking.id ? booking : one)));

  /** Tells what the team sees now, and whose change came first. */
  async function collided(was: Booking, wanted: Span): Promise<void> {
    latest.current.reload();
    const [now, events] = await Promise.all([
      foyer.bookings.retrieve(was.id),
      foyer.events.list({ subject: was.id, limit: 200 }).catch(() => undefined),
    ]);
    setConflict({ was, now, wanted, by: events?.data.at(-1)?.actor });
  }

  const whenOf = ({ starts_at, time_zone }: Booking) =>
    date(starts_at, { weekday: "short", hour: "numeric", minute: "2-digit", timeZone: time_zone });

  async function change(booking: Booking, span: Span, before?: Booking): Promise<void> {
    const other = span.resource_id === booking.resource_id ? undefined : places.resourceOf(span.resource_id);
    const { starts_at, ends_at } = span;
    show({ ...booking, starts_at, ends_at, ...(other ? { resource_id: other.id, resource_name: other.name } : {}) });
    try {
      const moved = await foyer.bookings.update(booking.id, {
        version: booking.version,
        starts_at,
        ends_at,
        ...(other ? { resource_id: other.id } : {}),
        ...(before && other ? restored(before) : {}),
      });
      show(moved);
      cache.hear({ type: "booking.updated" });
      const same = Date.parse(moved.starts_at) === Date.parse(booking.starts_at) && !other;
      const days = Date.parse(moved.ends_at) - Date.parse(moved.starts_at) >= 86_400_000;
      const time = dateRange(moved.starts_at, moved.ends_at, {
        ...(days ? { day: "numeric", month: "short" } : {}),
        hour: "numeric",
        minute: "2-digit",
        timeZone: moved.time_zone,
      });
      const said = before
        ? t("movedBack", { guest: guest(moved), when: whenOf(moved) })
        : same
          ? t("resized", { guest: guest(moved), time })
          : t("moved", { guest: guest(moved), when: whenOf(moved) });
      toasts.show(said, before ? {} : { undo: () => void change(moved, spanOf(booking), booking) });
    } catch (error) {
      show(booking);
      if (outdated(error)) {
        await collided(booking, span).catch((failed) => toasts.show(explain(failed).sentence));
        return;
      }
      const free = alternativesOf(error)?.map((slot) =>
        date(slot.starts_at, { weekday: "short", hour: "numeric", minute: "2-digit", timeZone: booking.time_zone }),
      );
      const id = error instanceof ProblemError ? ` (${error.request_id})` : "";
      const text = free
        ? (free.length ? t("taken", { times: list(free.slice(0, 3)) }) : t("takenOnly")) + id
        : explain(error).sentence;
      toasts.show(text, { milliseconds: 8000 });
    }
  }
  return { query, bookings: query.data ?? [], change, conflict, settle: () => setConflict(undefined) };
}

async function gathered(foyer: Foyer, query: Parameters<Foyer["bookings"]["list"]>[0]): Promise<Booking[]> {
  const found: Booking[] = [];
  for await (const booking of foyer.bookings.list(query)) {
    found.push(booking);
    if (found.length >= most) break;
  }
  return found;
}
