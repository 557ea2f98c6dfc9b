import { unauthenticated } from "../problem.ts";

/** The subprotocol that both sides speak. */
export const liveProtocol = "foyer.v1";

/**
 * The credential of a live connection. A browser cannot set headers on a socket, and tokens never travel in addresses,
 * so it is offered as a second subprotocol: `foyer.v1, bearer.<token>`.
 */
export function bearerOf(header: string | string[] | undefined | null): string {
  const offered = String(header ?? "")
    .split(",")
    .map((part) => part.trim());
  const token = offered.find((part) => part.startsWith("bearer."))?.slice("bearer.".length);
  if (!offered.includes(liveProtocol) || !token) throw unauthenticated();
  return token;
}
