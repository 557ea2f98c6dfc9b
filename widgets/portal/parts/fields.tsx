import { type ComponentChildren, createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import { Checkbox, Field, Input, Select, Textarea } from "../../kit/index.ts";
import { digitsOf } from "../pages/resources/money.ts";
import { type Errors, errorAt } from "./errors.ts";
import { formatScaled, parseScaled, type Scale } from "./scaled.ts";

interface Form {
  errors: Errors;
  /** Of its amounts. */
  currency: string;
  disabled: boolean;
}

const FormContext = createContext<Form>({ errors: {}, currency: "USD", disabled: false });

/** Around the fields of a form: what is wrong with it, and what its amounts are in. */
export function Fields({ children, ...form }: Form & { children: ComponentChildren }) {
  return (
    <FormContext.Provider value={form}>
      <fieldset class="p-form p-sheet" disabled={form.disabled}>
        {children}
      </fieldset>
    </FormContext.Provider>
  );
}

export const useForm = (): Form => useContext(FormContext);

interface Place {
  /** JSON Pointer of what the field holds. */
  at: string;
  label: string;
  hint?: ComponentChildren;
  optional?: boolean;
  labelHidden?: boolean;
}

/** A field that says what is wrong at its place. */
export function At({ at, children, ...field }: Place & { children: ComponentChildren }) {
  const { errors } = useForm();
  return (
    <Field {...field} error={errorAt(errors, at)}>
      {children}
    </Field>
  );
}

interface TextProps extends Place {
  value: string | null | undefined;
  onChange(value: string | null): void;
  maxLength?: number;
  /** Lines to begin with, where it may have several. */
  rows?: number;
  type?: "date" | "time" | "url" | "tel";
  placeholder?: string;
}

/** A text; null when it is empty. */
export function TextField({ value, onChange, maxLength, rows, type, placeholder, ...place }: TextProps) {
  const common = { value: value ?? "", onInput: (text: string) => onChange(text || null) };
  const most = maxLength === undefined ? {} : { maxLength };
  return (
    <At {...place}>
      {rows === undefined ? (
        <Input {...common} {...most} {...(type ? { type } : {})} {...(placeholder ? { placeholder } : {})} />
      ) : (
        <Textarea {...common} {...most} rows={rows} />
      )}
    </At>
  );
}

interface NumberProps extends Place, Pick<Scale, "digits" | "signed"> {
  value: number | null | undefined;
  onChange(value: number | null): void;
}

/** A number, or with `digits` a fraction kept as whole: what was typed stays, also when it is none (NaN). */
export function NumberField({ value = null, onChange, digits, signed, ...place }: NumberProps) {
  const scale = { digits, signed, optional: place.optional };
  const [typed, setTyped] = useState(() => formatScaled(value, digits));
  const shown = Object.is(parseScaled(typed, scale), value) ? typed : formatScaled(value, digits);
  return (
    <At {...place}>
      <Input
        inputmode={digits ? "decimal" : "numeric"}
        class="f-tabular"
        value={shown}
        onInput={(text) => {
          setTyped(text);
          onChange(parseScaled(text, scale));
        }}
      />
    </At>
  );
}

/** An amount in the form's currency, in minor units. */
export function MoneyField(props: Omit<NumberProps, "digits">) {
  return <NumberField {...props} digits={digitsOf(useForm().currency)} />;
}

interface ChoiceProps<T extends string> extends Place {
  value: T;
  onChange(value: T): void;
  options: readonly { value: T; label: string }[];
}

export function ChoiceField<T extends string>({ value, onChange, options, ...place }: ChoiceProps<T>) {
  return (
    <At {...place}>
      <Select value={value} onChange={(chosen) => onChange(chosen as T)} options={options} />
    </At>
  );
}

interface CheckProps {
  at: string;
  checked: boolean;
  onChange(checked: boolean): void;
  hint?: ComponentChildren;
  children: ComponentChildren;
}

export function CheckField({ at, ...box }: CheckProps) {
  const { errors, disabled } = useForm();
  return <Checkbox {...box} disabled={disabled} error={errors[at]} />;
}

interface ManyProps<T extends string> {
  at: string;
  label: string;
  /** What is chosen, in the order of the options. */
  value: readonly T[];
  onChange(value: T[]): void;
  options: readonly { value: T; label: string }[];
}

/** Any of a few. */
export function ManyField<T extends string>({ at, label, value, onChange, options }: ManyProps<T>) {
  const { errors } = useForm();
  const error = errorAt(errors, at);
  return (
    <fieldset class="p-many">
      <legend class="f-label">{label}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value} class={value.includes(option.value) ? "p-on" : undefined}>
            <input
              type="checkbox"
              class="f-hidden"
              checked={value.includes(option.value)}
              aria-invalid={error ? "true" : undefined}
              onChange={({ currentTarget: { checked } }) =>
                onChange(
                  options.flatMap(({ value: one }) =>
                    (one === option.value ? checked : value.includes(one)) ? [one] : [],
                  ),
                )
              }
            />
            {option.label}
          </label>
        ))}
      </div>
      {error && (
        <p class="f-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** A titled group of fields. */
export function Part({ title, text, children }: { title: string; text?: string; children: ComponentChildren }) {
  return (
    <section class="p-sheet-part" aria-label={title}>
      <div>
        <h2>{title}</h2>
        {text && <p class="f-hint">{text}</p>}
      </div>
      {children}
    </section>
  );
}
