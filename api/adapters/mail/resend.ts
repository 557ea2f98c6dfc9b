import type { Mailer } from "../../ports/mail.ts";
import { safeMail } from "./safe.ts";

export interface ResendOptions {
  key: string;
  /** Default: `https://api.resend.com`. */
  base_url?: string;
  /** Milliseconds for one attempt. Default: 15 seconds. */
  timeout?: number;
}

/** Mail through Resend's HTTP API. The mail's id is the idempotency key: for 24 hours a second copy is dropped there. */
export function createResendMailer(options: ResendOptions): Mailer {
  const url = `${(options.base_url ?? "https://api.resend.com").replace(/\/+$/, "")}/emails`;
  const timeout = options.timeout ?? 15_000;

  return {
    kind: "resend",
    async send(given) {
      const { id, from, to, reply_to, subject, text, html, headers } = safeMail(given);
      const response = await fetch(url, {
        method: "POST",
        headers: {
          authorization: `Bearer ${options.key}`,
          "content-type": "application/json",
          "idempotency-key": id,
        },
        body: JSON.stringify({ from, to: [to], reply_to, subject, text, html, headers }),
        // The key must not travel on to wherever a redirect points. (Workers know no "error" mode.)
        redirect: "manual",
        signal: AbortSignal.timeout(timeout),
      });
      const answer = await response.text();
      if (!response.ok)
        throw new Error(`Resend answered ${response.status}: ${field(answer, "message") ?? "no reason"}`);
      const provider_id = field(answer, "id");
      if (provider_id === undefined) throw new Error("Resend accepted the mail without an id");
      return { provider_id };
    },
  };
}

function field(json: string, name: string): string | undefined {
  try {
    const value: unknown = (JSON.parse(json) as Record<string, unknown> | null)?.[name];
    return typeof value === "string" ? value.slice(0, 200) : undefined;
  } catch {
    return undefined;
  }
}
