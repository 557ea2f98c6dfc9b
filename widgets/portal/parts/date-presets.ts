import { addDays, daysIn } from "../../kit/calendar-model.ts";

export const presets = ["today", "tomorrow", "week", "month", "upcoming", "past"] as const;
export type Preset = (typeof presets)[number];

export interface DateSpan {
  from: string | undefined;
  to: string | undefined;
}

/** The dates that a usual span means today: `week` is seven days with today, `past` the thirty before it. */
export function spanOf(preset: Preset, today: string): DateSpan {
  const month = today.slice(0, 7);
  const spans: Record<Preset, DateSpan> = {
    today: { from: today, to: today },
    tomorrow: { from: addDays(today, 1), to: addDays(today, 1) },
    week: { from: today, to: addDays(today, 6) },
    month: { from: `${month}-01`, to: `${month}-${daysIn(month)}` },
    upcoming: { from: today, to: undefined },
    past: { from: addDays(today, -30), to: addDays(today, -1) },
  };
  return spans[preset];
}

/** The usual span that two dates are. */
export const presetOf = (from: string | undefined, to: string | undefined, today: string): Preset | undefined =>
  presets.find((preset) => {
    const span = spanOf(preset, today);
    return span.from === from && span.to === to;
  });
