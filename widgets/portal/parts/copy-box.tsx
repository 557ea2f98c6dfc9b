import * as icons from "../../kit/icons.ts";
import { Button, IconButton, useI18n } from "../../kit/index.ts";
import { usePortal } from "../portal.ts";
import type { en } from "../strings/en.ts";
import { copyText } from "./copy.ts";

/** Copies a text and says so; with `children` as a button with words. */
export function Copy({ text, label, children }: { text: string; label: string; children?: string }) {
  const { t } = useI18n<typeof en>();
  const { toasts } = usePortal();
  const copy = async () => toasts.show(t((await copyText(text)) ? "copied" : "copyFailed"));
  if (children === undefined)
    return <IconButton size="s" icon={icons.copy} label={label} onClick={() => void copy()} />;
  return (
    <Button size="s" icon={icons.copy} aria-label={label} onClick={() => void copy()}>
      {children}
    </Button>
  );
}

/** A text to be taken along (a key, a link, a snippet), with its button. */
export function CopyBox({ text, label, multiline = false }: { text: string; label: string; multiline?: boolean }) {
  return (
    <div class={`p-copy${multiline ? " p-copy-lines" : ""}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled by keyboard */}
      <code tabIndex={0} translate={false}>
        {text}
      </code>
      <Copy text={text} label={label} />
    </div>
  );
}
