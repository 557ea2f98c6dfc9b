import type { Brand } from "./layout.ts";

export const greeting = ({ name }: { name: string | null }): string => (name ? `Hello ${name},` : "Hello,");

/** A stretch of time on a clock: `ends_at` is left out where only the start is known. */
interface Stretch {
  starts_at: string;
  ends_at?: string;
  time_zone: string;
}

/** For a subject: "Nov 27, 2026, 9:00 AM". */
export function shortly({ starts_at, time_zone }: Stretch, { locale }: Brand): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: time_zone });
  return format.format(new Date(starts_at));
}

/** In full, with its end and its zone: "Friday, November 27, 2026, 9:00 – 10:00 AM (America/New_York)". */
export function fully({ starts_at, ends_at = starts_at, time_zone }: Stretch, { locale }: Brand): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short", timeZone: time_zone });
  return `${format.formatRange(new Date(starts_at), new Date(ends_at))} (${time_zone})`;
}

/** Local dates `YYYY-MM-DD`, as a range where they are two. */
export function dates(from: string, to: string, { locale }: Brand): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" });
  return format.formatRange(new Date(from), new Date(to));
}
