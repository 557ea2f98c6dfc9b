import { ErrorNote, Loading, Skeleton, useI18n } from "../../kit/index.ts";
import type { en } from "../strings/en.ts";

/** The outline of the portal while the session is taken up. */
export function Starting() {
  return (
    <div class="p-starting">
      <Loading>
        <div class="p-starting-nav">
          {Array.from({ length: 7 }, (_, row) => (
            <Skeleton key={row} height="20px" width={row ? "120px" : "90px"} />
          ))}
        </div>
        <div class="p-starting-page">
          <Skeleton width="200px" height="24px" />
          <Skeleton height="36px" />
          <Skeleton height="36px" />
          <Skeleton height="36px" />
        </div>
      </Loading>
    </div>
  );
}

export function Unreachable({ onRetry }: { onRetry(): void }) {
  const { t } = useI18n<typeof en>();
  return (
    <main class="p-gate">
      <div class="p-gate-box">
        <ErrorNote title={t("in.unreachable")} text={t("in.unreachableText")} onRetry={onRetry} />
      </div>
    </main>
  );
}
