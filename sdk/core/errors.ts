import type { ProblemCode } from "../generated/types.ts";

/** The body of a refusal, RFC 9457 `application/problem+json`; some problems carry members of their own. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  code: string;
  request_id?: string;
  errors?: FieldError[];
  [member: string]: unknown;
}

/** What is wrong with one value: `pointer` is a JSON pointer (RFC 6901) into the part named by `in`. */
export interface FieldError {
  in?: "body" | "query" | "path" | "header";
  pointer: string;
  detail: string;
}

/** Everything this package throws is one of these. */
export class FoyerError extends Error {
  override readonly name: string = "FoyerError";
}

/** The API answered, and the answer is no. `problem` is the whole body, with members such as `alternatives`. */
export class ProblemError extends FoyerError {
  override readonly name: string = "ProblemError";
  readonly status: number;
  readonly code: ProblemCode | (string & {});
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: readonly FieldError[];
  /** What to quote to support. */
  readonly request_id: string | undefined;
  /** Seconds to wait before another try, when the server said so. */
  readonly retry_after: number | undefined;
  readonly problem: Problem;
  readonly headers: Headers;

  constructor(problem: Problem, headers: Headers, retry_after?: number) {
    super(`${problem.status} ${problem.code}: ${problem.detail ?? problem.title}`);
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title;
    this.detail = problem.detail;
    this.errors = problem.errors ?? [];
    this.request_id = problem.request_id ?? headers.get("x-request-id") ?? undefined;
    this.retry_after = retry_after;
    this.problem = problem;
    this.headers = headers;
  }

  /** The same as `request_id`. */
  get requestId(): string | undefined {
    return this.request_id;
  }
}

/** 400 and 422: the request does not fit; `errors` says where. */
export class ValidationError extends ProblemError {
  override readonly name = "ValidationError";
}

/** 401: no credentials, or none that are valid any more. */
export class AuthenticationError extends ProblemError {
  override readonly name = "AuthenticationError";
}

/** 403: known, and not allowed. */
export class PermissionError extends ProblemError {
  override readonly name = "PermissionError";
}

/** 404: does not exist, or is not yours. */
export class NotFoundError extends ProblemError {
  override readonly name = "NotFoundError";
}

/** 409: somebody else was first: a stale `version`, a slot that is taken. */
export class ConflictError extends ProblemError {
  override readonly name = "ConflictError";
}

/** 412: `If-Match` no longer matches. */
export class PreconditionFailedError extends ProblemError {
  override readonly name = "PreconditionFailedError";
}

/** 429: too many requests; see `retry_after`. */
export class RateLimitError extends ProblemError {
  override readonly name = "RateLimitError";
}

/** 500 and above. */
export class ServerError extends ProblemError {
  override readonly name = "ServerError";
}

/** No answer: name not resolved, connection refused or cut. `cause` is the runtime's own error. */
export class ConnectionError extends FoyerError {
  override readonly name: string = "ConnectionError";
}

/** No answer within `timeout`. */
export class TimeoutError extends ConnectionError {
  override readonly name = "TimeoutError";
}

/** The caller's signal was aborted; `cause` is its reason. */
export class AbortError extends FoyerError {
  override readonly name = "AbortError";
}

const byStatus: Record<number, typeof ProblemError> = {
  400: ValidationError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  412: PreconditionFailedError,
  422: ValidationError,
  429: RateLimitError,
};

/** The typed error for an answer that is not a success. A body that is no problem (a proxy's page) gets a stand-in. */
export function problemError(response: Response, body: string, retry_after?: number): ProblemError {
  const { status, statusText, headers } = response;
  let problem: Problem = { type: "about:blank", title: statusText || "The request failed", status, code: "unknown" };
  try {
    problem = { ...problem, ...(JSON.parse(body) as Problem), status };
  } catch {
    // The stand-in says all there is to say.
  }
  const Kind = status >= 500 ? ServerError : (byStatus[status] ?? ProblemError);
  return new Kind(problem, headers, retry_after);
}
