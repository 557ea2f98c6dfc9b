import type { Interval } from "../../../core/intervals.ts";
import { needed, placesFor, type UnitWalk, walkOf } from "./pools.ts";
import type { Pool } from "./question.ts";

/** What the pools can give over time, for questions whose times never step back. */
export class Team {
  readonly #pools: readonly Pool[];
  readonly #walks: UnitWalk[][];
  /** Until when each unit of each pool is there and free, at the start last looked at. */
  readonly #until: number[][];
  #at = Number.NaN;
  /** Whether somebody is in several pools: then it matters who is taken for which. */
  readonly #shared: boolean;

  constructor(pools: readonly Pool[], near: Interval) {
    this.#pools = pools;
    this.#walks = pools.map(({ units }) => units.map((unit) => walkOf(unit, near)));
    this.#until = pools.map(({ units }) => units.map(() => 0));
    const ids = pools.flatMap(({ units }) => units.map(({ id }) => id));
    this.#shared = new Set(ids).size < ids.length;
  }

  /** Goes to a start, `from` being where what it occupies begins. */
  look(from: number, start: number, after: number): void {
    if (start === this.#at) return;
    this.#at = start;
    for (let p = 0; p < this.#walks.length; p++) {
      const walks = this.#walks[p]!;
      const until = this.#until[p]!;
      for (let u = 0; u < walks.length; u++) until[u] = walks[u]!.until(from, start, after);
    }
  }

  /** Places that can be served from the start looked at up to `end`, `most` at most. */
  places(start: number, end: number, most: number): number {
    let places = most;
    for (let p = 0; p < this.#pools.length; p++) {
      let free = 0;
      for (const until of this.#until[p]!) if (until >= end) free++;
      places = Math.min(places, placesFor(this.#pools[p]!, start, free));
    }
    if (!this.#shared) return places;
    let least = 0;
    while (least < places) {
      const middle = Math.ceil((least + places) / 2);
      if (this.assign(start, end, middle)) least = middle;
      else places = middle - 1;
    }
    return least;
  }

  /** Until when it can serve the party from the start looked at. */
  until(start: number, party: number): number {
    let latest = Infinity;
    for (let p = 0; p < this.#pools.length; p++) {
      const count = needed(this.#pools[p]!, start, party);
      if (count === 0) continue;
      latest = Math.min(latest, nthLargest(this.#until[p]!, count));
    }
    if (!this.#shared || latest === -Infinity) return latest;
    const earlier = [...new Set(this.#until.flat())].filter((end) => end > start && end < latest).sort((a, b) => b - a);
    return [latest, ...earlier].find((end) => this.assign(start, end, party)) ?? -Infinity;
  }

  /**
   * The units to take from each pool, the first that are free and nobody twice; null where there are too few.
   * Augmenting paths: whoever is wanted twice stays where nobody else can stand in.
   */
  assign(start: number, end: number, party: number): string[][] | null {
    const taken = new Map<string, number>();
    const claim = (pool: number, asked: Set<string>): boolean => {
      for (let u = 0; u < this.#walks[pool]!.length; u++) {
        const { id } = this.#walks[pool]![u]!;
        if (this.#until[pool]![u]! < end || asked.has(id)) continue;
        const holder = taken.get(id);
        if (holder === pool) continue;
        asked.add(id);
        if (holder !== undefined && !claim(holder, asked)) continue;
        taken.set(id, pool);
        return true;
      }
      return false;
    };
    for (let pool = 0; pool < this.#pools.length; pool++) {
      for (let n = needed(this.#pools[pool]!, start, party); n > 0; n--) if (!claim(pool, new Set())) return null;
    }
    return this.#pools.map((_, pool) => [...taken].flatMap(([id, holder]) => (holder === pool ? [id] : [])));
  }
}

/** -Infinity where there are fewer. */
function nthLargest(list: readonly number[], n: number): number {
  if (n === 1) {
    let most = -Infinity;
    for (const value of list) if (value > most) most = value;
    return most;
  }
  return [...list].sort((a, b) => b - a)[n - 1] ?? -Infinity;
}
