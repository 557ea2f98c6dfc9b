import { type Live, type LiveOptions, live } from "./core/live.ts";
import { type ClientOptions, engine } from "./core/request.ts";
import { type StreamOptions, stream } from "./core/stream.ts";
import { type Areas, areas } from "./generated/resources.ts";
import type { EventOf, EventType } from "./generated/types.ts";
import { verify } from "./webhooks/verify.ts";

/** A client with every area of the API. */
export interface Foyer extends Areas {
  events: Areas["events"] & {
    /**
     * All events in order, without end, over long-polls: for servers. Goes on after a lost connection where it was;
     * ends when the signal is aborted.
     */
    stream<T extends EventType = EventType>(options?: StreamOptions<T>): AsyncGenerator<EventOf<T>, void, undefined>;
  };
  webhooks: Areas["webhooks"] & {
    /** Checks a webhook delivery and returns its event; throws `WebhookVerificationError`. */
    verify: typeof verify;
  };
  /** Follows events as they happen, over a socket, and over long-polls where there is none: for pages. */
  live(options?: LiveOptions): Live;
}

/** A client of the Foyer API. Throws `FoyerError` when it cannot know where the API lives. */
export function createClient(options: ClientOptions = {}): Foyer {
  const e = engine(options);
  const all = areas(e);
  return {
    ...all,
    events: { ...all.events, stream: (options) => stream(e, options) },
    webhooks: { ...all.webhooks, verify },
    live: (options) => live(e, options),
  };
}

export type { Call } from "./core/call.ts";
export {
  AbortError,
  AuthenticationError,
  ConflictError,
  ConnectionError,
  type FieldError,
  FoyerError,
  NotFoundError,
  PermissionError,
  PreconditionFailedError,
  type Problem,
  ProblemError,
  RateLimitError,
  ServerError,
  TimeoutError,
  ValidationError,
} from "./core/errors.ts";
export type { Live, LiveOptions, LiveStatus, Presence, Typing } from "./core/live.ts";
export type { ListBody, Page, Pages } from "./core/pages.ts";
export type { Bytes, ClientOptions, Engine, RequestOptions, Token } from "./core/request.ts";
export type { StreamOptions } from "./core/stream.ts";
export type * from "./generated/types.ts";
export {
  type VerifyOptions,
  verify,
  type WebhookHeaders,
  WebhookHeadersError,
  WebhookSignatureError,
  WebhookTimestampError,
  WebhookVerificationError,
} from "./webhooks/verify.ts";
