import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { addDays, addMonths, monthGrid, moveBy, today as todayIn, weekStart } from "../calendar-model.ts";
import { useI18n } from "../i18n.ts";
import { chevronLeft, chevronRight } from "../icons.ts";
import { css } from "../styles.ts";
import { IconButton } from "./button.tsx";
import styles from "./calendar.css";

css(styles);

/** What a day looks like and says. */
export interface DayState {
  disabled?: boolean;
  /** A dot under the number: something is there (openings, bookings). */
  marked?: boolean;
  /** Said after the date by screen readers: "3 openings". */
  note?: string;
}

export interface CalendarProps {
  /** `YYYY-MM`: the month shown, held by the owner, who loads what its days need. */
  month: string;
  onMonth(month: string): void;
  /** `YYYY-MM-DD`. */
  selected?: string | undefined;
  onSelect(date: string): void;
  day?: (date: string) => DayState;
  /** First and last month that can be shown. */
  min?: string;
  max?: string;
  /** The zone whose today is marked. Default: the visitor's. */
  timeZone?: string;
  /** The days of this month are still being loaded. */
  loading?: boolean;
}

const utc = (options: Intl.DateTimeFormatOptions) => ({ ...options, timeZone: "UTC" }) as const;

/** One month as an ARIA grid: arrows, Home, End, PgUp, PgDn (with Shift: years); Enter or Space selects. */
export function Calendar({
  month,
  onMonth,
  selected,
  onSelect,
  day = () => ({}),
  min,
  max,
  timeZone,
  loading,
}: CalendarProps) {
  const i18n = useI18n();
  const id = useId();
  const firstDay = weekStart(i18n.locale);
  const today = todayIn(timeZone);
  const table = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState<string>();
  /** Focus follows the keyboard into a month that is only drawn by the next render. */
  const wanted = useRef<string>(undefined);

  const weeks = monthGrid(month, firstDay);
  const dates = weeks.flat().filter((date) => date !== undefined);
  const stop =
    [focused, selected, today].find((date) => date?.startsWith(month)) ??
    dates.find((date) => !day(date).disabled) ??
    dates[0];

  useLayoutEffect(() => {
    if (!wanted.current?.startsWith(month)) return;
    table.current?.querySelector<HTMLElement>(`[data-date="${wanted.current}"]`)?.focus();
    wanted.current = undefined;
  });

  const shows = (other: string) => (!min || other >= min) && (!max || other <= max);
  const onKeyDown = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).dataset.date;
    if (!from) return;
    const to = moveBy(event.key, from, { firstDay, rtl: i18n.dir === "rtl", shift: event.shiftKey });
    if (!to) return;
    event.preventDefault();
    const other = to.slice(0, 7);
    if (!shows(other)) return;
    wanted.current = to;
    setFocused(to);
    if (other !== month) onMonth(other);
  };

  // 2024-01-01 was a Monday.
  const weekdays = Array.from({ length: 7 }, (_, column) => addDays("2024-01-01", firstDay - 1 + column));
  return (
    <div class="f-calendar">
      <div class="f-calendar-head">
        <div id={id} class="f-calendar-title" aria-live="polite">
          {i18n.date(`${month}-01`, utc({ month: "long", year: "numeric" }))}
        </div>
        <IconButton
          icon={chevronLeft}
          directional
          label={i18n.t("kit.previousMonth")}
          disabled={!shows(addMonths(month, -1))}
          onClick={() => onMonth(addMonths(month, -1))}
        />
        <IconButton
          icon={chevronRight}
          directional
          label={i18n.t("kit.nextMonth")}
          disabled={!shows(addMonths(month, 1))}
          onClick={() => onMonth(addMonths(month, 1))}
        />
      </div>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what the ARIA grid pattern is built on
        role="grid"
        aria-labelledby={id}
        aria-busy={loading ? "true" : undefined}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            {weekdays.map((date) => (
              <th key={date} scope="col" abbr={i18n.date(date, utc({ weekday: "long" }))}>
                {i18n.date(date, utc({ weekday: i18n.language === "ar" ? "narrow" : "short" }))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((date, column) => {
                if (!date) return <td key={column} />;
                const { disabled, marked, note } = day(date);
                const says = [
                  i18n.date(date, utc({ dateStyle: "full" })),
                  date === today && i18n.t("kit.today"),
                  date === selected && i18n.t("kit.selected"),
                  disabled && i18n.t("kit.unavailable"),
                  note,
                ];
                return (
                  // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid is a gridcell
                  <td key={column} aria-selected={date === selected}>
                    <button
                      type="button"
                      class={`f-day${marked ? " f-day-marked" : ""}`}
                      data-date={date}
                      tabIndex={date === stop ? 0 : -1}
                      aria-disabled={disabled ? "true" : undefined}
                      aria-current={date === today ? "date" : undefined}
                      aria-label={says.filter(Boolean).join(", ")}
                      onFocus={() => setFocused(date)}
                      onClick={() => !disabled && onSelect(date)}
                    >
                      {i18n.number(Number(date.slice(8)))}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
