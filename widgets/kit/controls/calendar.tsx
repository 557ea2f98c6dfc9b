import { Component, createRef } from "preact";
import { addDays, addMonths, monthGrid, moveBy, today as todayIn, weekStart } from "../calendar-model.ts";
import { type I18n, I18nContext } from "../i18n.ts";
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
  /** Told to the sheet as `data-day`, for what a day is beside free or not. */
  kind?: string | undefined;
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
export class Calendar extends Component<CalendarProps, { focused?: string }> {
  static override contextType = I18nContext;
  readonly #table = createRef<HTMLTableElement>();
  /** Focus follows the keyboard into a month that is only drawn by the next render. */
  #wanted: string | undefined;

  override componentDidUpdate() {
    if (!this.#wanted?.startsWith(this.props.month)) return;
    this.#table.current?.querySelector<HTMLElement>(`[data-date="${this.#wanted}"]`)?.focus();
    this.#wanted = undefined;
  }

  override render({ month, onMonth, selected, onSelect, day, min, max, timeZone, loading }: CalendarProps) {
    const { t, date: say, number, locale, dir, language } = this.context as I18n;
    const firstDay = weekStart(locale);
    const today = todayIn(timeZone);
    const weeks = monthGrid(month, firstDay);
    const dates = weeks.flat().filter((date) => date !== undefined);
    const stop =
      [this.state.focused, selected, today].find((date) => date?.startsWith(month)) ??
      dates.find((date) => !day?.(date).disabled) ??
      dates[0];
    const shows = (other: string) => (!min || other >= min) && (!max || other <= max);
    const title = say(`${month}-01`, utc({ month: "long", year: "numeric" }));

    const onKeyDown = (event: KeyboardEvent) => {
      const from = (event.target as HTMLElement).dataset.date;
      const to = from && moveBy(event.key, from, { firstDay, rtl: dir === "rtl", shift: event.shiftKey });
      if (!to) return;
      event.preventDefault();
      const other = to.slice(0, 7);
      if (!shows(other)) return;
      this.#wanted = to;
      this.setState({ focused: to });
      if (other !== month) onMonth(other);
    };
    const turn = (icon: string, label: string, months: number) => (
      <IconButton
        icon={icon}
        directional
        label={label}
        disabled={!shows(addMonths(month, months))}
        onClick={() => onMonth(addMonths(month, months))}
      />
    );

    // 2024-01-01 was a Monday.
    const weekdays = Array.from({ length: 7 }, (_, column) => addDays("2024-01-01", firstDay - 1 + column));
    return (
      <div class="f-calendar">
        <div class="f-calendar-head">
          <div class="f-calendar-title" aria-live="polite">
            {title}
          </div>
          {turn(chevronLeft, t("kit.previousMonth"), -1)}
          {turn(chevronRight, t("kit.nextMonth"), 1)}
        </div>
        <table
          ref={this.#table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what the ARIA grid pattern is built on
          role="grid"
          aria-label={title}
          aria-busy={loading ? "true" : undefined}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              {weekdays.map((date) => (
                <th key={date} scope="col" abbr={say(date, utc({ weekday: "long" }))}>
                  {say(date, utc({ weekday: language === "ar" ? "narrow" : "short" }))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.find(Boolean)}>
                {week.map((date, column) => {
                  if (!date) return <td key={column} />;
                  const { disabled, marked, kind, note } = day?.(date) ?? {};
                  const says = [
                    say(date, utc({ dateStyle: "full" })),
                    date === today && t("kit.today"),
                    date === selected && t("kit.selected"),
                    disabled && t("kit.unavailable"),
                    note,
                  ];
                  return (
                    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid is a gridcell
                    <td key={column} aria-selected={date === selected}>
                      <button
                        type="button"
                        class={`f-day${marked ? " f-day-marked" : ""}`}
                        data-date={date}
                        data-day={kind}
                        tabIndex={date === stop ? 0 : -1}
                        aria-disabled={disabled ? "true" : undefined}
                        aria-current={date === today ? "date" : undefined}
                        aria-label={says.filter(Boolean).join(", ")}
                        onFocus={() => this.setState({ focused: date })}
                        onClick={() => !disabled && onSelect(date)}
                      >
                        {number(Number(date.slice(8)))}
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
}
