import type { z } from "@hono/zod-openapi";

/** One field that was refused. */
export interface FieldError {
  in: "body" | "query" | "path" | "header";
  /** JSON Pointer (RFC 6901) into the part named by `in`; empty for the whole of it. */
  pointer: string;
  detail: string;
}

/** A kind of problem, declared once, thrown by calling it. */
export interface ProblemKind {
  (detail?: string, extra?: ProblemExtra): Problem;
  readonly code: string;
  readonly status: number;
  readonly title: string;
}

export interface ProblemExtra {
  errors?: FieldError[];
  /** Extension members of RFC 9457, section 3.2. */
  members?: Record<string, unknown>;
  headers?: Record<string, string>;
  /** What is there instead of what the caller saw; told as `current` by routes that answer its shape. */
  newer?: unknown;
}

/** What went wrong, in the shape of RFC 9457. Messages are safe for clients: never a stack, never SQL. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly detail: string | undefined;
  readonly extra: ProblemExtra;

  constructor(kind: ProblemKind, detail: string | undefined, extra: ProblemExtra) {
    super(detail ?? kind.title);
    this.name = "Problem";
    this.kind = kind;
    this.detail = detail;
    this.extra = extra;
  }

  /** The same with what is there now, as `shape` shows it to the caller; nothing more where it does not fit. */
  withCurrent(shape: z.ZodType | null): Problem {
    const shown = this.extra.newer === undefined ? undefined : shape?.safeParse(this.extra.newer);
    if (!shown?.success) return this;
    const members = { ...this.extra.members, current: shown.data };
    return new Problem(this.kind, this.detail, { ...this.extra, members });
  }

  /** The same about one item of a list: every pointer begins with that item's. */
  within(pointer: string, members: Record<string, unknown>): Problem {
    const { errors = [{ in: "body" as const, pointer: "", detail: this.message }] } = this.extra;
    return new Problem(this.kind, this.detail, {
      ...this.extra,
      errors: errors.map((error) => ({ ...error, pointer: `${pointer}${error.pointer}` })),
      members: { ...members, ...this.extra.members },
    });
  }

  /** The `application/problem+json` body. */
  body(requestId: string): Record<string, unknown> {
    const { code, status, title } = this.kind;
    return {
      type: `https://foyer.dev/problems/${code}`,
      title,
      status,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      code,
      request_id: requestId,
      ...(this.extra.errors ? { errors: this.extra.errors } : {}),
      ...this.extra.members,
    };
  }
}

/** Declares a problem: `code` in lower snake case, an HTTP status, and a sentence that says what is not so. */
export function problem(code: string, status: number, title: string): ProblemKind {
  const kind = ((detail?: string, extra: ProblemExtra = {}) => new Problem(kind, detail, extra)) as ProblemKind;
  Object.assign(kind, { code, status, title });
  return kind;
}

export const validationFailed = problem("validation_failed", 400, "The request does not fit what is declared.");
export const malformedBody = problem("malformed_body", 400, "The body is not valid JSON.");
export const invalidCursor = problem("invalid_cursor", 400, "The cursor was not issued by this list.");
export const unauthenticated = problem("unauthenticated", 401, "A valid credential is needed.");
export const forbidden = problem("forbidden", 403, "This credential may not do that.");
export const originNotAllowed = problem("origin_not_allowed", 403, "This key is not allowed on that origin.");
export const notFound = problem("not_found", 404, "There is nothing here by that name.");
export const methodNotAllowed = problem("method_not_allowed", 405, "This address does not answer that method.");
export const versionConflict = problem("version_conflict", 409, "Somebody changed it in the meantime.");
export const contended = problem("contended", 409, "Too many changed it at once; try again.");
export const preconditionFailed = problem("precondition_failed", 412, "The ETag in If-Match is not the current one.");
export const bodyTooLarge = problem("body_too_large", 413, "The body is larger than this address accepts.");
export const unsupportedMediaType = problem("unsupported_media_type", 415, "That content type is not accepted here.");
export const idempotencyMismatch = problem(
  "idempotency_mismatch",
  422,
  "This Idempotency-Key was used with another request.",
);
export const idempotencyInFlight = problem(
  "idempotency_in_flight",
  409,
  "The first request with this Idempotency-Key is still running.",
);
export const rateLimited = problem("rate_limited", 429, "Too many requests.");
export const internalError = problem("internal_error", 500, "Something went wrong on our side.");
export const unavailable = problem("unavailable", 503, "The service is not ready.");

/** One field, refused with a sentence. */
export function invalid(pointer: string, detail: string, where: FieldError["in"] = "body"): Problem {
  return validationFailed(detail, { errors: [{ in: where, pointer, detail }] });
}
