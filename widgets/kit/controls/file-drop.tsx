import { useEffect, useId, useRef, useState } from "preact/hooks";
import { useI18n } from "../i18n.ts";
import { close, file as fileIcon, upload, warning } from "../icons.ts";
import { css } from "../styles.ts";
import { IconButton } from "./button.tsx";
import styles from "./file-drop.css";
import { Icon } from "./icon.tsx";
import { Spinner } from "./spinner.tsx";

css(styles);

/** A file on its way; its owner uploads it and keeps the state. */
export interface DropFile {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  /** For the preview of an image. */
  source?: Blob | undefined;
  state?: "uploading" | "ready" | "failed";
  error?: string;
}

export interface FileDropProps {
  files: readonly DropFile[];
  onAdd(files: File[]): void;
  onRemove(id: string): void;
  label: string;
  hint?: string;
  /** Media types, exact or like `image/*`. */
  accept?: readonly string[];
  maxFiles?: number;
  /** Bytes per file. */
  maxBytes?: number;
}

const accepts = (types: readonly string[], file: File) =>
  types.some((type) => (type.endsWith("/*") ? file.type.startsWith(type.slice(0, -1)) : file.type === type));

/** Files by choosing, dropping, or pasting anywhere in the element, with previews. */
export function FileDrop({ files, onAdd, onRemove, label, hint, accept, maxFiles = 5, maxBytes }: FileDropProps) {
  const { t, number } = useI18n();
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string>();
  const box = useRef<HTMLFieldSetElement>(null);
  const input = useRef<HTMLInputElement>(null);

  const size = (bytes: number) => {
    const unit = bytes < 1_000_000 ? "kilobyte" : "megabyte";
    const value = bytes / (unit === "kilobyte" ? 1000 : 1_000_000);
    return number(value, { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 });
  };
  const add = (chosen: File[]) => {
    const good: File[] = [];
    let problem: string | undefined;
    for (const file of chosen) {
      if (accept && !accepts(accept, file)) problem = t("kit.wrongType", { name: file.name });
      else if (maxBytes && file.size > maxBytes) problem = t("kit.tooLarge", { name: file.name, size: size(maxBytes) });
      else if (files.length + good.length >= maxFiles) problem = t("kit.tooMany", { count: maxFiles });
      else good.push(file);
    }
    setRefused(problem);
    if (good.length) onAdd(good);
  };

  useEffect(() => {
    const root = box.current?.getRootNode();
    const onPaste = (event: Event) => {
      const pasted = [...((event as ClipboardEvent).clipboardData?.files ?? [])];
      if (!pasted.length) return;
      event.preventDefault();
      add(pasted);
    };
    root?.addEventListener("paste", onPaste);
    return () => root?.removeEventListener("paste", onPaste);
  });

  return (
    <fieldset
      ref={box}
      aria-labelledby={`${id}-label`}
      class={`f-drop${over ? " f-drop-over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <span class="f-label" id={`${id}-label`}>
        {label}
      </span>
      {files.length > 0 && (
        <ul class="f-drop-files" aria-labelledby={`${id}-label`}>
          {files.map((one) => (
            <li key={one.id} class={one.state === "failed" ? "f-drop-failed" : ""}>
              <Preview file={one} />
              <span class="f-drop-text">
                <span class="f-drop-name">{one.name}</span>
                <span class="f-drop-size">{one.error ?? size(one.size)}</span>
              </span>
              <IconButton
                size="s"
                icon={close}
                label={t("kit.remove", { name: one.name })}
                onClick={() => onRemove(one.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {files.length < maxFiles && (
        <button
          type="button"
          class="f-drop-zone"
          aria-describedby={hint ? `${id}-hint` : undefined}
          onClick={() => input.current?.click()}
        >
          <Icon of={upload} />
          <span>
            <strong>{t("kit.addFiles")}</strong> {t("kit.dropHere")}
          </span>
        </button>
      )}
      {hint && (
        <span id={`${id}-hint`} class="f-hint">
          {hint}
        </span>
      )}
      <input
        ref={input}
        type="file"
        hidden
        multiple={maxFiles > 1}
        accept={accept?.join(",")}
        aria-label={label}
        onChange={(event) => {
          add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
      <div aria-live="polite">
        {refused && (
          <div class="f-error">
            <Icon of={warning} size={16} />
            {refused}
          </div>
        )}
      </div>
    </fieldset>
  );
}

function Preview({ file }: { file: DropFile }) {
  const [url, setUrl] = useState<string>();
  const { source } = file;
  useEffect(() => {
    if (!source?.type.startsWith("image/")) return;
    const made = URL.createObjectURL(source);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [source]);
  return (
    <span class="f-drop-preview">
      {url ? <img src={url} alt="" /> : <Icon of={fileIcon} />}
      {file.state === "uploading" && (
        <span class="f-drop-busy">
          <Spinner />
        </span>
      )}
    </span>
  );
}
