/** Calendar arithmetic on plain dates, `YYYY-MM-DD`, and months, `YYYY-MM`: no time, no zone. Weekdays: 1 Monday to 7 Sunday. */

const toUtc = (date: string) => new Date(`${date}T00:00:00Z`);
const fromUtc = (date: Date) => date.toISOString().slice(0, 10);

export function addDays(date: string, days: number): string {
  const day = toUtc(date);
  day.setUTCDate(day.getUTCDate() + days);
  return fromUtc(day);
}

export function addMonths(month: string, months: number): string {
  const first = toUtc(`${month}-01`);
  first.setUTCMonth(first.getUTCMonth() + months);
  return fromUtc(first).slice(0, 7);
}

/** The same day some months on, or that month's last day where it has none: January 31 and one month is February 28. */
export function sameDay(date: string, months: number): string {
  const month = addMonths(date.slice(0, 7), months);
  return `${month}-${String(Math.min(Number(date.slice(8)), daysIn(month))).padStart(2, "0")}`;
}

export function daysIn(month: string): number {
  return Number(addDays(`${addMonths(month, 1)}-01`, -1).slice(8));
}

export function weekday(date: string): number {
  return toUtc(date).getUTCDay() || 7;
}

/** Today as the wall calendar of a zone shows it; without a zone, the visitor's own. */
export function today(timeZone?: string, now = Date.now()): string {
  const options = { year: "numeric", month: "2-digit", day: "2-digit", timeZone } as const;
  const parts = new Intl.DateTimeFormat("en-u-ca-iso8601", options).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

type WeekAware = Intl.Locale & { getWeekInfo?(): { firstDay: number }; weekInfo?: { firstDay: number } };

const sunday =
  /-(AG|AU|BR|BZ|CA|CN|CO|DO|GT|HK|HN|IL|IN|JM|JP|KE|KR|MX|NI|PA|PE|PH|PK|PR|PT|PY|SA|SG|SV|TH|TW|US|VE|YE|ZA|ZW)\b/;
const saturday = /-(AE|AF|BH|DJ|DZ|EG|IQ|IR|JO|KW|LY|OM|QA|SD|SY)\b/;

/** From the browser's own data; where it has none (Firefox before 2025), from the CLDR table above. */
export function weekStart(locale: string): number {
  const known = new Intl.Locale(locale) as WeekAware;
  const info = known.getWeekInfo?.() ?? known.weekInfo;
  if (info) return info.firstDay;
  const full = known.maximize().toString();
  return sunday.test(full) ? 7 : saturday.test(full) ? 6 : 1;
}

/** Rows of seven; undefined where a cell belongs to another month. */
export function monthGrid(month: string, firstDay: number): (string | undefined)[][] {
  const lead = (weekday(`${month}-01`) - firstDay + 7) % 7;
  const count = daysIn(month);
  const rows = Math.ceil((lead + count) / 7);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 7 }, (_, column) => {
      const day = row * 7 + column - lead + 1;
      return day >= 1 && day <= count ? `${month}-${String(day).padStart(2, "0")}` : undefined;
    }),
  );
}

/** Where a key leads from a date, by the grid pattern of the ARIA practices; undefined when the key means nothing. */
export function moveBy(
  key: string,
  date: string,
  { firstDay, rtl = false, shift = false }: { firstDay: number; rtl?: boolean; shift?: boolean },
): string | undefined {
  const column = (weekday(date) - firstDay + 7) % 7;
  switch (key) {
    case "ArrowLeft":
      return addDays(date, rtl ? 1 : -1);
    case "ArrowRight":
      return addDays(date, rtl ? -1 : 1);
    case "ArrowUp":
      return addDays(date, -7);
    case "ArrowDown":
      return addDays(date, 7);
    case "Home":
      return addDays(date, -column);
    case "End":
      return addDays(date, 6 - column);
    case "PageUp":
      return sameDay(date, shift ? -12 : -1);
    case "PageDown":
      return sameDay(date, shift ? 12 : 1);
    default:
      return undefined;
  }
}
