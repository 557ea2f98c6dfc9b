import type { Failure } from "../../client/client.ts";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { useI18n } from "../../kit/i18n.ts";
import type { en } from "./strings/en.ts";

/** Why a change was not made. */
export function Refused({ failure }: { failure: unknown }) {
  const { t } = useI18n<typeof en>();
  const { code, request_id } = failure as Failure;
  if (code === "cancellation_window_passed") {
    return <ErrorNote title={t("windowPassed")} text={t("windowPassedText")} />;
  }
  return <ErrorNote title={t("changeFailed")} requestId={request_id} />;
}
