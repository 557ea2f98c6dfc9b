import { DurableObject } from "cloudflare:workers";
import type { DurableObjectState, WebSocket as WorkerSocket } from "@cloudflare/workers-types";
import type { Actor } from "../kernel/actor.ts";
import type { App } from "../kernel/assemble.ts";
import { liveProtocol } from "../kernel/live/protocol.ts";
import { Room, type Seat, seatLife } from "../kernel/live/room.ts";

/** Carries the caller of a live connection from the Worker, which verified it, to the hub. */
export const seatHeader = "foyer-seat";

/** A seat as an attachment, which must stay small: of a caller's permissions it needs only those to read. */
interface Kept {
  actor: Omit<Actor, "permissions"> & { permissions: string[] | "all" };
  seq: number | null;
  until: number;
}

/** What of a caller travels to its seat. */
export function seatActor(actor: Actor): Kept["actor"] {
  const { permissions } = actor;
  return {
    ...actor,
    permissions: permissions === "all" ? "all" : [...permissions].filter((name) => name.endsWith(":read")),
  };
}

/** How long a turn may take before it is taken for lost, in milliseconds: the lease of the jobs that it runs. */
const longestTurn = 60_000;

/** A room, a heartbeat and nothing else: it may be put to sleep between any two messages. */
export class TenantHub extends DurableObject<object> {
  readonly #app: App;
  #room: Promise<Room> | undefined;
  #turn: Promise<void> | undefined;
  #again = false;
  readonly #waiting = new Set<() => void>();

  constructor(state: DurableObjectState, env: object, app: App) {
    super(state, env);
    this.#app = app;
  }

  async fetch(request: Request): Promise<Response> {
    const name = request.headers.get("foyer-database") ?? "";
    if ((await this.ctx.storage.get("database")) !== name) await this.ctx.storage.put("database", name);
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/live") return this.#accept(request);
    if (pathname === "/wait") await this.#wait(Number(searchParams.get("milliseconds")));
    else await this.#wake();
    return new Response(null, { status: 204 });
  }

  async alarm(): Promise<void> {
    await this.#wake();
  }

  async webSocketMessage(socket: WorkerSocket, message: string | ArrayBuffer): Promise<void> {
    const room = await this.#seated();
    await room.hear(socket, typeof message === "string" ? message : "");
  }

  async webSocketClose(socket: WorkerSocket): Promise<void> {
    (await this.#seated()).leave(socket);
    // Without an answer of ours the other side waits for one until it gives up.
    socket.close();
  }

  async webSocketError(socket: WorkerSocket): Promise<void> {
    (await this.#seated()).leave(socket);
  }

  async #accept(request: Request): Promise<Response> {
    const actor = JSON.parse(decodeURIComponent(request.headers.get(seatHeader) ?? "")) as Kept["actor"];
    const pair = new (
      globalThis as unknown as { WebSocketPair: new () => [WorkerSocket, WorkerSocket] }
    ).WebSocketPair();
    const [client, server] = Object.values(pair) as [WorkerSocket, WorkerSocket];
    const room = await this.#seated();
    this.ctx.acceptWebSocket(server);
    const kept: Kept = { actor, seq: null, until: this.#app.ports.clock.now() + seatLife };
    server.serializeAttachment(kept);
    room.enter(server, seatOf(kept));
    const init = { status: 101, webSocket: client, headers: { "sec-websocket-protocol": liveProtocol } };
    return new Response(null, init as ResponseInit);
  }

  /** The room, with everybody who was seated when the hub was put to sleep. */
  #seated(): Promise<Room> {
    this.#room ??= this.#open();
    return this.#room;
  }

  async #open(): Promise<Room> {
    const name = await this.ctx.storage.get<string>("database");
    const database = name === undefined ? undefined : await this.#app.tenancy.open(name);
    if (!database) throw new Error("a hub without a database");
    const keep = (socket: unknown, seat: Seat) => (socket as WorkerSocket).serializeAttachment(keptOf(seat));
    const room = new Room(database, () => this.#app.ports.clock.now(), keep);
    for (const socket of this.ctx.getWebSockets()) {
      const kept = socket.deserializeAttachment() as Kept | null;
      if (kept) room.enter(socket, seatOf(kept));
    }
    return room;
  }

  async #wake(): Promise<void> {
    for (const release of this.#waiting) release();
    this.#again = true;
    this.#turn ??= this.#run().finally(() => {
      this.#turn = undefined;
    });
    await this.#turn;
  }

  async #run(): Promise<void> {
    const name = await this.ctx.storage.get<string>("database");
    if (name === undefined) return;
    while (this.#again) {
      this.#again = false;
      // A hub that is torn down in the middle of its turn is woken again by this one.
      await this.ctx.storage.setAlarm(Date.now() + longestTurn);
      await (await this.#seated()).wake();
      const next = await this.#app.tick(name);
      if (next === undefined) await this.ctx.storage.deleteAlarm();
      else await this.ctx.storage.setAlarm(Math.max(next, Date.now() + 10));
    }
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, Math.min(milliseconds, 25_000));
      this.#waiting.add(done);
    });
  }
}

function seatOf({ actor, seq, until }: Kept): Seat {
  const permissions = actor.permissions === "all" ? ("all" as const) : new Set(actor.permissions);
  return { actor: { ...actor, permissions } as Actor, seq, until };
}

function keptOf({ actor, seq, until }: Seat): Kept {
  return { actor: seatActor(actor), seq, until };
}
