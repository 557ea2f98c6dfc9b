import { createTransport } from "nodemailer";
import type { Mailer } from "../../ports/mail.ts";
import { safeMail } from "./safe.ts";

export interface SmtpOptions {
  host: string;
  /** Default: 465 with `tls`, otherwise 587. */
  port?: number;
  /** `starttls` refuses a server that does not offer it; `none` is for a relay on this machine. Default: `starttls`. */
  security?: "tls" | "starttls" | "none";
  user?: string;
  password?: string;
  /** The only authority to trust, as PEM, in place of the public ones: for a relay with a certificate of its own. */
  ca?: string;
  /** Milliseconds for one mail, from connecting to the server's acceptance. Default: 30 seconds. */
  timeout?: number;
}

/** Mail through an SMTP server, one connection per mail. The Message-ID is made of the mail's id: a copy shows as one. */
export function createSmtpMailer(options: SmtpOptions): Mailer {
  const { host, security = "starttls", user, password, ca, timeout = 30_000 } = options;
  const secure = security === "tls";

  function transport() {
    return createTransport({
      host,
      port: options.port ?? (secure ? 465 : 587),
      secure,
      requireTLS: security === "starttls",
      ignoreTLS: security === "none",
      auth: user === undefined ? undefined : { user, pass: password ?? "" },
      tls: { ca, minVersion: "TLSv1.2" },
      connectionTimeout: timeout,
      greetingTimeout: timeout,
      socketTimeout: timeout,
      dnsTimeout: timeout,
      // A mail is text that we wrote; nothing in it may name a file or an address to be read.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  return {
    kind: "smtp",
    async send(given) {
      const { id, from, to, reply_to, subject, text, html, headers } = safeMail(given);
      const messageId = `<${id.replace(/[^\w.-]/g, "_")}@${from.replace(/^.*@|>.*$/g, "")}>`;
      const connection = transport();
      const sent = connection.sendMail({ messageId, from, to, replyTo: reply_to, subject, text, html, headers });
      await within(timeout, sent).finally(() => connection.close());
      return { provider_id: messageId };
    },
  };
}

/** The library's time limits are for each step, and a server that drips bytes never reaches them. */
async function within<T>(timeout: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the mail server did not finish within ${timeout} ms`)), timeout);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
