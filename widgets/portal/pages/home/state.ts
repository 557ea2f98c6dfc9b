/** `YYYY-MM-DD` of a moment on the clock of a zone. */
export const dayIn = (zone: string, now: number): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);

export interface Timed {
  starts_at: string;
  ends_at: string;
  status: string;
}

/** What a booking of today is by now: over, under way, the next one, or yet to come. */
export function phaseOf(row: Timed, rows: readonly Timed[], now: number): "over" | "now" | "next" | "later" {
  if (Date.parse(row.ends_at) <= now || row.status === "completed" || row.status === "cancelled") return "over";
  if (Date.parse(row.starts_at) <= now) return "now";
  const next = rows.find((one) => Date.parse(one.starts_at) > now && one.status !== "cancelled");
  return next?.starts_at === row.starts_at ? "next" : "later";
}

/** The hour, 0 to 23, of a moment on the clock of a zone; of the reader's own when none is known yet. */
export const hourIn = (zone: string | undefined, now: number): number =>
  Number(
    new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", ...(zone ? { timeZone: zone } : {}) }).format(
      now,
    ),
  );

export const greetingOf = (hour: number): "morning" | "afternoon" | "evening" =>
  hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
