import type { FoyerEvent } from "../generated/types.ts";

/** What the server says on the socket. */
export type Frame =
  | { type: "ready"; seq: number }
  | { type: "event"; event: FoyerEvent }
  | { type: "reset"; seq: number }
  | { type: "typing"; conversation_id: string; sender_kind: string; name: string | null }
  | { type: "presence"; contact_id?: string; online?: boolean; staff_online?: boolean }
  | { type: "pong" };

/** Milliseconds: until the server must be ready, between pings, and to answer a ping when in doubt. */
const patience = { ready: 10_000, ping: 25_000, pong: 5000 };

/** One socket, from `hello` to its end. The credential is a subprotocol, for a URL ends up in logs. */
export function open(
  Socket: typeof WebSocket,
  url: string,
  token: string | undefined,
  after: () => number | null,
  receive: (frame: Frame) => void,
) {
  const socket = new Socket(url, token ? ["foyer.v1", `bearer.${token}`] : ["foyer.v1"]);
  let heard = true;
  let end = () => {};
  let deadline = setTimeout(() => end(), patience.ready);
  const send = (frame: object) => {
    if (socket.readyState === 1) socket.send(JSON.stringify(frame));
  };
  const ping = () => {
    heard = false;
    send({ type: "ping" });
  };
  const pulse = setInterval(() => (heard ? ping() : end()), patience.ping);

  const closed = new Promise<void>((resolve) => {
    end = () => {
      end = () => {};
      clearTimeout(deadline);
      clearInterval(pulse);
      socket.onopen = socket.onmessage = socket.onclose = null;
      // Closing a dead connection takes the runtime minutes; nobody waits for that.
      socket.close();
      resolve();
    };
  });
  socket.onopen = () => send({ type: "hello", after: after() });
  socket.onclose = socket.onerror = () => end();
  socket.onmessage = ({ data }) => {
    const frame = JSON.parse(data as string) as Frame;
    heard = true;
    if (frame.type === "ready") clearTimeout(deadline);
    receive(frame);
  };

  return {
    closed,
    send,
    close: () => end(),
    /** Ends the socket unless it answers soon. */
    probe(): void {
      ping();
      clearTimeout(deadline);
      deadline = setTimeout(() => heard || end(), patience.pong);
    },
  };
}
