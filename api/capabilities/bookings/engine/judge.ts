import { dayNumber, localParts } from "../../../core/time.ts";
import { lengthHolds, reach } from "./length.ts";
import type { Question, Reason } from "./question.ts";
import { Room } from "./room.ts";
import { MINUTE } from "./stretches.ts";

/** Asks of starts, in order of time, whether they are on offer, and says why not. */
export class Judge {
  readonly room: Room;
  readonly #holds: boolean;
  readonly #earliest: number;
  readonly #latestDay: number;

  constructor(question: Question) {
    const { rules, now, length } = question;
    this.room = new Room(question, reach(question));
    this.#holds = lengthHolds(rules, length);
    this.#earliest = now + rules.lead * MINUTE;
    this.#latestDay = localParts(rules.zone, now).day_number + rules.horizon;
  }

  /** What the clock alone says of a start; its room is not looked at. */
  byTime(day: number, start: number, end: number, fits: boolean): Reason | null {
    if (!this.#holds || end <= start) return "wrong_length";
    if (!fits) return "ends_outside_hours";
    if (this.tooSoon(start)) return "too_soon";
    return this.tooFar(day) ? "too_far" : null;
  }

  tooSoon(start: number): boolean {
    return start < this.#earliest;
  }

  tooFar(day: number): boolean {
    return day > this.#latestDay;
  }

  /** What the room says; `room` holds the vacancies then. */
  byRoom(start: number, end: number): Reason | null {
    this.room.measure(start, end);
    return this.room.reason;
  }
}

/** The local days of a question. RangeError for dates that are none, run backwards or are too many. */
export function daysOf({ from, to }: Pick<Question, "from" | "to">, most: number) {
  const [firstDay, lastDay] = [dayNumber(from), dayNumber(to)];
  if (lastDay < firstDay || lastDay - firstDay >= most) throw new RangeError(`from one to ${most} days`);
  return { firstDay, lastDay };
}

/** The length that starts are laid out for: the shortest where the one asked for is not let. */
export function manyOf({ rules, length }: Pick<Question, "rules" | "length">): number {
  if (rules.length.unit === "fixed") return rules.length.minutes;
  return length !== null && lengthHolds(rules, length) ? length : rules.length.min;
}
