import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../kit/controls/button.tsx";
import { Field } from "../../kit/controls/field.tsx";
import { Input } from "../../kit/controls/input.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { check, copy } from "../../kit/icons.ts";
import type { Words } from "../thread/strings/languages.ts";

/** An address to keep: selectable, and copied by a press. */
export function CopyLink({ url }: { url: string }) {
  const { t } = useI18n<Words>();
  const [copied, setCopied] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(setCopied, 2500, false);
    return () => clearTimeout(timer);
  }, [copied]);
  const press = async () => {
    const input = box.current?.querySelector("input");
    input?.select();
    try {
      await navigator.clipboard.writeText(url);
    } catch {
      // Pages without TLS have no clipboard of that kind.
      if (!document.execCommand("copy")) return;
    }
    setCopied(true);
  };
  return (
    <div class="ticket-copy" ref={box}>
      <Field label={t("link")}>
        <Input
          readOnly
          value={url}
          onInput={() => {}}
          onFocus={(event) => (event.target as HTMLInputElement).select()}
        />
      </Field>
      <Button icon={copied ? check : copy} onClick={() => void press()}>
        <span aria-live="polite">{t(copied ? "copied" : "copy")}</span>
      </Button>
    </div>
  );
}
