export type { Call } from "./core/call.ts";
export * from "./core/errors.ts";
export { type Live, type LiveOptions, type LiveStatus, live, type Presence, type Typing } from "./core/live.ts";
export type { ListBody, Page, Pages } from "./core/pages.ts";
export {
  type Bytes,
  type ClientOptions,
  type Engine,
  engine,
  type RequestOptions,
  type Token,
} from "./core/request.ts";
export { type StreamOptions, stream } from "./core/stream.ts";
