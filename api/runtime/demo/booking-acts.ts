import type { Planned } from "./bookings.ts";
import { welcome } from "./catalogue.ts";
import { customers } from "./people.ts";
import type { Working } from "./staff.ts";
import { type Act, type Cast, made } from "./story.ts";

const minute = 60_000;
const day = 1_440 * minute;

interface Made {
  id: string;
  deposit: number;
  balance: number;
}

/** Whom a booking is for, as it is said. */
export function contactOf(who: Planned["who"]) {
  const { name, email, phone } = customers[who] as { name: string; email: string; phone?: string };
  return { name, email, phone };
}

const iso = (at: number) => new Date(at).toISOString();

/** All that is done about one booking, from the day it is made until it is over. */
export function actsOfBooking(cast: Cast, planned: Planned, now: number): Act[] {
  const { priya, noah } = cast.house;
  const path = made<Made>("/bookings");
  const { who, starts_at, ends_at, made_at, approved_at, cancelled, missed_at, promotion, ...wish } = planned;
  const acts: Act[] = [];
  const act = (at: number, run: Act["run"]) => acts.push({ at, run });
  const become = (at: number, { call }: Working, status: string) =>
    act(at, () => call("PATCH", path.to("/status"), { status }));
  const pay = async (kind: "payment" | "refund", method: string, amount: number) => {
    if (amount > 0) await priya.call("POST", path.to("/payments"), { kind, method, amount });
  };

  act(made_at, async () => {
    const call = await cast.clerk(who);
    const input = { ...wish, starts_at: iso(starts_at), ends_at: iso(ends_at), contact: contactOf(who) };
    await path.from(call("POST", "/bookings", promotion ? { ...input, promotion_code: welcome } : input));
    await pay("payment", "card", path.answer().deposit);
  });
  if (approved_at !== undefined) become(approved_at, noah, "confirmed");
  if (cancelled) {
    act(cancelled.at, async () => {
      const call = cancelled.by === "customer" ? await cast.clerk(who) : priya.call;
      const { balance } = await call<Made>("POST", path.to("/cancellation"), { reason: cancelled.reason });
      await pay("refund", "card", -balance);
    });
  }
  // Its beginning and its end are the house's own business: all that is needed is somebody there to see them.
  if (starts_at < now) act(starts_at, async () => {});
  if (ends_at < now) act(ends_at, async () => {});
  if (missed_at !== undefined) become(missed_at, priya, "no_show");
  if (starts_at >= now || cancelled || missed_at !== undefined) return acts;
  act(starts_at - 5 * minute, async () => {
    const { balance, deposit } = path.answer();
    await pay("payment", planned.party === 1 ? "cash" : "card", balance - deposit);
    // The list of who came is kept for the last days only: nobody looks at older ones.
    if (planned.attendees.length > 0 && starts_at > now - 4 * day) await greet(priya, path);
  });
  return acts;
}

/** Everybody of a party is there, and is ticked off. */
async function greet({ call }: Working, path: { to(rest: string): string }): Promise<void> {
  const { data } = await call<{ data: { id: string }[] }>("GET", path.to("/attendees"));
  for (const { id } of data) await call("POST", path.to(`/attendees/${id}/check-in`));
}
