import type { Brand, Content } from "./layout.ts";
import { dates, fully, greeting, shortly } from "./when.ts";

/** What the mails about a place on the waitlist need to know. Dates are local, times RFC 3339. */
export interface WaitlistVariables {
  name: string | null;
  resource_name: string;
  from_date: string;
  to_date: string;
  /** The one start that would do. */
  starts_at: string | null;
  offer_starts_at: string | null;
  offer_expires_at: string | null;
  time_zone: string;
  party: number;
  url: string;
}

export function waitlistJoined(entry: WaitlistVariables, brand: Brand): Content {
  return {
    subject: `On the waitlist: ${entry.resource_name}`,
    preview: `${brand.name} will write as soon as a place is free.`,
    title: "You are on the waitlist",
    paragraphs: [
      `${greeting(entry)} as soon as a place becomes free that would do, we keep it for you for a while and write to you.`,
    ],
    facts: wanted(entry, brand),
    action: { text: "See or leave the waitlist", url: entry.url },
  };
}

export function waitlistOffered(entry: WaitlistVariables, brand: Brand): Content {
  const { offer_starts_at, offer_expires_at, time_zone } = entry;
  const at = (starts_at: string | null, tell: typeof fully) => (starts_at ? tell({ starts_at, time_zone }, brand) : "");
  return {
    subject: `A place is free: ${entry.resource_name}, ${at(offer_starts_at, shortly)}`,
    preview: `${brand.name} keeps it for you until ${at(offer_expires_at, shortly)}.`,
    title: "A place is free for you",
    paragraphs: [
      `${greeting(entry)} we keep it for you until ${at(offer_expires_at, fully)}. Then somebody else may have it.`,
    ],
    facts: [
      ["What", entry.resource_name],
      ["When", at(offer_starts_at, fully)],
      ["People", String(entry.party)],
      ["Kept until", at(offer_expires_at, fully)],
    ],
    action: { text: "Take the place", url: entry.url },
    closing: "If you do not want it any more, decline it there, so that somebody else need not wait.",
  };
}

export function waitlistExpired(entry: WaitlistVariables, brand: Brand): Content {
  const wasOffered = entry.offer_starts_at !== null;
  return {
    subject: `${wasOffered ? "The offer has ended" : "No place became free"}: ${entry.resource_name}`,
    preview: wasOffered ? "The place that we kept for you was not taken." : "The dates that you waited for are over.",
    title: wasOffered ? "The offer has ended" : "No place became free",
    paragraphs: [
      wasOffered
        ? `${greeting(entry)} the place that we kept for you was not taken in time, so somebody else may have it now.`
        : `${greeting(entry)} nothing became free in the time that you waited for. We are sorry.`,
      "You wait no more. To try again, book or join the waitlist anew on our website.",
    ],
    facts: wanted(entry, brand),
  };
}

function wanted(entry: WaitlistVariables, brand: Brand): [string, string][] {
  const { starts_at, time_zone, from_date, to_date } = entry;
  return [
    ["What", entry.resource_name],
    ["When", starts_at ? fully({ starts_at, time_zone }, brand) : dates(from_date, to_date, brand)],
    ["People", String(entry.party)],
  ];
}
