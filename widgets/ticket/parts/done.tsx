import { Button } from "../../kit/controls/button.tsx";
import { Icon } from "../../kit/controls/icon.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { check } from "../../kit/icons.ts";
import { useStore } from "../../kit/store.ts";
import { css } from "../../kit/styles.ts";
import type { Desk } from "../state.ts";
import { Speaking } from "../thread/speaking.tsx";
import type { Words } from "../thread/strings/languages.ts";
import { CopyLink } from "./copy-link.tsx";
import styles from "./done.css";

css(styles);

/** The number at once, the way back, and what happens next. */
export function Done({ desk }: { desk: Desk }) {
  return (
    <Speaking>
      <Receipt desk={desk} />
    </Speaking>
  );
}

function Receipt({ desk }: { desk: Desk }) {
  const { t } = useI18n<Words>();
  const { raised, known, replyTime } = useStore(desk.store);
  if (!raised) return null;
  return (
    <div class="ticket-done">
      <span class="ticket-done-mark">
        <Icon of={check} size={26} />
      </span>
      <h2>{t("doneTitle")}</h2>
      <p class="ticket-number">
        <span>{t("number")}</span>
        <strong dir="ltr">#{raised.number}</strong>
      </p>
      <p class="ticket-next">
        {known?.email && t("answersTo", { email: known.email })} {replyTime}
      </p>
      <CopyLink url={raised.tracking_url} />
      <p class="f-hint">{t("doneText")}</p>
      <div class="ticket-done-actions">
        <Button variant="primary" onClick={() => desk.show("mine", raised.id)}>
          {t("see")}
        </Button>
        <Button onClick={desk.reset}>{t("another")}</Button>
      </div>
    </div>
  );
}
