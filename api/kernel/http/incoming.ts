import { newId } from "../../core/ids.ts";
import type { Caller } from "./authenticate.ts";

/** What a route's request brings, from whatever router found it. */
export interface Incoming {
  request: Request;
  requestId: string;
  ip: string;
  path: string;
  params(): Record<string, string>;
  query(): Record<string, string>;
  /** Who asked, once that is known. */
  caller?: Caller;
}

/** The caller's own request id when it is sane, else a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id");
  return given && /^[\w.:-]{1,128}$/.test(given) ? given : newId("req");
}
