import { useEffect, useState } from "preact/hooks";
import { useAction } from "../data/hooks.ts";
import { outdated } from "../data/outdated.ts";
import { usePortal } from "../portal.ts";
import { en } from "../strings/sheet.ts";
import { useStrings } from "../strings/use.ts";
import { type Errors, pointedErrors } from "./errors.ts";

export interface SheetOptions<D> {
  /** What the form holds before anything is typed. */
  start: D;
  wrong(draft: D): Errors;
  /** Keeps it, and puts the answer where `start` comes from. */
  save(draft: D): Promise<void>;
  /** Loads the newer version when somebody else was faster. */
  reload?: (() => void) | undefined;
  /** Whether a field shows what is wrong at a place; what no field shows is said by a toast. Default: all are shown. */
  shows?(pointer: string): boolean;
}

/** A form over one thing, and what of it is not saved yet. */
export interface Sheet<D> {
  draft: D;
  change(patch: Partial<D>): void;
  changed: boolean;
  errors: Errors;
  /** Counts the attempts to save that something was wrong with. */
  refusals: number;
  save(): void;
  busy: boolean;
  discard(): void;
}

const told = (value: unknown) =>
  JSON.stringify(value, (_, part) => (typeof part === "number" && Number.isNaN(part) ? "NaN" : part));

export function useSheet<D extends object>({ start, wrong, save, reload, shows }: SheetOptions<D>): Sheet<D> {
  const { t } = useStrings(en);
  const { toasts } = usePortal();
  // Only what was typed is held: what arrives meanwhile shows in the other fields.
  const [typed, setTyped] = useState<Partial<D>>({});
  const [refused, setRefused] = useState<Errors>({});
  const [checked, setChecked] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const draft = { ...start, ...typed };
  const changed = told(draft) !== told(start);
  const found = wrong(draft);
  const action = useAction(
    async () => {
      setChecked(true);
      setRefused({});
      if (Object.keys(found).length) {
        setRefusals((count) => count + 1);
        return;
      }
      await save(draft);
      setTyped({});
      setChecked(false);
    },
    {
      onError: (error) => {
        if (outdated(error)) {
          reload?.();
          toasts.show(t("outdated"), { milliseconds: 10_000 });
          return true;
        }
        const pointed = pointedErrors(error);
        setRefused(pointed);
        setRefusals((count) => count + 1);
        const places = Object.keys(pointed);
        return places.length > 0 && places.every((place) => shows?.(place) ?? true);
      },
    },
  );
  useEffect(() => {
    if (!changed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [changed]);
  return {
    draft,
    change(patch) {
      setTyped((all) => ({ ...all, ...patch }));
      setRefused({});
    },
    changed,
    errors: { ...(checked ? found : {}), ...refused },
    refusals,
    save: () => void action.run(),
    busy: action.busy,
    discard() {
      setTyped({});
      setRefused({});
      setChecked(false);
    },
  };
}
