import type { Resource } from "@foyer/sdk";
import { Icon } from "../kit/controls/icon.tsx";
import { useI18n } from "../kit/i18n.ts";
import { clock, user } from "../kit/icons.ts";
import { css } from "../kit/styles.ts";
import styles from "./facts.css";
import type { en } from "./strings/en.ts";

css(styles);

/** How long, for how many: the line under a name. */
export function Facts({ of }: { of: Resource }) {
  const { t } = useI18n<typeof en>();
  return (
    <span class="booking-facts">
      <span>
        <Icon of={clock} size={16} />
        <Length minutes={of.duration_minutes} />
      </span>
      {(of.max_party > 1 || of.price_per === "place") && (
        <span>
          <Icon of={user} size={16} />
          {t("upTo", { count: of.max_party })}
        </span>
      )}
      {of.requires_approval && <span>{t("approval")}</span>}
    </span>
  );
}

function Length({ minutes }: { minutes: number }) {
  const { t, list } = useI18n<typeof en>();
  const parts = [
    ["days", Math.floor(minutes / 1440)],
    ["hours", Math.floor((minutes % 1440) / 60)],
    ["minutes", minutes % 60],
  ] as const;
  const said = parts.filter(([, count]) => count > 0).map(([unit, count]) => t(unit, { count }));
  return <>{said.length > 1 ? said.join(" ") : list(said)}</>;
}
