import type { Outside, OutsideAnswer } from "../../ports/outside.ts";
import { readText } from "./body.ts";
import { type OutsideOptions, readTarget, sendableHeaders } from "./target.ts";

/**
 * Outgoing requests on Workers. Names are not resolved here: `fetch` leaves from Cloudflare's network, which has no
 * private addresses behind it, so literal addresses and local names are what there is to refuse.
 */
export function createWorkerOutside(options: OutsideOptions = {}): Outside {
  return {
    async vet(url) {
      const target = readTarget(url, options);
      return "failure" in target ? target : undefined;
    },

    async send(request) {
      const started = Date.now();
      const target = readTarget(request.url, options);
      if ("failure" in target) return { ok: false, ...target, duration: 0 };
      const signal = AbortSignal.timeout(request.timeout);
      try {
        const response = await fetch(target.url, {
          method: request.method,
          headers: sendableHeaders(request.headers),
          body: request.body,
          redirect: "manual",
          signal,
        });
        const body = response.body
          ? await readText(response.body, request.keep, response.headers.get("content-type") ?? "")
          : "";
        const headers = Object.fromEntries(response.headers);
        return { ok: true, status: response.status, headers, body, duration: Date.now() - started };
      } catch (error) {
        return { ...explain(error, signal, request.timeout), duration: Date.now() - started };
      }
    },
  };
}

function explain(
  error: unknown,
  signal: AbortSignal,
  timeout: number,
): Omit<OutsideAnswer & { ok: false }, "duration"> {
  if (signal.aborted) return { ok: false, failure: "timed_out", detail: `no complete answer within ${timeout} ms` };
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return { ok: false, failure: "connection_failed", detail: cause instanceof Error ? cause.message : String(cause) };
}
