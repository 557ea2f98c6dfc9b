import { useEffect, useState } from "preact/hooks";
import { IconButton } from "../../kit/controls/button.tsx";
import { Icon } from "../../kit/controls/icon.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { close, file as fileIcon, refresh } from "../../kit/icons.ts";
import type { en } from "../strings/languages.ts";
import type { Upload } from "../uploads.ts";

/** The files of the message being written, and how far they have got. */
export function Tray({ uploads, onRemove }: { uploads: readonly Upload[]; onRemove(upload: Upload): void }) {
  const { t } = useI18n<typeof en>();
  const kit = useI18n();
  return (
    <ul class="tray">
      {uploads.map((one) => (
        <li key={one.id} class={one.failed ? "tray-file failed" : "tray-file"}>
          <Preview file={one.file} />
          <span class="tray-text">
            <span class="tray-name">{one.file.name}</span>
            {one.failed ? (
              <span class="tray-state">{t("uploadFailed")}</span>
            ) : one.attachment ? (
              <Size bytes={one.file.size} />
            ) : (
              <progress max={1} value={one.progress} aria-label={`${t("uploading")} ${one.file.name}`} />
            )}
          </span>
          {one.failed && <IconButton size="s" icon={refresh} label={t("tryNow")} onClick={one.again} />}
          <IconButton
            size="s"
            icon={close}
            label={kit.t("kit.remove", { name: one.file.name })}
            onClick={() => onRemove(one)}
          />
        </li>
      ))}
    </ul>
  );
}

export function Size({ bytes }: { bytes: number }) {
  const { number } = useI18n<typeof en>();
  const unit = bytes < 1000 ? "byte" : bytes < 1_000_000 ? "kilobyte" : "megabyte";
  const unitDisplay = unit === "byte" ? "long" : "short";
  const value = bytes / { byte: 1, kilobyte: 1000, megabyte: 1_000_000 }[unit];
  return (
    <span class="f-muted f-tabular file-size">
      {number(value, { style: "unit", unit, unitDisplay, maximumFractionDigits: value < 10 ? 1 : 0 })}
    </span>
  );
}

function Preview({ file }: { file: File }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!file.type.startsWith("image/")) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return <span class="tray-preview">{url ? <img src={url} alt="" /> : <Icon of={fileIcon} />}</span>;
}
