import { dateOf, localParts } from "../../../core/time.ts";
import { Judge } from "./judge.ts";
import { endOf, lastDayOf, lengthOf, occupied, spillOf } from "./length.ts";
import { type Openings, openingsOf, upTo } from "./openings.ts";
import { type Check, type Question, REASONS, type Reason, type Rules } from "./question.ts";
import { Room, type RoomQuestion } from "./room.ts";
import { checkInOn, eachStart } from "./starts.ts";
import { minutesOf } from "./timetable.ts";

/** A question about one time: its dates do not matter. */
export type Moment = Omit<Question, "from" | "to">;

/** Every check of a booking from `start` up to `end`, or for the length of the question, in order. */
export function explain(question: Moment, start: number, end?: number): Check[] {
  const { rules, party, busy, counts, pools } = question;
  const day = localParts(rules.zone, start).day_number;
  const date = dateOf(day);
  const openings = openingsOf(rules, day, day + spillOf(rules, null));
  const judge = new Judge({ ...question, from: date, to: date });
  const wanted = end ?? endOf(rules, start, question.length);
  const many = wanted === undefined ? undefined : lengthOf(rules, start, wanted);
  // What is of no length that is let is looked at all the same, as far as it goes or for the shortest.
  const until = Math.max(start + 1, wanted ?? endOf(rules, start, null) ?? start);

  const near = occupied(rules, start, until);
  const lacks = (part: Partial<RoomQuestion>, capacity = party) => {
    const room = new Room({ party, rules: { ...rules, capacity }, busy: [], counts: [], pools: [], ...part }, near);
    room.measure(start, until);
    return room.reason !== null;
  };
  const lacksCount = (reason: Reason) => lacks({ counts: counts.filter((count) => count.reason === reason) });
  const failed: Record<Reason, boolean> = {
    closed: !isOpen(rules, openings, day, start),
    no_start: !isStart(rules, openings, day, start),
    wrong_length: many === undefined,
    ends_outside_hours: !mayEnd(rules, openings, start, until, many),
    too_soon: judge.tooSoon(start),
    too_far: judge.tooFar(day),
    blocked: lacks({ busy: busy.filter(({ block }) => block) }),
    full: lacks({ busy: busy.filter(({ block }) => !block) }, rules.capacity),
    venue_full: lacksCount("venue_full"),
    pool_exhausted: lacks({ pools }),
    add_on_out: lacksCount("add_on_out"),
  };
  return REASONS.map((code) => ({ code, passed: !failed[code] }));
}

function isOpen({ length }: Rules, openings: Openings, day: number, start: number): boolean {
  if (length.unit === "day" || length.unit === "night") return openings.openOn(day);
  const opening = upTo(openings.from, start);
  return opening >= 0 && start < openings.to[opening]!;
}

function isStart(rules: Rules, openings: Openings, day: number, start: number): boolean {
  const { length, zone } = rules;
  if (length.unit === "day" || length.unit === "night") return checkInOn(zone, day, minutesOf(length.from)) === start;
  let found = false;
  const shortest = length.unit === "fixed" ? length.minutes : length.min;
  eachStart(rules, openings, day, day, shortest, (_, at) => {
    found ||= at === start;
    return found;
  });
  return found;
}

function mayEnd({ zone, length }: Rules, openings: Openings, start: number, end: number, many?: number): boolean {
  if (length.unit === "day" || length.unit === "night") {
    const dayAt = (at: number) => localParts(zone, at).day_number;
    return openings.openOn(many === undefined ? dayAt(end - 1) : lastDayOf(length.unit, dayAt(start), many));
  }
  const opening = upTo(openings.from, length.unit === "fixed" ? start : end);
  return opening >= 0 && end <= openings.to[opening]!;
}
