import { ProblemError } from "@foyer/sdk/engine";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../kit/controls/button.tsx";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { Icon } from "../../kit/controls/icon.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { clock, offline } from "../../kit/icons.ts";
import { css } from "../../kit/styles.ts";
import type { Sending } from "../outgoing.ts";
import type { en } from "../thread/strings/en.ts";
import styles from "./trouble.css";

css(styles);

/** Why it is not sent yet, and what happens next. */
export function Trouble({ sending, onNow, onAgain }: { sending: Sending; onNow(): void; onAgain(): void }) {
  const { t } = useI18n<typeof en>();
  if (sending.is === "failed") {
    const { error } = sending;
    const requestId = error instanceof ProblemError ? error.request_id : undefined;
    return <ErrorNote title={t("failedTitle")} text={t("failedText")} requestId={requestId} onRetry={onAgain} />;
  }
  const paused = sending.is === "paused";
  return (
    <div class="ticket-wait">
      <Icon of={paused ? clock : offline} />
      <div>
        <strong>{t(paused ? "pausedTitle" : "offlineTitle")}</strong>
        <p>{paused ? <Countdown until={sending.until} /> : t("offlineText")}</p>
      </div>
      {!paused && (
        <Button size="s" onClick={onNow}>
          {t("sendNow")}
        </Button>
      )}
    </div>
  );
}

function Countdown({ until }: { until: number }) {
  const { t } = useI18n<typeof en>();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const count = Math.max(1, Math.ceil((until - now) / 1000));
  // Heard once by who listens, not every second.
  return <span aria-live="off">{t("pausedText", { count })}</span>;
}
