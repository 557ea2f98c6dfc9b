import { useEffect, useId, useRef, useState } from "preact/hooks";
import * as icons from "../../kit/icons.ts";
import { Button, css, Field, Icon, Input, useI18n } from "../../kit/index.ts";
import { en as shell } from "../strings/en.ts";
import { en } from "../strings/lists.ts";
import { useStrings } from "../strings/use.ts";
import { presetOf, presets, spanOf } from "./date-presets.ts";
import styles from "./dates-chip.css";

css(styles);

export interface DatesChipProps {
  label: string;
  /** First and last date, `YYYY-MM-DD`; undefined is open. */
  from: string | undefined;
  to: string | undefined;
  /** The company's today. */
  today: string;
  onChange(from: string | undefined, to: string | undefined): void;
}

/** The dates a list is about: a usual span, or two dates of one's own. */
export function DatesChip({ label, from, to, today, onChange }: DatesChipProps) {
  const { t, date } = useStrings(en);
  const words = useStrings(shell);
  const { dir } = useI18n();
  const id = useId();
  const box = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (box.current && !event.composedPath().includes(box.current)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside, true);
    return () => document.removeEventListener("pointerdown", outside, true);
  }, [open]);
  const preset = presetOf(from, to, today);
  const day = (value: string) =>
    date(`${value}T12:00:00Z`, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const said = preset
    ? t(`dates.${preset}`)
    : from && to
      ? from === to
        ? day(from)
        : `${day(from)} ${dir === "rtl" ? "←" : "→"} ${day(to)}`
      : from
        ? t("datesFrom", { date: day(from) })
        : to && t("datesTo", { date: day(to) });
  const close = () => {
    setOpen(false);
    box.current?.querySelector<HTMLElement>("[aria-haspopup]")?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what is open inside
    <span
      ref={box}
      class={`p-chip p-dates${said ? " p-chip-on" : ""}`}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <Button
        size="s"
        variant="quiet"
        aria-haspopup="dialog"
        aria-expanded={open ? "true" : "false"}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span class="p-chip-text">
          {said ? (
            <>
              <span class="f-muted">{label}</span> {said}
            </>
          ) : (
            label
          )}
          <Icon of={icons.chevronDown} size={14} />
        </span>
      </Button>
      {open && (
        <div id={id} role="dialog" aria-label={label} class="p-dates-box">
          <div class="p-dates-presets">
            {presets.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === preset}
                onClick={() => {
                  const span = spanOf(one, today);
                  onChange(span.from, span.to);
                  close();
                }}
              >
                {t(`dates.${one}`)}
              </button>
            ))}
          </div>
          <div class="p-form-pair">
            <Field label={t("from")}>
              <Input type="date" value={from ?? ""} onInput={(value) => onChange(value || undefined, to)} />
            </Field>
            <Field label={t("to")}>
              <Input type="date" value={to ?? ""} onInput={(value) => onChange(from, value || undefined)} />
            </Field>
          </div>
          <div class="p-form-actions">
            <Button
              size="s"
              variant="quiet"
              disabled={!said}
              onClick={() => {
                onChange(undefined, undefined);
                close();
              }}
            >
              {t("anyDate")}
            </Button>
            <Button size="s" onClick={close}>
              {words.t("close")}
            </Button>
          </div>
        </div>
      )}
    </span>
  );
}
