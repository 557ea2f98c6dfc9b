import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { App } from "../kernel/assemble.ts";
import { bearerOf, liveProtocol } from "../kernel/live/protocol.ts";
import { Room, seatLife } from "../kernel/live/room.ts";
import { Problem } from "../kernel/problem.ts";

/** Live connections of the embedded runtime: one room for each tenant that somebody is connected to. */
export class Sockets {
  readonly #app: App;
  readonly #rooms = new Map<string, Room>();
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: 4096,
    handleProtocols: (offered) => (offered.has(liveProtocol) ? liveProtocol : false),
  });

  constructor(app: App) {
    this.#app = app;
  }

  attach(server: Server): void {
    server.on("upgrade", (request, socket, head) => {
      socket.on("error", () => socket.destroy());
      this.#upgrade(request, socket, head).catch((error: unknown) => {
        const status = error instanceof Problem ? error.kind.status : 500;
        socket.end(`HTTP/1.1 ${status} ${status === 401 ? "Unauthorized" : "Refused"}\r\nConnection: close\r\n\r\n`);
      });
    });
  }

  /** The log of that tenant has grown. */
  wake(database: string): void {
    this.#rooms
      .get(database)
      ?.wake()
      .catch((error: unknown) => this.#app.ports.log("error", "room failed", { database, error: String(error) }));
  }

  /** Tells everybody to come back: the service is restarting. */
  close(): void {
    for (const socket of this.#server.clients) socket.close(1012, "service restart");
    this.#server.close();
  }

  async #upgrade(request: IncomingMessage, raw: Duplex, head: Buffer): Promise<void> {
    if ((request.url ?? "").split("?")[0] !== "/v1/live")
      return void raw.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
    const token = bearerOf(request.headers["sec-websocket-protocol"]);
    const { actor, database } = await this.#app.admit(token, request.headers.origin ?? null);
    this.#server.handleUpgrade(request, raw, head, (socket) => {
      const now = () => this.#app.ports.clock.now();
      const room = this.#rooms.get(database.name) ?? new Room(database, now);
      this.#rooms.set(database.name, room);
      room.enter(socket, { actor, seq: null, until: now() + seatLife });
      socket.on("message", (data, binary) => this.#hear(room, socket, binary ? "" : String(data)));
      socket.on("error", () => socket.terminate());
      socket.on("close", () => {
        room.leave(socket);
        if (room.size === 0 && this.#rooms.get(database.name) === room) this.#rooms.delete(database.name);
      });
    });
  }

  #hear(room: Room, socket: WebSocket, text: string): void {
    room.hear(socket, text).catch((error: unknown) => {
      this.#app.ports.log("error", "live frame failed", { error: String(error) });
      socket.close(1011, "internal error");
    });
  }
}
