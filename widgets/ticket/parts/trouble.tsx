import { ProblemError } from "@foyer/sdk/engine";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../kit/controls/button.tsx";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { Icon } from "../../kit/controls/icon.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { clock, offline } from "../../kit/icons.ts";
import { css } from "../../kit/styles.ts";
import type { Sending } from "../outgoing.ts";
import { Speaking } from "../thread/speaking.tsx";
import type { Words } from "../thread/strings/languages.ts";
import styles from "./trouble.css";

css(styles);

interface TroubleProps {
  sending: Sending;
  onRetry(): void;
}

/** Why it is not sent yet, and what happens next. */
export function Trouble(props: TroubleProps) {
  return (
    <Speaking>
      <Note {...props} />
    </Speaking>
  );
}

function Note({ sending, onRetry }: TroubleProps) {
  const { t } = useI18n<Words>();
  const box = useRef<HTMLDivElement>(null);
  const { is } = sending;
  useEffect(() => box.current?.scrollIntoView({ block: "nearest" }), [is]);
  if (sending.is === "failed") {
    const { error } = sending;
    const requestId = error instanceof ProblemError ? error.request_id : undefined;
    return (
      <div ref={box}>
        <ErrorNote title={t("failedTitle")} text={t("failedText")} requestId={requestId} onRetry={onRetry} />
      </div>
    );
  }
  const paused = sending.is === "paused";
  return (
    <div class="ticket-wait" ref={box}>
      <Icon of={paused ? clock : offline} />
      <div>
        <strong>{t(paused ? "pausedTitle" : "offlineTitle")}</strong>
        <p>{paused ? <Countdown until={sending.until} /> : t("offlineText")}</p>
      </div>
      {!paused && (
        <Button size="s" onClick={onRetry}>
          {t("sendNow")}
        </Button>
      )}
    </div>
  );
}

function Countdown({ until }: { until: number }) {
  const { t } = useI18n<Words>();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const count = Math.max(1, Math.ceil((until - now) / 1000));
  // Heard once by who listens, not every second.
  return <span aria-live="off">{t("pausedText", { count })}</span>;
}
