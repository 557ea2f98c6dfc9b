import { z } from "@hono/zod-openapi";
import {
  bodyTooLarge,
  type FieldError,
  invalid,
  malformedBody,
  notFound,
  unsupportedMediaType,
  validationFailed,
} from "../problem.ts";
import type { Route } from "../route.ts";
import { versioned } from "../spec/problems.ts";
import type { Incoming } from "./incoming.ts";

/** Bytes that a JSON body may have. */
export const bodyLimit = 256 * 1024;
/** Levels of nesting that a JSON body may have: more than any declared shape needs, less than a stack bears. */
const depthLimit = 32;

/** Checks one part of a request, and refuses with a pointer to every field that does not fit. */
export function check<T>(shape: z.ZodType<T>, value: unknown, where: FieldError["in"]): T {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue): FieldError[] => {
    const keys = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    const detail = issue.code === "unrecognized_keys" ? "This field is not known here." : issue.message;
    return keys.map((path) => ({ in: where, pointer: pointer(path), detail }));
  });
  const first = errors[0];
  const detail = first ? `${first.pointer || "The whole"} (${where}): ${first.detail}` : undefined;
  throw validationFailed(detail, { errors: errors.slice(0, 50) });
}

/** RFC 6901. */
function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

export async function readJson(request: Request): Promise<{ text: string; value: unknown }> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)) {
    throw unsupportedMediaType("The body must be application/json.");
  }
  const text = new TextDecoder().decode(await readBytes(request, bodyLimit));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformedBody();
  }
  if (tooDeep(value, depthLimit)) throw malformedBody(`The body is nested deeper than ${depthLimit} levels.`);
  return { text, value };
}

/** Reads at most `limit` bytes, whatever the caller claims about the length. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const claimed = Number(request.headers.get("content-length") ?? Number.NaN);
  if (claimed > limit) throw bodyTooLarge(`At most ${limit} bytes are accepted here.`);
  if (claimed >= 0 || request.body === null) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    if (bytes.length > limit) throw bodyTooLarge(`At most ${limit} bytes are accepted here.`);
    return bytes;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) throw bodyTooLarge(`At most ${limit} bytes are accepted here.`);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function tooDeep(value: unknown, left: number): boolean {
  if (value === null || typeof value !== "object") return false;
  if (left === 0) return true;
  for (const key in value) if (tooDeep((value as Record<string, unknown>)[key], left - 1)) return true;
  return false;
}

export interface Input {
  params: unknown;
  query: unknown;
  body: unknown;
  /** The body as it came, for telling whether a request is the same one again. */
  text: string | Uint8Array;
}

const noQuery = z.strictObject({});

/** Path, query and body, each as the route declares it. */
export async function readInput(route: Route, incoming: Incoming): Promise<Input> {
  const params = route.params && readParams(route, incoming);
  const query = check(route.query ?? noQuery, incoming.query(), "query");
  const { body, text } = await readBody(route, incoming.request);
  demandVersion(route, incoming.request, body);
  return { params, query, body, text };
}

/** A path parameter that cannot be the name of anything is the name of nothing. */
function readParams(route: Route, incoming: Incoming): unknown {
  const result = route.params?.safeParse(incoming.params());
  if (!result?.success) throw notFound();
  return result.data;
}

async function readBody(route: Route, request: Request): Promise<{ body: unknown; text: string | Uint8Array }> {
  if (route.raw) {
    const bytes = await readBytes(request, route.raw.limit);
    return { body: bytes, text: bytes };
  }
  if (!route.body) return { body: undefined, text: "" };
  const { value, text } = await readJson(request);
  return { body: check(route.body, value, "body"), text };
}

/** Whoever changes what is there says which version they saw, so that nobody's change is lost unseen. */
function demandVersion(route: Route, request: Request, body: unknown): void {
  const changes = route.method === "patch" || route.method === "put";
  if (!changes || route.lastWins || !versioned(route) || request.headers.has("if-match")) return;
  if ((body as { version?: number }).version === undefined) {
    throw invalid("/version", "Say which version you read, here or in If-Match.");
  }
}
