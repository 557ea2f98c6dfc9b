import type { Resource } from "@foyer/sdk";
import { useState } from "preact/hooks";
import { Empty } from "../../kit/controls/empty.tsx";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { calendar } from "../../kit/icons.ts";
import { css } from "../../kit/styles.ts";
import { Facts } from "../facts.tsx";
import { requestId, unreachable } from "../failure.ts";
import type { Catalogue } from "../flow.ts";
import type { BookingFlow } from "../state.ts";
import type { en } from "../strings/en.ts";
import styles from "./resources.css";

css(styles);

/** What there is, as cards; by place where there are several. */
export function Resources({ flow, catalogue }: { flow: BookingFlow; catalogue: Catalogue | { failed: unknown } }) {
  const { t } = useI18n<typeof en>();
  const [place, setPlace] = useState<string>();
  if ("failed" in catalogue) {
    const { failed } = catalogue;
    return (
      <ErrorNote
        title={t("loadFailed")}
        text={unreachable(failed) ? t("offline") : undefined}
        requestId={requestId(failed)}
        onRetry={flow.retry}
      />
    );
  }
  const { resources, venues } = catalogue;
  if (!resources.length) return <Empty icon={calendar} title={t("nothing")} text={t("nothingText")} />;
  const several = venues.length > 1;
  const shown = resources.filter((one) => !place || one.venue_id === place);
  return (
    <>
      <h2>{t("title")}</h2>
      {several && (
        <fieldset class="booking-venues" aria-label={t("places")}>
          {[undefined, ...venues].map((venue) => (
            <button
              key={venue?.id ?? ""}
              type="button"
              class="booking-venue"
              aria-pressed={place === venue?.id}
              onClick={() => setPlace(venue?.id)}
            >
              {venue?.name ?? t("everywhere")}
            </button>
          ))}
        </fieldset>
      )}
      <ul class="booking-cards">
        {shown.map((one) => (
          <li key={one.id}>
            <Card
              of={one}
              venue={several ? venues.find((venue) => venue.id === one.venue_id)?.name : undefined}
              onClick={() => flow.select(one.id)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function Card({ of, venue, onClick }: { of: Resource; venue: string | undefined; onClick(): void }) {
  const { t, money } = useI18n<typeof en>();
  const price = money(of.price, of.currency);
  return (
    <button type="button" class="booking-card" onClick={onClick}>
      <Picture of={of} />
      <span class="booking-card-text">
        <span class="booking-card-name">
          <bdi>{of.name}</bdi>
        </span>
        {of.description && (
          <span class="booking-card-about">
            <bdi>{of.description}</bdi>
          </span>
        )}
        <Facts of={of} />
        <span class="booking-card-end">
          <strong>
            {of.price === 0
              ? t("free")
              : of.price_per === "place" && of.max_party > 1
                ? t("perPlace", { price })
                : price}
          </strong>
          {venue && <bdi>{venue}</bdi>}
        </span>
      </span>
    </button>
  );
}

/** The photo, or a pattern that is always the same for this resource. */
export function Picture({ of }: { of: Resource }) {
  const [broken, setBroken] = useState(false);
  if (of.image_url && !broken) {
    return <img class="booking-picture" src={of.image_url} alt="" loading="lazy" onError={() => setBroken(true)} />;
  }
  let seed = 0;
  for (const character of of.id) seed = (seed * 31 + character.charCodeAt(0)) >>> 0;
  const [x, y, turn] = [20 + (seed % 240), 20 + ((seed >> 8) % 100), (seed >> 16) % 180];
  return (
    <svg class="booking-picture" viewBox="0 0 300 140" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <g transform={`rotate(${turn} 150 70)`}>
        {[150, 110, 74, 42, 16].map((radius) => (
          <circle key={radius} cx={x} cy={y} r={radius} />
        ))}
      </g>
    </svg>
  );
}
