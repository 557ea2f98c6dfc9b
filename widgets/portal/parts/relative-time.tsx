import { useEffect, useState } from "preact/hooks";
import { useI18n } from "../../kit/index.ts";

const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Draws again every half minute, with one timer for all. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    watchers.add(tick);
    timer ??= setInterval(() => {
      for (const watcher of watchers) watcher();
    }, 30_000);
    return () => {
      watchers.delete(tick);
      if (watchers.size) return;
      clearInterval(timer);
      timer = undefined;
    };
  }, []);
  return now;
}

/** "5 minutes ago", exact on hover; `short` is "5m" for dense lists. */
export function RelativeTime({ at, short = false }: { at: string; short?: boolean }) {
  const i18n = useI18n();
  const now = useNow();
  const exact = i18n.date(at, { dateStyle: "medium", timeStyle: "short" });
  return (
    <time dateTime={at} title={exact} class="f-tabular">
      {short ? shortly(i18n, at, now) : i18n.relative(at, now)}
    </time>
  );
}

function shortly(i18n: ReturnType<typeof useI18n>, at: string, now: number): string {
  const minutes = Math.max(0, Math.trunc((now - Date.parse(at)) / 60_000));
  const unit = (value: number, unit: "minute" | "hour" | "day") =>
    i18n.number(value, { style: "unit", unit, unitDisplay: "narrow" });
  if (minutes < 1) return i18n.relative(now, now);
  if (minutes < 60) return unit(minutes, "minute");
  if (minutes < 1440) return unit(Math.trunc(minutes / 60), "hour");
  if (minutes < 10_080) return unit(Math.trunc(minutes / 1440), "day");
  return i18n.date(at, { month: "short", day: "numeric" });
}
