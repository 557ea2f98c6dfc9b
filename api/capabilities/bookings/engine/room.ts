import type { Interval } from "../../../core/intervals.ts";
import { type Profile, peaksOf, profileOf } from "./profile.ts";
import type { Count, Question, Reason } from "./question.ts";
import { MINUTE } from "./stretches.ts";
import { Team } from "./team.ts";

export type RoomQuestion = Pick<Question, "party" | "busy" | "counts" | "pools"> & {
  rules: Pick<Question["rules"], "before" | "after" | "capacity">;
};

/** Places that a block takes: more than there ever are. */
const BLOCK = 1e9;

interface Counted {
  count: Count;
  profile: Profile;
  peak: (from: number, to: number) => number;
  until: ((from: number) => number) | null;
}

/** What is free over time, for questions whose start and whose end never step back. */
export class Room {
  /** Of the last `measure`: places a party could still have, and why the asking one cannot. */
  vacancies = 0;
  reason: Reason | null = null;
  readonly #question: RoomQuestion;
  readonly #before: number;
  readonly #after: number;
  readonly #profile: Profile;
  readonly #peak: (from: number, to: number) => number;
  readonly #counts: Counted[];
  readonly #team: Team | null;
  #until: ((from: number) => number) | null = null;

  constructor(question: RoomQuestion, near: Interval) {
    const { rules, busy, counts, pools } = question;
    this.#question = question;
    this.#before = rules.before * MINUTE;
    this.#after = rules.after * MINUTE;
    this.#profile = profileOf(busy, near.from, near.to, (span) => (span.block ? BLOCK : span.places));
    this.#peak = peaksOf(this.#profile);
    this.#counts = counts.map((count) => {
      const profile = profileOf(count.busy, near.from, near.to);
      return { count, profile, peak: peaksOf(profile), until: null };
    });
    this.#team = pools.length > 0 ? new Team(pools, near) : null;
  }

  measure(start: number, end: number): void {
    const { party, rules } = this.#question;
    const from = start - this.#before;
    const to = end + this.#after;
    const used = this.#peak(from, to);
    let vacancies = rules.capacity - used;
    this.reason = vacancies >= party ? null : used >= BLOCK ? "blocked" : "full";
    let missing = false;
    let venueFull = false;
    let addOnOut = false;
    for (const { count, peak } of this.#counts) {
      const left = count.capacity - (count.buffers ? peak(from, to) : peak(start, end));
      if (count.places === 0) vacancies = Math.min(vacancies, left);
      if (left >= (count.places || party)) continue;
      if (count.places > 0) missing = true;
      if (count.reason === "venue_full") venueFull = true;
      else addOnOut = true;
    }
    if (venueFull) this.reason ??= "venue_full";
    if (this.#team && (vacancies > 0 || this.reason === null)) {
      this.#team.look(from, start, this.#after);
      const served = this.#team.places(start, end, Math.max(vacancies, party));
      if (served < party) this.reason ??= "pool_exhausted";
      vacancies = Math.min(vacancies, served);
    }
    if (addOnOut) this.reason ??= "add_on_out";
    this.vacancies = missing ? 0 : Math.max(0, vacancies);
  }

  /** Up to when the party could stay from a start on; asked only of starts that do not step back. */
  until(start: number): number {
    const { party, rules } = this.#question;
    const from = start - this.#before;
    this.#until ??= fullFrom(this.#profile, rules.capacity - party);
    let until = this.#until(from) - this.#after;
    for (const one of this.#counts) {
      const { capacity, places, buffers } = one.count;
      one.until ??= fullFrom(one.profile, capacity - (places || party));
      until = Math.min(until, buffers ? one.until(from) - this.#after : one.until(start));
    }
    if (!this.#team || until <= start) return until;
    this.#team.look(from, start, this.#after);
    return Math.min(until, this.#team.until(start, party));
  }

  /** The units to take from each pool for what was last measured; null where there are too few. */
  units(start: number, end: number): string[][] | null {
    if (!this.#team) return [];
    this.#team.look(start - this.#before, start, this.#after);
    return this.#team.assign(start, end, this.#question.party);
  }
}

/** Answers when, from a time on that never steps back, more than `most` are first in use. */
function fullFrom({ times, levels }: Profile, most: number): (from: number) => number {
  let next = 0;
  return (from) => {
    if (most < 0) return from;
    while (next < levels.length && (levels[next]! <= most || times[next + 1]! <= from)) next++;
    return next < levels.length ? Math.max(from, times[next]!) : Infinity;
  };
}
