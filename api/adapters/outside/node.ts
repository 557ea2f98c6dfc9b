import { lookup as dnsLookup } from "node:dns/promises";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import type { Outside, OutsideAnswer, OutsideFailure, OutsideRequest } from "../../ports/outside.ts";
import { isPublicAddress } from "./address.ts";
import { readText } from "./body.ts";
import { notAllowed, type OutsideOptions, type Refusal, readTarget, sendableHeaders, type Target } from "./target.ts";

interface Resolved {
  address: string;
  family: number;
}

export interface NodeOutsideOptions extends OutsideOptions {
  /** Asks for all addresses of a name. Default: the resolver of the operating system. */
  resolve?: (host: string) => Promise<Resolved[]>;
}

/** How long `vet` waits for DNS, in milliseconds. */
const vetTimeout = 5_000;

/** Outgoing requests on Node. A name is resolved once, all its addresses are checked, and only those are connected to. */
export function createNodeOutside(options: NodeOutsideOptions = {}): Outside {
  const resolve = options.resolve ?? ((host: string) => dnsLookup(host, { all: true, verbatim: true }));

  async function check(url: string, signal: AbortSignal): Promise<{ target: Target; addresses: Resolved[] } | Refusal> {
    const target = readTarget(url, options);
    if ("failure" in target) return target;
    if (target.literal) return { target, addresses: [] };
    const addresses = await untilAborted(resolve(target.host), signal).catch(() => []);
    if (signal.aborted) return { failure: "timed_out", detail: `looking up ${target.host} took too long` };
    if (addresses.length === 0) return { failure: "dns_failed", detail: `${target.host} has no address` };
    // One private address among public ones is how a rebinding name looks: the whole name is refused.
    if (!target.allowed && !addresses.every(({ address }) => isPublicAddress(address))) return notAllowed(target.host);
    return { target, addresses };
  }

  return {
    async vet(url) {
      const checked = await check(url, AbortSignal.timeout(vetTimeout));
      return "failure" in checked ? checked : undefined;
    },

    async send(request) {
      const started = performance.now();
      const duration = () => Math.round(performance.now() - started);
      const signal = AbortSignal.timeout(request.timeout);
      const checked = await check(request.url, signal);
      if ("failure" in checked) return { ok: false, ...checked, duration: duration() };
      try {
        const answer = await exchange(checked.target, checked.addresses, request, signal);
        return { ...answer, duration: duration() };
      } catch (error) {
        return { ok: false, ...explain(error, signal, request.timeout), duration: duration() };
      }
    },
  };
}

type Received = Omit<Extract<OutsideAnswer, { ok: true }>, "duration">;

async function exchange(
  target: Target,
  addresses: Resolved[],
  request: OutsideRequest,
  signal: AbortSignal,
): Promise<Received> {
  const response = await open(target, addresses, request, signal);
  try {
    const headers = flat(response.headers);
    const encoded = !["", "identity"].includes(headers["content-encoding"] ?? "");
    // Compressed bytes are not unpacked: we asked for none, and a few of them can unfold into gigabytes.
    const body = encoded ? "" : await readText(response, request.keep, headers["content-type"] ?? "");
    return { ok: true, status: response.statusCode ?? 0, headers, body };
  } finally {
    response.destroy();
  }
}

function open(target: Target, addresses: Resolved[], request: OutsideRequest, signal: AbortSignal) {
  const send = target.url.protocol === "https:" ? httpsRequest : httpRequest;
  const body = request.body === undefined ? undefined : Buffer.from(request.body);
  return new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = send({
      protocol: target.url.protocol,
      host: target.host,
      port: target.url.port || undefined,
      path: target.url.pathname + target.url.search,
      method: request.method,
      headers: {
        "accept-encoding": "identity",
        ...sendableHeaders(request.headers),
        ...(body ? { "content-length": body.byteLength } : {}),
      },
      // A connection of its own: a pooled one could have been opened for another answer of DNS.
      agent: false,
      lookup: pinned(addresses),
      signal,
    });
    outgoing.on("response", resolve);
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Answers the socket's question for an address with those that were checked, whatever DNS says by now. */
function pinned(addresses: Resolved[]): LookupFunction {
  return (_host, options, callback) => {
    const usable = options.family ? addresses.filter(({ family }) => family === options.family) : addresses;
    const first = usable[0];
    if (!first) callback(new Error("no checked address of that family"), "", 0);
    else if (options.all) callback(null, usable);
    else callback(null, first.address, first.family);
  };
}

function flat(headers: IncomingMessage["headers"]): Record<string, string> {
  const entries = Object.entries(headers).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value!]));
}

function explain(error: unknown, signal: AbortSignal, timeout: number): Refusal {
  if (signal.aborted) return { failure: "timed_out", detail: `no complete answer within ${timeout} ms` };
  const { code, message } = error as NodeJS.ErrnoException;
  const failure: OutsideFailure = code === "HPE_HEADER_OVERFLOW" ? "response_too_large" : "connection_failed";
  return { failure, detail: code ?? message };
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
