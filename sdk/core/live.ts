import type { FoyerEvent } from "../generated/types.ts";
import { AbortError, ProblemError } from "./errors.ts";
import type { Engine } from "./request.ts";
import { fullJitter, transient } from "./retry.ts";
import { type Frame, open } from "./socket.ts";
import { poll } from "./stream.ts";

/** `live` is a socket, `polling` the fallback; `closed` is final. */
export type LiveStatus = "connecting" | "live" | "polling" | "closed";

export type Typing = Extract<Frame, { type: "typing" }>;
export type Presence = Extract<Frame, { type: "presence" }>;

export interface LiveOptions {
  /** Everything after this `seq`: keep {@link Live.seq}. Without it, from now on. */
  after?: number | null;
  /** Called once for each event, in the order of `seq`. */
  onEvent?(event: FoyerEvent): void;
  /** `after` was too old to go on from: fetch anew what you show. Events after `seq` follow. */
  onReset?(seq: number): void;
  onTyping?(typing: Typing): void;
  onPresence?(presence: Presence): void;
  onStatus?(status: LiveStatus): void;
  /** The API refused for good (401, 403); the connection is closed. */
  onError?(error: ProblemError): void;
  signal?: AbortSignal;
}

export interface Live {
  /** The last event that was handed over. */
  readonly seq: number | null;
  readonly status: LiveStatus;
  /** Tells the others that somebody types here. Never stored, and lost while not connected. */
  typing(conversation_id: string): void;
  close(): void;
}

/** After so many sockets in a row that never got ready, polling takes over. */
const enough = 2;

/** While polling, a socket is tried again after so many milliseconds. */
const again = 60_000;

/** A socket that lived for so many milliseconds was a good one: the back-off starts anew. */
const settled = 5000;

/**
 * Follows the event log over a WebSocket, and over long-polls where there is none. Goes on after the last event it
 * handed over, whatever happened in between, so that none is missed and none comes twice.
 */
export function live(engine: Engine, options: LiveOptions = {}): Live {
  const stop = new AbortController();
  const { signal } = stop;
  const Socket = engine.options.WebSocket === undefined ? globalThis.WebSocket : engine.options.WebSocket;
  let seq = options.after ?? null;
  let status: LiveStatus | undefined;
  let socket: ReturnType<typeof open> | undefined;
  let turn: AbortController | undefined;
  let dropped = 0;
  let wake = () => {};

  function tell<A>(handler: ((value: A) => void) | undefined, value: A): void {
    try {
      handler?.(value);
    } catch (error) {
      // A handler's own mistake is made known, and does not stop the events.
      void Promise.reject(error);
    }
  }

  function become(next: LiveStatus): void {
    if (status === next) return;
    status = next;
    tell(options.onStatus, next);
  }

  function deliver(event: FoyerEvent): void {
    if (signal.aborted || (seq !== null && event.seq <= seq)) return;
    seq = event.seq;
    tell(options.onEvent, event);
  }

  function receive(frame: Frame): void {
    if (frame.type === "event") deliver(frame.event);
    else if (frame.type === "typing") tell(options.onTyping, frame);
    else if (frame.type === "presence") tell(options.onPresence, frame);
    else if (frame.type === "ready") {
      // What is missed until the first event must be resumed too.
      seq ??= frame.seq;
      dropped = 0;
      become("live");
    } else if (frame.type === "reset") reset(frame.seq);
  }

  function reset(to: number): void {
    seq = to;
    tell(options.onReset, to);
  }

  async function run(): Promise<void> {
    let tried = 0;
    let checked = true;
    for (let failures = 0; !signal.aborted; ) {
      let problem: unknown;
      try {
        if (Socket && (dropped < enough ? checked : Date.now() - tried > again)) {
          if (dropped < enough) become("connecting");
          tried = Date.now();
          const token = await engine.token();
          if (signal.aborted) return;
          dropped++;
          socket = open(Socket, `${engine.baseUrl.replace(/^http/, "ws")}/v1/live`, token, () => seq, receive);
          await socket.closed;
          // A socket does not say why it was refused; a request does, and refreshes a token that ran out.
          checked = !dropped;
          if (!checked) continue;
          failures = Date.now() - tried > settled ? 0 : failures + 1;
        } else {
          turn = new AbortController();
          const answer = await poll(engine, seq, status === "polling" ? 25 : 0, turn.signal);
          if (!Socket || dropped >= enough) become("polling");
          answer.events.forEach(deliver);
          seq = answer.after;
          checked = true;
          failures = 0;
          continue;
        }
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof AbortError) continue;
        if (error instanceof ProblemError && error.code === "cursor_too_old") {
          reset(Number(error.problem.last_seq));
          continue;
        }
        if (error instanceof ProblemError && !transient(error)) {
          stop.abort();
          tell(options.onError, error);
          return;
        }
        problem = error;
        checked = false;
        failures++;
      }
      await pause(fullJitter(failures, problem));
    }
  }

  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => wake(), milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (signal.aborted) wake();
    });
  }

  /** The machine woke up or is back on the network: see whether the socket still lives, or try one at once. */
  function look(): void {
    dropped = Math.min(dropped, enough - 1);
    socket?.probe();
    turn?.abort();
    wake();
  }

  signal.addEventListener("abort", () => {
    socket?.close();
    turn?.abort();
    wake();
    become("closed");
  });
  const close = () => stop.abort();
  if (options.signal?.aborted) close();
  options.signal?.addEventListener("abort", close, { signal });
  if (typeof document !== "undefined") {
    const visible = () => document.visibilityState === "visible" && look();
    addEventListener("online", look, { signal });
    addEventListener("pageshow", look, { signal });
    document.addEventListener("visibilitychange", visible, { signal });
  }
  void run();

  return {
    get seq() {
      return seq;
    },
    get status() {
      return status ?? "connecting";
    },
    typing: (conversation_id) => socket?.send({ type: "typing", conversation_id }),
    close,
  };
}
