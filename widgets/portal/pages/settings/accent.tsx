import { contrast, type Rgb, readableOn, textOn } from "../../../kit/contrast.ts";
import { Field, Input } from "../../../kit/index.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

export interface AccentProps {
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}

const white: Rgb = [1, 1, 1];

function rgbOf(hex: string): Rgb | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return undefined;
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

/** The tenant's colour, and how the widgets make it readable. */
export function Accent({ value, error, onChange }: AccentProps) {
  const { t, number } = useStrings(en);
  const fill = rgbOf(value);
  const ratio = (one: Rgb, other: Rgb) => number(contrast(one, other), { maximumFractionDigits: 1 });
  const on = fill && textOn(fill);
  const text = fill && readableOn(fill, white);
  return (
    <div class="p-set-accent">
      <div>
        <Field label={t("accent")} hint={t("accentHint")} error={error}>
          <Input value={value} onInput={onChange} spellcheck={false} maxLength={7} />
        </Field>
        <input
          type="color"
          class="p-set-color"
          aria-label={t("accentPick")}
          value={fill ? value : "#000000"}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      {fill && on && text && (
        <figure class="p-set-preview" aria-label={t("preview")}>
          <span class="p-set-preview-face">
            <span style={{ background: value, color: on }}>{t("previewButton")}</span>
            <span style={{ color: text }}>{t("previewLink")}</span>
          </span>
          <figcaption class="f-muted">
            {t("onFill", { ratio: ratio(fill, rgbOf(on) ?? white) })}
            <br />
            {t("onSurface", { ratio: ratio(fill, white) })}
            {text !== value.toLowerCase() && `. ${t("adjusted")}`}
          </figcaption>
        </figure>
      )}
    </div>
  );
}
