import type { Hours } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, Checkbox, css, IconButton, Input } from "../../../kit/index.ts";
import styles from "../../parts/sheet.css";
import { useStrings } from "../../strings/use.ts";
import { copiedToAll, nextWindow, type Window, weekdays, windowsOf, withWindows, wrongWindows } from "./hours.ts";
import { en } from "./strings.ts";
import { useWeekdayName } from "./use-weekday-name.ts";

css(styles);

/** When it is open in a week: any number of windows a day. */
export function HoursEditor({ value, onChange }: { value: Hours; onChange(hours: Hours): void }) {
  const { t } = useStrings(en);
  const name = useWeekdayName();
  return (
    <div class="p-hours">
      {weekdays.map((day) => {
        const windows = windowsOf(value, day);
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset lays out its legend in its own way
          <div key={day} class="p-hours-day" role="group" aria-label={name(day)}>
            <Checkbox
              checked={windows.length > 0}
              onChange={(open) => onChange(withWindows(value, day, open ? [nextWindow([])] : []))}
            >
              {name(day)}
            </Checkbox>
            {windows.length ? (
              <Windows value={windows} onChange={(next) => onChange(withWindows(value, day, next))} />
            ) : (
              <span class="f-muted p-hours-closed">{t("closed")}</span>
            )}
            {windows.length > 0 && (
              <IconButton
                size="s"
                icon={icons.copy}
                label={t("copyHours", { day: name(day) })}
                onClick={() => onChange(copiedToAll(value, day))}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** The windows of one day. */
export function Windows({ value, onChange }: { value: readonly Window[]; onChange(windows: Window[]): void }) {
  const { t } = useStrings(en);
  const wrong = wrongWindows(value);
  const change = (at: number, patch: Partial<Window>) =>
    onChange(value.map((window, index) => (index === at ? { ...window, ...patch } : window)));
  return (
    <div class="p-windows">
      {value.map((window, at) => (
        <div key={at} class="p-window">
          <Input type="time" aria-label={t("opens")} value={window.from} onInput={(from) => change(at, { from })} />
          <span class="f-muted">–</span>
          <Input
            type="time"
            aria-label={t("closes")}
            // The end of the day is 24:00, which no time field knows: it shows and takes midnight.
            value={window.to === "24:00" ? "00:00" : window.to}
            onInput={(to) => change(at, { to: to === "00:00" ? "24:00" : to })}
          />
          <IconButton
            size="s"
            icon={icons.close}
            label={t("removeWindow")}
            onClick={() => onChange(value.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <Button
        size="s"
        variant="quiet"
        icon={icons.plus}
        disabled={value.at(-1)?.to === "24:00"}
        onClick={() => onChange([...value, nextWindow(value)])}
      >
        {t("addWindow")}
      </Button>
      {wrong && (
        <p class="f-error" role="alert">
          {t(`wrong.${wrong}`)}
        </p>
      )}
    </div>
  );
}
