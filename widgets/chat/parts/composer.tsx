import type { Attachment } from "@foyer/sdk";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { IconButton } from "../../kit/controls/button.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { attach, send } from "../../kit/icons.ts";
import { lazy } from "../../kit/lazy.tsx";
import type { Chat } from "../chat.ts";
import type { en } from "../strings/languages.ts";
import type { Upload } from "../uploads.ts";

const Tray = lazy(() => import("./tray.tsx").then((module) => module.Tray));
const accepted = "image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain";

/** Where messages are written: grows with its text; Enter sends, Shift and Enter begins a line. */
export function Composer({ chat, id, focused }: { chat: Chat; id: string; focused: boolean }) {
  const { t } = useI18n<typeof en>();
  const kit = useI18n();
  const [text, setText] = useState(() => chat.draft(id));
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [problem, setProblem] = useState<string>();
  const [over, setOver] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (focused && matchMedia("(pointer: fine)").matches) area.current?.focus({ preventScroll: true });
  }, [focused]);
  useLayoutEffect(() => {
    const box = area.current;
    if (!box || CSS.supports("field-sizing", "content")) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
  });

  const write = (next: string) => {
    setText(next);
    chat.setDraft(id, next);
    if (next) chat.typed(id);
  };
  const patch = (of: string, change: Partial<Upload>) =>
    setUploads((now) => now.map((one) => (one.id === of ? { ...one, ...change } : one)));
  const add = async (files: File[]) => {
    if (files.length === 0) return;
    setProblem(undefined);
    const { begin, check } = await import("../uploads.ts");
    const { good, refused } = check(files, uploads.length);
    setProblem(refused && kit.t(refused.why, refused.values));
    for (const file of good) {
      const upload = begin(chat.session.engine, file, patch);
      setUploads((now) => [...now, upload]);
    }
  };

  const attachments = uploads.flatMap((one): Attachment[] => (one.attachment ? [one.attachment] : []));
  const waiting = uploads.some((one) => !one.attachment);
  const ready = !waiting && (text.trim() !== "" || attachments.length > 0);
  const submit = () => {
    if (!ready) return;
    chat.send(text, attachments);
    setText("");
    chat.setDraft(id, "");
    setUploads([]);
    area.current?.focus();
  };

  return (
    <form
      class={over ? "composer over" : "composer"}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void add([...(event.dataTransfer?.files ?? [])]);
      }}
      onPaste={(event) => {
        const files = [...(event.clipboardData?.files ?? [])];
        if (files.length === 0) return;
        event.preventDefault();
        void add(files);
      }}
    >
      {uploads.length > 0 && (
        <Tray
          uploads={uploads}
          onRemove={(one) => {
            one.stop();
            setUploads((now) => now.filter((other) => other.id !== one.id));
          }}
        />
      )}
      {problem && (
        <p class="composer-problem" role="alert">
          {problem}
        </p>
      )}
      <div class="composer-row">
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={accepted}
          onChange={(event) => {
            void add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
        <IconButton icon={attach} label={t("attach")} onClick={() => input.current?.click()} />
        <textarea
          ref={area}
          class="writing"
          rows={1}
          dir="auto"
          maxLength={10_000}
          enterkeyhint="send"
          aria-label={t("message")}
          placeholder={over ? t("drop") : t("placeholder")}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter also ends a word in Chinese or Japanese input.
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            submit();
          }}
        />
        <IconButton
          type="submit"
          class="send"
          variant="primary"
          icon={send}
          directional
          label={t("send")}
          aria-disabled={ready ? undefined : "true"}
        />
      </div>
    </form>
  );
}
