import { ConnectionError, ProblemError } from "@foyer/sdk/engine";

/** What to quote to support, where the API answered at all. */
export const requestId = (error: unknown): string | undefined =>
  error instanceof ProblemError ? error.request_id : undefined;

/** Whether there was no answer: it may or may not have happened. */
export const unreachable = (error: unknown): boolean => error instanceof ConnectionError;

/** The problem's code; undefined for what is not the API's answer. */
export const codeOf = (error: unknown): string | undefined => (error instanceof ProblemError ? error.code : undefined);
