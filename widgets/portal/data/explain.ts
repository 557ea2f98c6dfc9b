import { ConnectionError, ProblemError, TimeoutError } from "../../../sdk/index.ts";

/** A failure in words for people. */
export interface Explained {
  title: string;
  text: string;
  /** Both in one, for a toast. */
  sentence: string;
  requestId: string | undefined;
}

/** Says what happened and what is safe. */
export function explain(error: unknown): Explained {
  const { title, text } = words(error);
  const requestId = error instanceof ProblemError ? error.request_id : undefined;
  return { title, text, sentence: requestId ? `${text} (${requestId})` : text, requestId };
}

function words(error: unknown): { title: string; text: string } {
  if (error instanceof TimeoutError)
    return { title: "No answer", text: "The service took too long. You can try again." };
  if (error instanceof ConnectionError)
    return { title: "No connection", text: "The service could not be reached. Nothing was lost." };
  if (!(error instanceof ProblemError)) return { title: "Something went wrong", text: "You can try again." };
  if (error.status === 403) return { title: "Not allowed", text: error.detail ?? "Your role does not include this." };
  if (error.status === 404) return { title: "Not found", text: "It does not exist, or no longer." };
  if (error.status === 429) {
    const wait = error.retry_after ? ` Try again in ${error.retry_after} seconds.` : " Try again in a moment.";
    return { title: "Too many requests", text: `That was a lot at once.${wait}` };
  }
  const [first] = error.errors;
  return { title: error.title, text: error.detail ?? first?.detail ?? error.title };
}

/** Field errors of a refused body, by the first part of their pointer. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ProblemError)) return {};
  return Object.fromEntries(
    error.errors.map(({ pointer, detail }) => [pointer.replace(/^\/?/, "").split("/")[0] ?? "", detail]),
  );
}
