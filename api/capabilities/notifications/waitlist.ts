import type { LoggedEvent, Work, z } from "../../kernel/index.ts";
import { entryUrl, type waitlistEvents } from "../waitlist/index.ts";
import { sendMail } from "./mail.ts";
import type { TemplateName } from "./templates/index.ts";

type Entry = z.output<typeof waitlistEvents.entryCreated.data>;

export function joined(work: Work, event: LoggedEvent<Entry>): void {
  mail(work, event, "waitlist-joined");
}

export function offered(work: Work, event: LoggedEvent<Entry>): void {
  mail(work, event, "waitlist-offered");
}

export function expired(work: Work, event: LoggedEvent<Entry>): void {
  mail(work, event, "waitlist-expired");
}

function mail(
  work: Work,
  { id, data: entry }: LoggedEvent<Entry>,
  template: Extract<TemplateName, `waitlist-${string}`>,
) {
  const { name, email } = entry.contact;
  if (email === null) return;
  const { resource_name, from_date, to_date, starts_at, offer_starts_at, offer_expires_at, time_zone, party } = entry;
  sendMail(work, {
    key: `${template}:${id}`,
    template,
    to: email,
    contact_id: entry.contact_id,
    variables: {
      name,
      resource_name,
      from_date,
      to_date,
      starts_at,
      offer_starts_at,
      offer_expires_at,
      time_zone,
      party,
      url: entryUrl(work, entry.id),
    },
  });
}
