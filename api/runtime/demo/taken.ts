import type { Choice, Slot } from "./bookings.ts";

const hour = 3_600_000;

type Time = Pick<Slot, "from" | "to">;

/** What the story has taken already, so that nothing in it is refused. */
export class Taken {
  readonly #spans = new Map<string, (Time & { places: number })[]>();

  /** Most that is in use around a time: an hour more on both sides covers every buffer of the demo's resources. */
  #used(subject: string, { from, to }: Time): number {
    return (this.#spans.get(subject) ?? [])
      .filter((other) => other.from < to + hour && from - hour < other.to)
      .reduce((sum, { places }) => sum + places, 0);
  }

  #take(subject: string, { from, to }: Time, places: number): void {
    const before = this.#spans.get(subject) ?? [];
    this.#spans.set(subject, [...before, { from, to, places }]);
  }

  fits(choice: Choice, slot: Slot, party: number): boolean {
    const used = this.#used(subjectOf(choice), slot);
    return choice.private ? used === 0 && party <= slot.places : used + party <= slot.places;
  }

  add(choice: Pick<Choice, "resource_id" | "venue_id">, time: Time, places: number): void {
    this.#take(subjectOf(choice), time, places);
  }

  /** Takes an add-on for a party; false where there are too few. */
  takeAlong(choice: Choice, { id, per, stock }: Choice["add_ons"][number], time: Time, party: number): boolean {
    const subject = `${choice.resource_id}+${id}`;
    const pieces = per === "guest" ? party : 1;
    if (stock !== undefined && this.#used(subject, time) + pieces > stock) return false;
    this.#take(subject, time, pieces);
    return true;
  }
}

const subjectOf = ({ resource_id, venue_id }: Pick<Choice, "resource_id" | "venue_id">) =>
  `${resource_id}@${venue_id ?? ""}`;
