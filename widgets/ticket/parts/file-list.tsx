import { FileDrop } from "../../kit/controls/file-drop.tsx";
import { Icon } from "../../kit/controls/icon.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { warning } from "../../kit/icons.ts";
import { useStore } from "../../kit/store.ts";
import type { Words } from "../thread/strings/languages.ts";
import { accepted, maxBytes, maxFiles, type Uploads } from "../uploads.ts";

export interface FileListProps {
  uploads: Uploads;
  /** Sending waits for the visitor to put a file right. */
  failed: boolean;
  label: string;
}

/** Files by choosing, dropping and pasting, each with how far it is. */
export function FileList({ uploads, failed, label }: FileListProps) {
  const { t } = useI18n<Words>();
  const files = useStore(uploads.store, (value) => value.files);
  return (
    <div>
      <FileDrop
        label={label}
        hint={t("filesHint")}
        accept={accepted}
        maxBytes={maxBytes}
        maxFiles={maxFiles}
        onAdd={uploads.add}
        onRemove={uploads.remove}
        files={files.map(({ id, file, state, refused }) => ({
          id,
          name: file.name,
          size: file.size,
          source: file,
          state,
          ...(state === "failed" && { error: t(refused ? "uploadRefused" : "uploadFailed") }),
        }))}
      />
      <div aria-live="polite">
        {failed && (
          <p class="f-error">
            <Icon of={warning} size={16} />
            {t("filesFailed")}
          </p>
        )}
      </div>
    </div>
  );
}
