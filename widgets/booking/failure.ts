/** What can be said of an error of the SDK without loading the SDK. */
type Failure = { name?: string; code?: string; request_id?: string } | undefined;

/** What to quote to support, where the API answered at all. */
export const requestId = (error: unknown): string | undefined => (error as Failure)?.request_id;

/** Whether there was no answer: it may or may not have happened. */
export const unreachable = (error: unknown): boolean =>
  ["ConnectionError", "TimeoutError"].includes((error as Failure)?.name ?? "");

/** The problem's code; undefined for what is not the API's answer. */
export const codeOf = (error: unknown): string | undefined => (error as Failure)?.code;
