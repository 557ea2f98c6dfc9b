import { eq, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, job, type Settings, TryAgain, type Work } from "../../kernel/index.ts";
import { companyOf } from "../tenants/index.ts";
import { mails } from "./schema.ts";
import { render, type TemplateName, type Variables } from "./templates/index.ts";

interface Outgoing<N extends TemplateName> {
  /** What the mail is about. A second one for the same key is never sent. */
  key: string;
  template: N;
  to: string;
  contact_id: string | null;
  variables: Variables<N>;
}

const minute = 60_000;
const hour = 60 * minute;
/** Milliseconds until the next attempt: an outage of the provider for a day loses nothing. */
const delays = [10_000, minute, 5 * minute, 30 * minute, hour, 2 * hour, 4 * hour, 8 * hour, 12 * hour];

/** Stages a mail in the batch of whatever wants it. */
export function sendMail<N extends TemplateName>(
  ctx: Context,
  { key, template, to, contact_id, variables }: Outgoing<N>,
) {
  const id = newId("mdl", ctx.now);
  ctx.write(
    sql`insert into mail_deliveries (id, key, channel, template, variables, recipient, contact_id, status, attempts, created_at)
      values (${id}, ${key}, 'email', ${template}, ${JSON.stringify(variables)}, ${to}, ${contact_id}, 'pending', 0, ${ctx.now})
      on conflict (key) do nothing`,
  );
  ctx.later(send, { id });
}

/** Sends one mail. A mail that is given up stays as `failed`, and its job as dead, to be tried again by hand. */
export const send = job<{ id: string }>("mail.send", deliver, {
  attempts: delays.length + 1,
  backoff: (attempt) => delays[attempt - 1] ?? hour,
});

async function deliver(work: Work, { id }: { id: string }): Promise<void> {
  const row = await work.db.select().from(mails).where(eq(mails.id, id)).get();
  // A second mail for one key was staged and kept no row.
  if (!row || row.status === "sent") return;
  if (work.mailer.kind === "none") {
    work.write(sql`update mail_deliveries set status = 'failed', error = 'not connected' where id = ${id}`);
    return;
  }
  const company = await companyOf(work);
  const mail = {
    id,
    from: sender(work.settings, company.name),
    to: row.recipient,
    ...(company.email ? { reply_to: company.email } : {}),
    ...render(row.template, row.variables, company),
  };
  try {
    const { provider_id } = await work.mailer.send(mail);
    work.write(
      sql`update mail_deliveries set status = 'sent', error = null, attempts = attempts + 1, provider_id = ${provider_id}, sent_at = ${work.now} where id = ${id}`,
    );
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    const delay = delays[work.attempt - 1];
    work.write(
      sql`update mail_deliveries set status = ${delay === undefined ? "failed" : "pending"}, error = ${reason}, attempts = attempts + 1 where id = ${id}`,
    );
    throw new TryAgain(reason, delay ?? 0);
  }
}

/** The company's name with the installation's address: replies go to the company's own. */
function sender(settings: Settings, name: string): string {
  const from = settings.mail_from ?? `no-reply@${new URL(settings.origin).hostname}`;
  const address = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
  return `"${name.replaceAll(/["\\\p{Cc}]/gu, "")}" <${address}>`;
}
