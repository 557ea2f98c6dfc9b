import { useI18n } from "../kit/i18n.ts";
import { css } from "../kit/styles.ts";
import type { en } from "./strings/en.ts";
import styles from "./when.css";

css(styles);

interface WhenProps {
  starts_at: string;
  ends_at: string;
  timeZone: string | undefined;
}

/** Day on one line, times with their zone on the next. */
export function When({ starts_at, ends_at, timeZone }: WhenProps) {
  const { date, dateRange } = useI18n<typeof en>();
  const day = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone } as const;
  const time = { hour: "numeric", minute: "2-digit", timeZone } as const;
  const sameDay = date(starts_at, day) === date(ends_at, day);
  return (
    <span class="booking-when f-tabular">
      <strong>{date(starts_at, day)}</strong>
      <span>
        {sameDay
          ? dateRange(starts_at, ends_at, { ...time, timeZoneName: "short" })
          : dateRange(starts_at, ends_at, { ...time, day: "numeric", month: "short", timeZoneName: "short" })}
      </span>
    </span>
  );
}
