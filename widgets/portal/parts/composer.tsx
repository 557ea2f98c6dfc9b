import { useEffect, useRef, useState } from "preact/hooks";
import * as icons from "../../kit/icons.ts";
import { Button, Icon, IconButton, Spinner, Textarea } from "../../kit/index.ts";
import { note as noteIcon } from "../icons.ts";
import { en } from "../strings/composer.ts";
import { useStrings } from "../strings/use.ts";
import { accepted, type Upload, useUploads } from "./uploads.ts";

export type Kind = "reply" | "note";

export interface Written {
  kind: Kind;
  text: string;
  /** Ids of uploaded media. */
  attachments: string[];
}

export interface ComposerProps {
  /** What is being written, held by the owner so that it survives leaving. */
  draft: string;
  onDraft(text: string): void;
  kind: Kind;
  onKind(kind: Kind): void;
  /** True when it was taken; then the composer is empty again. */
  onSend(written: Written): Promise<boolean> | boolean;
  /** Whom the reply goes to. */
  to: string;
  onTyping?(): void;
  busy?: boolean;
}

/** Reply or note, files by choosing, dropping or pasting; Ctrl+Enter sends. */
export function Composer({ draft, onDraft, kind, onKind, onSend, to, onTyping, busy = false }: ComposerProps) {
  const { t } = useStrings(en);
  const uploads = useUploads();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const empty = !draft.trim() && uploads.ids.length === 0;
  const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);

  const add = (files: Iterable<File> | undefined) => {
    const list = [...(files ?? [])];
    if (list.length) uploads.add(list);
    return list.length > 0;
  };
  const send = async () => {
    if (empty || uploads.pending || busy) return;
    if (await onSend({ kind, text: draft.trim(), attachments: uploads.ids })) uploads.clear();
    area.current?.focus();
  };
  useEffect(() => {
    // `r` and `n` from the thread start a reply or a note.
    const root = area.current?.closest(".p-pane, .p-thread") as HTMLElement | null;
    const onKey = (event: KeyboardEvent) => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        (event.target as HTMLElement).matches("input,textarea,select")
      )
        return;
      if (event.key !== "r" && event.key !== "n") return;
      event.preventDefault();
      onKind(event.key === "n" ? "note" : "reply");
      area.current?.focus();
    };
    root?.addEventListener("keydown", onKey);
    return () => root?.removeEventListener("keydown", onKey);
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files can be dropped anywhere on it
    <div
      class={`p-composer${kind === "note" ? " p-composer-note" : ""}${over ? " p-composer-over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        add(event.dataTransfer?.files);
      }}
      onPaste={(event) => add(event.clipboardData?.files) && event.preventDefault()}
    >
      <fieldset class="p-composer-kind">
        <legend class="f-hidden">{t("kind")}</legend>
        {(["reply", "note"] as const).map((one) => (
          <label key={one} class={one === kind ? "p-on" : undefined}>
            <input type="radio" class="f-hidden" name="kind" checked={one === kind} onChange={() => onKind(one)} />
            {one === "note" && <Icon of={noteIcon} size={15} />}
            {t(one)}
          </label>
        ))}
      </fieldset>
      <Textarea
        ref={area}
        value={draft}
        rows={2}
        maxRows={10}
        maxLength={10_000}
        aria-label={kind === "note" ? t("note") : t("replyTo", { name: to })}
        placeholder={kind === "note" ? t("notePlace") : t("replyTo", { name: to })}
        onInput={(text) => {
          onDraft(text);
          if (kind === "reply" && text) onTyping?.();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void send();
          } else if (event.key === "Escape") {
            event.preventDefault();
            event.currentTarget.blur();
            event.currentTarget.closest<HTMLElement>("[tabindex]")?.focus();
          }
        }}
      />
      {uploads.files.length > 0 && (
        <ul class="p-composer-files">
          {uploads.files.map((file) => (
            <FileChip key={file.id} file={file} onRemove={() => uploads.remove(file.id)} />
          ))}
        </ul>
      )}
      <div class="p-composer-foot">
        <IconButton size="s" icon={icons.attach} label={t("attach")} onClick={() => input.current?.click()} />
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept={accepted.join(",")}
          aria-label={t("attach")}
          onChange={(event) => {
            add(event.currentTarget.files ?? undefined);
            event.currentTarget.value = "";
          }}
        />
        <span class="p-composer-hint">{t("hint", { keys: apple ? "⌘ Enter" : "Ctrl Enter" })}</span>
        <Button
          variant="primary"
          size="s"
          icon={kind === "note" ? noteIcon : icons.send}
          busy={busy}
          disabled={empty || uploads.pending}
          onClick={() => void send()}
        >
          {t(kind === "note" ? "addNote" : "send")}
        </Button>
      </div>
    </div>
  );
}

function FileChip({ file, onRemove }: { file: Upload; onRemove(): void }) {
  const { t } = useStrings(en);
  const [url, setUrl] = useState<string>();
  const { source } = file;
  useEffect(() => {
    if (!source?.type.startsWith("image/")) return;
    const made = URL.createObjectURL(source);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [source]);
  return (
    <li class={file.state === "failed" ? "p-failed" : undefined}>
      {file.state === "uploading" ? <Spinner /> : url ? <img src={url} alt="" /> : <Icon of={icons.file} size={18} />}
      <span class="p-ellipsis" title={file.error ?? file.name}>
        {file.error ?? file.name}
      </span>
      <IconButton size="s" icon={icons.close} label={t("remove", { name: file.name })} onClick={onRemove} />
    </li>
  );
}
