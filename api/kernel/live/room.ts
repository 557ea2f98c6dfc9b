import type { Database } from "../../ports/database.ts";
import type { Actor } from "../actor.ts";
import { eventsAfter, logBounds, maySee, publicEvent } from "../work/log.ts";

/** One side of a live connection. */
export interface Socket {
  send(text: string): void;
  close(code: number, reason: string): void;
}

/** What the room keeps of a connection; it survives a hibernating hub as an attachment. */
export interface Seat {
  actor: Actor;
  /** The newest event that was sent, or `null` before `hello`. */
  seq: number | null;
  /** When the connection must prove itself again, milliseconds since 1970. */
  until: number;
}

const pageSize = 200;
/** How long a credential is taken at its word: the life of an access token. */
export const seatLife = 15 * 60_000;

/**
 * The sockets of one tenant. Events reach each socket once, in the order of the log; a socket that was away says
 * `hello { after }` and is paged up to the present, however much it missed.
 */
export class Room {
  readonly #database: Database;
  readonly #seats = new Map<Socket, Seat>();
  readonly #keep: (socket: Socket, seat: Seat) => void;
  readonly #now: () => number;
  #cursor = 0;
  #reading: Promise<void> | undefined;
  #again = false;

  constructor(database: Database, now: () => number, keep: (socket: Socket, seat: Seat) => void = () => {}) {
    this.#database = database;
    this.#now = now;
    this.#keep = keep;
  }

  get size(): number {
    return this.#seats.size;
  }

  /** Takes a socket in, or back in after the hub slept. */
  enter(socket: Socket, seat: Seat): void {
    this.#seats.set(socket, seat);
    if (seat.seq !== null && (this.#cursor === 0 || seat.seq < this.#cursor)) this.#cursor = seat.seq;
  }

  leave(socket: Socket): void {
    const seat = this.#seats.get(socket);
    if (this.#seats.delete(socket) && seat) this.#presence(seat.actor);
  }

  async hear(socket: Socket, text: string): Promise<void> {
    const seat = this.#seats.get(socket);
    const frame = parse(text);
    if (!seat) return;
    if (!frame) return socket.close(4400, "not a frame");
    if (this.#now() > seat.until) return socket.close(4401, "sign in again");
    if (frame.type === "ping") return socket.send('{"type":"pong"}');
    if (frame.type === "hello") return this.#hello(socket, seat, frame.after);
    if (frame.type === "typing" && typeof frame.conversation_id === "string") {
      return this.#typing(socket, seat, frame.conversation_id);
    }
    socket.close(4400, "not a frame");
  }

  /** The log has grown: sends what is new. Calls that overlap share one reading. */
  wake(): Promise<void> {
    if (this.#seats.size === 0) return Promise.resolve();
    this.#again = true;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      for (;;) {
        const events = await eventsAfter(this.#database, this.#cursor, pageSize);
        for (const event of events) {
          const text = JSON.stringify({ type: "event", event: publicEvent(event) });
          for (const [socket, seat] of this.#seats) {
            if (seat.seq === null || seat.seq >= event.seq) continue;
            seat.seq = event.seq;
            if (maySee(seat.actor, event)) socket.send(text);
          }
          this.#cursor = event.seq;
        }
        if (events.length > 0)
          for (const [socket, seat] of this.#seats) if (seat.seq !== null) this.#keep(socket, seat);
        if (events.length < pageSize) break;
      }
    }
  }

  async #hello(socket: Socket, seat: Seat, after: unknown): Promise<void> {
    const { first, last } = await logBounds(this.#database);
    const asked = typeof after === "number" && Number.isSafeInteger(after) && after >= 0 ? after : undefined;
    let seq = asked ?? last;
    if (asked !== undefined && (asked > last || (first > 0 && asked < first - 1))) {
      seq = last;
      socket.send(JSON.stringify({ type: "reset", seq }));
    }
    for (;;) {
      const events = await eventsAfter(this.#database, seq, pageSize);
      for (const event of events) {
        if (maySee(seat.actor, event)) socket.send(JSON.stringify({ type: "event", event: publicEvent(event) }));
        seq = event.seq;
      }
      // The room may have moved on while this page was read; only a socket level with it may join it.
      if (events.length === 0 && this.#cursor <= seq) break;
      // Nothing there although the room was further: the log was put back underneath us, and the log is right.
      if (events.length === 0) this.#cursor = seq;
    }
    seat.seq = seq;
    if (this.#cursor === 0) this.#cursor = seq;
    this.#keep(socket, seat);
    socket.send(JSON.stringify({ type: "ready", seq }));
    this.#presence(seat.actor);
    await this.wake();
  }

  /** Never stored; it reaches whoever may see the conversation, and expires where it is shown. */
  async #typing(from: Socket, seat: Seat, conversation: string): Promise<void> {
    const [answer] = await this.#database.read([
      {
        sql: "select contact_id from events where subject = ? and contact_id is not null order by seq limit 1",
        args: [conversation],
      },
    ]);
    const contact = answer?.rows[0]?.[0] as string | undefined;
    if (contact === undefined) return;
    if (seat.actor.kind === "visitor" && seat.actor.contact_id !== contact) return;
    const kind = seat.actor.kind === "visitor" ? "customer" : "staff";
    const text = JSON.stringify({
      type: "typing",
      conversation_id: conversation,
      sender_kind: kind,
      name: seat.actor.name,
    });
    for (const [socket, other] of this.#seats) {
      if (socket === from) continue;
      if (other.actor.kind === "visitor" ? other.actor.contact_id === contact : other.actor.kind === "member")
        socket.send(text);
    }
  }

  /** Presence comes from live sockets alone: staff see which contacts are here, visitors whether staff is. */
  #presence(actor: Actor): void {
    if (actor.kind === "visitor" && actor.contact_id !== null) {
      const online = [...this.#seats.values()].some(
        (seat) => seat.actor.kind === "visitor" && seat.actor.contact_id === actor.contact_id,
      );
      this.#tell("member", { type: "presence", contact_id: actor.contact_id, online });
    }
    const staff = [...this.#seats.values()].some((seat) => seat.actor.kind === "member");
    this.#tell("visitor", { type: "presence", staff_online: staff });
  }

  #tell(kind: Actor["kind"], frame: object): void {
    const text = JSON.stringify(frame);
    for (const [socket, seat] of this.#seats) if (seat.actor.kind === kind && seat.seq !== null) socket.send(text);
  }
}

function parse(text: string): Record<string, unknown> | undefined {
  if (text.length > 4096) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
