import { IconButton } from "../../kit/controls/button.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { arrowLeft } from "../../kit/icons.ts";
import { css } from "../../kit/styles.ts";
import { Facts } from "../facts.tsx";
import { priceFor, resourceOf, venueOf } from "../flow.ts";
import type { BookingState } from "../state.ts";
import type { en } from "../strings/en.ts";
import styles from "./head.css";

css(styles);

interface HeadProps {
  state: BookingState;
  onBack: (() => void) | undefined;
  /** Describes it as well. */
  about?: boolean;
}

/** What is being booked and what it costs, always in view. */
export function Head({ state, onBack, about = false }: HeadProps) {
  const { t, money, number } = useI18n<typeof en>();
  const resource = resourceOf(state);
  if (!resource) return null;
  const { party } = state;
  const total = priceFor(resource, party);
  const times = resource.price_per === "place" && party > 1;
  return (
    <div class="booking-head">
      {onBack && <IconButton icon={arrowLeft} directional label={t("back")} onClick={onBack} />}
      <div class="booking-head-text">
        <h2>
          <bdi>{resource.name}</bdi>
        </h2>
        <Facts of={resource} />
        <bdi class="booking-head-place">{venueOf(state)?.name}</bdi>
        {about && resource.description && (
          <p class="booking-head-about">
            <bdi>{resource.description}</bdi>
          </p>
        )}
      </div>
      <p class="booking-head-price" aria-live="polite">
        <strong>{total === 0 ? t("free") : money(total, resource.currency)}</strong>
        {total > 0 && times && (
          <span class="f-muted">
            {number(party)} × {money(resource.price, resource.currency)}
          </span>
        )}
      </p>
    </div>
  );
}
