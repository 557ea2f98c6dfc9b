import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button, Dialog } from "../../kit/index.ts";
import { useAction } from "../data/hooks.ts";
import { type Errors, pointedErrors } from "./errors.ts";
import { Fields } from "./fields.tsx";

interface FormOptions<T> {
  /** What is wrong before anything is sent, by pointer. */
  check?(draft: T): Partial<Errors>;
  /** Saves what was typed. */
  save(draft: T): Promise<void>;
  /** Names of the API under which the form has fields of other names. */
  renamed?: Readonly<Record<string, string>>;
  /** True where a refusal is shown in a place of its own. */
  onError?(error: unknown): boolean | undefined;
}

/** What somebody types into a dialog, what is wrong with it, and its saving. */
export function useForm<T extends object>(
  fresh: T | (() => T),
  { check, save, renamed = {}, onError }: FormOptions<T>,
) {
  const [draft, setDraft] = useState<T>(fresh);
  const [errors, setErrors] = useState<Errors>({});
  const action = useAction(
    async () => {
      const wrong = (check?.(draft) ?? {}) as Errors;
      setErrors(wrong);
      if (Object.keys(wrong).length === 0) await save(draft);
    },
    {
      onError: (error) => {
        if (onError?.(error)) return true;
        const pointed = Object.entries(pointedErrors(error));
        setErrors(Object.fromEntries(pointed.map(([pointer, text]) => [renamed[pointer] ?? pointer, text])));
        return pointed.length > 0;
      },
    },
  );
  const change = (patch: Partial<T>) => {
    setDraft((all) => ({ ...all, ...patch }));
    setErrors({});
  };
  return { draft, change, errors, busy: action.busy, submit: () => void action.run() };
}

interface FormDialogProps {
  form: Pick<ReturnType<typeof useForm>, "errors" | "busy" | "submit">;
  title: string;
  size?: "s" | "m" | "l";
  /** What the button that saves says; absent where nothing may be saved. */
  action: string | undefined;
  /** Buttons before that one. */
  more?: ComponentChildren;
  children: ComponentChildren;
  onClose(): void;
}

/** A dialog with fields, of which Enter saves. */
export function FormDialog({ form, title, size = "m", action, more, children, onClose }: FormDialogProps) {
  const actions = action !== undefined && (
    <>
      {more}
      <Button variant="primary" busy={form.busy} onClick={form.submit}>
        {action}
      </Button>
    </>
  );
  return (
    <Dialog open size={size} title={title} onClose={onClose} actions={actions}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        <Fields errors={form.errors} currency="USD" disabled={action === undefined}>
          <div class="p-form">{children}</div>
        </Fields>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
