/** Why an outgoing request came to nothing. */
export type OutsideFailure =
  | "address_not_allowed"
  | "dns_failed"
  | "connection_failed"
  | "timed_out"
  | "response_too_large"
  | "invalid_url";

export interface OutsideRequest {
  url: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  headers: Record<string, string>;
  body?: string;
  /** Milliseconds for the whole exchange. */
  timeout: number;
  /** Bytes of the answer that are kept; the rest is cut off. */
  keep: number;
}

export type OutsideAnswer =
  | { ok: true; status: number; headers: Record<string, string>; body: string; duration: number }
  | { ok: false; failure: OutsideFailure; detail: string; duration: number };

/**
 * Requests to addresses that a customer chose. Private, loopback, link-local and metadata addresses are refused,
 * by name and by what the name resolves to; the address that was checked is the one connected to; redirects are
 * not followed.
 */
export interface Outside {
  /** What is wrong with the address, before anything is sent; `undefined` when nothing is. */
  vet(url: string): Promise<{ failure: OutsideFailure; detail: string } | undefined>;
  send(request: OutsideRequest): Promise<OutsideAnswer>;
}
