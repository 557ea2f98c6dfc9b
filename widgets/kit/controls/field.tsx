import { type ComponentChildren, createContext } from "preact";
import { useContext, useId } from "preact/hooks";
import { useI18n } from "../i18n.ts";
import { warning } from "../icons.ts";
import { css } from "../styles.ts";
import styles from "./field.css";
import { Icon } from "./icon.tsx";

css(styles);

interface Wiring {
  id?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: "true" | undefined;
}

const FieldContext = createContext<Wiring>({});

/** The id and aria attributes of the field around; a control of your own spreads them on its native element. */
export const useField = (): Wiring => useContext(FieldContext);

export interface FieldProps {
  label: string;
  hint?: ComponentChildren;
  /** What is wrong and how to put it right; announced when it appears. */
  error?: string | undefined;
  /** Says so beside the label; fields are required unless they say otherwise. */
  optional?: boolean;
  /** The label is there for screen readers only. */
  labelHidden?: boolean;
  children: ComponentChildren;
}

/** Label, hint and error around one Input, Textarea or Select, wired by id. */
export function Field({ label, hint, error, optional, labelHidden, children }: FieldProps) {
  const { t } = useI18n();
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const wiring: Wiring = {
    id,
    "aria-describedby": described || undefined,
    "aria-invalid": error ? "true" : undefined,
  };
  return (
    <div class="f-field">
      <label for={id} class={labelHidden ? "f-hidden" : "f-label"}>
        {label}
        {optional && <span class="f-optional"> ({t("kit.optional")})</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} class="f-hint">
          {hint}
        </div>
      )}
      <FieldContext.Provider value={wiring}>{children}</FieldContext.Provider>
      <div id={`${id}-error`} aria-live="polite">
        {error && (
          <div class="f-error">
            <Icon of={warning} size={16} />
            {error}
          </div>
        )}
      </div>
    </div>
  );
}
