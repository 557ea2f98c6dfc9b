import type { Database } from "../../ports/database.ts";
import { system } from "../actor.ts";
import { type Reader, readerOf } from "./access.ts";
import { contextOf } from "./staging.ts";
import { DecideAgain, Unit } from "./unit.ts";

/** What a command of the house itself may use: reading one database, and staging. */
export type Staging = ReturnType<typeof contextOf> & { db: Reader; now: number; at: string };

/** Runs a command that no request asked for: what it stages commits as one batch. */
export async function command<T>(database: Database, now: number, run: (ctx: Staging) => Promise<T> | T): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const unit = new Unit(system, now);
    const answer = await run({ ...contextOf(unit), db: readerOf(database), now, at: new Date(now).toISOString() });
    try {
      await unit.commit(database);
      return answer;
    } catch (error) {
      if (!(error instanceof DecideAgain) || attempt === 5) throw error;
    }
  }
}
