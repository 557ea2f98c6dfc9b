import type { Work } from "../../kernel/index.ts";
import type { OutsideAnswer } from "../../ports/outside.ts";

const timeout = 15_000;
/** Bytes of a calendar that are read. */
const limit = 2 * 1024 * 1024;
const mostRedirects = 3;

export type Fetched =
  | { kind: "unchanged" }
  | { kind: "content"; text: string; etag: string | null }
  /** `reason` is for people, and tells nothing of the address beyond its host. */
  | { kind: "failed"; reason: string };

/** Fetches a calendar; `etag` is of the content that is known. Every redirect is vetted like the first address. */
export async function fetchCalendar(work: Work, url: string, etag: string | null): Promise<Fetched> {
  let target = url;
  for (let redirects = 0; ; redirects++) {
    const answer = await work.outside.send({
      url: target,
      method: "GET",
      headers: {
        accept: "text/calendar, text/plain;q=0.5",
        "user-agent": "Foyer-Calendars/1",
        ...(etag === null ? {} : { "if-none-match": etag }),
      },
      timeout,
      // One more than may be: so that too much can be told from just enough.
      keep: limit + 1,
    });
    const next = redirected(answer, target);
    if (next === undefined) return judged(answer, etag);
    if (redirects === mostRedirects) return failed("The address leads from one to another without end.");
    target = next;
  }
}

function redirected(answer: OutsideAnswer, from: string): string | undefined {
  if (!answer.ok || ![301, 302, 303, 307, 308].includes(answer.status)) return undefined;
  const { location } = answer.headers;
  return location && URL.canParse(location, from) ? new URL(location, from).href : undefined;
}

function judged(answer: OutsideAnswer, etag: string | null): Fetched {
  if (!answer.ok) return failed(`${sentences[answer.failure]} (${answer.detail})`);
  if (answer.status === 304 && etag !== null) return { kind: "unchanged" };
  if (answer.status !== 200) {
    return failed(`${statuses[answer.status] ?? "The address gave no calendar."} (${answer.status})`);
  }
  if (!["", "identity"].includes(answer.headers["content-encoding"] ?? "")) {
    return failed("The answer is compressed, which was not asked for.");
  }
  if (Number(answer.headers["content-length"] ?? 0) > limit || new TextEncoder().encode(answer.body).length > limit) {
    return failed("The calendar is larger than 2 MB.");
  }
  return { kind: "content", text: answer.body, etag: answer.headers.etag?.slice(0, 200) ?? null };
}

const statuses: Record<number, string> = {
  401: "The address asks for a password.",
  403: "The calendar is not shared.",
  404: "There is no calendar at the address.",
  410: "The calendar is gone.",
  429: "The address is asked too often.",
};

const sentences: Record<Extract<OutsideAnswer, { ok: false }>["failure"], string> = {
  address_not_allowed: "The address is not public.",
  dns_failed: "The address cannot be found.",
  connection_failed: "The address cannot be reached.",
  timed_out: "The address did not answer in time.",
  response_too_large: "The answer is too large.",
  invalid_url: "The address cannot be used.",
};

const failed = (reason: string): Fetched => ({ kind: "failed", reason });
