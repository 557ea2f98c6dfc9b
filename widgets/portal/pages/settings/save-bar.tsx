import { Button } from "../../../kit/index.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

export interface SaveBarProps {
  changed: boolean;
  busy: boolean;
  onSave(): void;
  onDiscard(): void;
}

/** Stays in view while there is something to save. */
export function SaveBar({ changed, busy, onSave, onDiscard }: SaveBarProps) {
  const { t } = useStrings(en);
  return (
    <div class="p-set-save" role="status">
      {changed && (
        <div class="p-set-save-box">
          <span>{t("unsaved")}</span>
          <Button onClick={onDiscard}>{t("discard")}</Button>
          <Button variant="primary" busy={busy} onClick={onSave}>
            {t("save")}
          </Button>
        </div>
      )}
    </div>
  );
}
