/** What busy times are told by; the rest of a calendar is nobody's business here. */
const telling = new Set([
  ...["BEGIN", "END", "UID", "SEQUENCE", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "X-WR-TIMEZONE"],
  ...["DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"],
  ...["TZID", "TZOFFSETFROM", "TZOFFSETTO", "X-LIC-LOCATION"],
]);

const longest = 2_000;
/** Lists of dates may be long. */
const longestList = 100_000;

/**
 * The lines of a calendar that matter, unfolded. The parser's time grows with the square of a line's parameters, and it
 * gives a whole file up for one bad recurrence: lines that no calendar has are left out before it sees them, and
 * recurrences get a name under which it leaves them alone.
 */
export function tellingLines(text: string): string {
  const lines = text.replace(/\r?\n[ \t]/g, "").split(/\r\n|\n|\r/);
  const kept = lines.filter((line) => {
    const name = /^[\w-]{1,40}/.exec(line)?.[0].toUpperCase() ?? "";
    const limit = name === "RDATE" || name === "EXDATE" ? longestList : longest;
    return telling.has(name) && line.includes(":") && line.length <= limit;
  });
  return kept.map((line) => line.replace(/^RRULE/i, "X-RRULE")).join("\r\n");
}
