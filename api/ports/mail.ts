export interface Mail {
  /** Stable across retries of one send, so that a provider can drop the second copy. */
  id: string;
  from: string;
  to: string;
  reply_to?: string;
  subject: string;
  text: string;
  html: string;
  headers?: Record<string, string>;
}

/** A mail that was kept instead of sent. `at` is in milliseconds since 1970. */
export interface KeptMail extends Mail {
  at: number;
}

/** Sends mail. Rejects when the provider did not take it; the job that sent it then tries again. */
export interface Mailer {
  /** Shown in the portal: `mailbox`, `smtp`, `resend`, or `none` when nothing is connected. */
  readonly kind: string;
  send(mail: Mail): Promise<{ provider_id: string }>;
  /** What was kept instead of sent, newest first; absent where mail really leaves. */
  list?(): Promise<KeptMail[]>;
}
