import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button, css, Menu, type MenuItem, Skeleton } from "../../kit/index.ts";
import type { Query } from "../data/hooks.ts";
import { en } from "../strings/sheet.ts";
import { useStrings } from "../strings/use.ts";
import { Fields } from "./fields.tsx";
import { DetailPane } from "./list-detail.tsx";
import { type Removal, Remove } from "./remove.tsx";
import styles from "./sheet.css";
import { Shown } from "./shown.tsx";
import { StatusBadge } from "./status-badge.tsx";
import type { Sheet } from "./use-sheet.ts";

css(styles);

/** The first wrong field of a form gets the focus after each attempt to save it. */
export function useWrongFirst(refusals: number) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);
  return form;
}

interface SaveProps {
  sheet: Pick<Sheet<object>, "changed" | "busy" | "save" | "discard">;
  /** The words of the button while the thing is new. */
  create?: string | undefined;
}

/** Discard and save, while there is something to save. */
export function SaveActions({ sheet, create }: SaveProps) {
  const { t } = useStrings(en);
  return (
    <div class="p-form-actions">
      {sheet.changed && !create && <Button onClick={sheet.discard}>{t("discard")}</Button>}
      <Button variant="primary" busy={sheet.busy} onClick={sheet.save}>
        {create ?? t("save")}
      </Button>
    </div>
  );
}

interface MoreProps {
  name: string;
  items?: MenuItem[];
  removal?: Removal | undefined;
}

/** What else can be done with a thing; deleting it comes last. */
export function MoreActions({ name, items = [], removal }: MoreProps) {
  const { t } = useStrings(en);
  const [removing, setRemoving] = useState(false);
  const last = removal
    ? [{ label: t("delete"), danger: true, divided: items.length > 0, onSelect: () => setRemoving(true) }]
    : [];
  return (
    <>
      <Menu size="s" label={t("more")} items={[...items, ...last]} />
      {removing && removal && <Remove {...removal} name={name} onClose={() => setRemoving(false)} />}
    </>
  );
}

export interface SheetPaneProps<D> {
  title: string;
  /** What it is, for screen readers. */
  label: string;
  back: string;
  status?: string | undefined;
  sheet: Sheet<D>;
  create?: string | undefined;
  currency?: string;
  write: boolean;
  removal?: Removal | undefined;
  /** The fields. */
  children: ComponentChildren;
  /** Under the form. */
  after?: ComponentChildren;
}

/** One thing beside its list, to see and to change. */
export function SheetPane<D extends object>(props: SheetPaneProps<D>) {
  const { title, label, back, status, sheet, create, currency = "USD", write, removal, children, after } = props;
  const form = useWrongFirst(sheet.refusals);
  return (
    <DetailPane
      title={title}
      label={label}
      back={back}
      actions={
        <>
          {status && <StatusBadge of={status} />}
          {write && removal && <MoreActions name={title} removal={removal} />}
        </>
      }
      bottom={write && (sheet.changed || create) ? <SaveActions sheet={sheet} create={create} /> : undefined}
    >
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (sheet.changed) sheet.save();
        }}
      >
        <Fields errors={sheet.errors} currency={currency} disabled={!write}>
          {children}
        </Fields>
        {/* Enter saves: a form of many fields needs a button for that. */}
        <button type="submit" hidden />
      </form>
      {after}
    </DetailPane>
  );
}

interface WaitingProps {
  label: string;
  back: string;
  of: Pick<Query<unknown>, "error" | "loading" | "busy" | "reload">;
}

/** The pane of a thing that is not there yet. */
export function WaitingPane({ label, back, of }: WaitingProps) {
  return (
    <DetailPane title={<Skeleton width="160px" />} label={label} back={back}>
      <Shown of={{ ...of, data: undefined }} skeleton={<Skeleton lines={8} height="24px" />}>
        {() => null}
      </Shown>
    </DetailPane>
  );
}
