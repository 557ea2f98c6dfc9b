import type { ProblemError } from "@foyer/sdk/engine";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { useI18n } from "../../kit/i18n.ts";
import type { en } from "./strings/en.ts";

interface FailedProps {
  title: string;
  of: unknown;
  onRetry?: () => void;
}

/** What did not work: the API's own words where it refused, else that there was no answer. */
export function Failed({ title, of, onRetry }: FailedProps) {
  const { t } = useI18n<typeof en>();
  const { problem } = of as Partial<ProblemError>;
  const told = problem ? (problem.errors?.map(({ detail }) => detail).join(" ") ?? problem.detail) : t("offline");
  return <ErrorNote title={title} text={told} requestId={problem?.request_id} onRetry={onRetry} />;
}
