import type { App } from "../../kernel/assemble.ts";
import { type Call, callerOf } from "./caller.ts";
import type { Thread, Turn } from "./conversations.ts";
import { momentAt } from "./moment.ts";
import { type CustomerName, customers, type StaffName } from "./people.ts";
import type { Working } from "./staff.ts";
import type { Request } from "./tickets.ts";

/** Something that somebody does at a time: milliseconds since 1970. */
export interface Act {
  at: number;
  run(): Promise<unknown>;
}

/** Who acts in the story, and with which credential. */
export class Cast {
  readonly house: Record<StaffName, Working>;
  readonly #app: App;
  readonly #publishable: Call;
  readonly #visitors = new Map<CustomerName, Promise<Call>>();

  constructor(app: App, publishable: string, house: Record<StaffName, Working>) {
    this.house = house;
    this.#app = app;
    this.#publishable = callerOf(app, publishable);
  }

  /** A customer's own browser, from the first time it is used. */
  visitor(name: CustomerName): Promise<Call> {
    const known = this.#visitors.get(name);
    if (known) return known;
    const made = this.#publishable<{ token: string }>("POST", "/visitors", {}).then(({ token }) =>
      callerOf(this.#app, token),
    );
    this.#visitors.set(name, made);
    return made;
  }

  /** Whoever writes down what a customer wants: the customer, or the house for those who call. */
  async clerk(name: CustomerName): Promise<Call> {
    return customers[name].online ? this.visitor(name) : this.house.priya.call;
  }
}

export function actsOfThread(cast: Cast, { who, subject, turns }: Thread, now: number): Act[] {
  const path = made("/conversations");
  return turns.map((turn, index) => ({
    at: momentAt(now, turn.at),
    run: async () => {
      const call = turn.by === "customer" ? await cast.visitor(who) : cast.house[turn.by].call;
      // Whoever answers has read what there is: the mark stops at the newest text by itself.
      if (index > 0) await call("PUT", path.to("/read"), { seq: 10_000 });
      if ("set" in turn) return change(cast, path.to(), turn);
      const message = { client_msg_id: `${who}-${index}`, text: turn.text };
      const { name, email } = customers[who];
      if (index === 0) return path.from(call("POST", "/conversations", { subject, contact: { name, email }, message }));
      return call("POST", path.to("/messages"), { ...message, kind: "note" in turn ? "note" : "text" });
    },
  }));
}

export function actsOfTicket(cast: Cast, ticket: Request, now: number): Act[] {
  const { who, subject, text, category, priority, turns } = ticket;
  const path = made("/tickets");
  const raise: Act = {
    at: momentAt(now, ticket.at),
    run: async () => {
      const input = { subject, description: text, category, priority };
      if (!isCustomer(who)) return path.from(cast.house[who].call("POST", "/tickets", input));
      const { name, email } = customers[who];
      const call = await cast.clerk(who);
      return path.from(call("POST", "/tickets", { ...input, contact: { name, email } }));
    },
  };
  const rest = turns.map((turn) => ({
    at: momentAt(now, turn.at),
    run: async () => {
      if ("set" in turn) return change(cast, path.to(), turn);
      const call = turn.by === "customer" ? await cast.visitor(who as CustomerName) : cast.house[turn.by].call;
      return call("POST", path.to("/replies"), { text: turn.text, ...("note" in turn ? { internal: true } : {}) });
    },
  }));
  return [raise, ...rest];
}

const isCustomer = (name: CustomerName | StaffName): name is CustomerName => name in customers;

function change(cast: Cast, path: string, { by, set: { assignee, ...patch } }: Extract<Turn, { set: object }>) {
  const assigned = assignee === undefined ? {} : { assignee_id: cast.house[assignee].id };
  return cast.house[by].call("PATCH", path, { ...patch, ...assigned });
}

/** The address of something that an act makes and later acts change, with what was answered when it was made. */
export function made<T extends { id: string }>(collection: string) {
  let answered: T | undefined;
  const answer = (): T => {
    if (!answered) throw new Error(`${collection}: nothing was made yet`);
    return answered;
  };
  return {
    from: async (asked: Promise<T>) => {
      answered = await asked;
    },
    answer,
    to: (rest = "") => `${collection}/${answer().id}${rest}`,
  };
}
