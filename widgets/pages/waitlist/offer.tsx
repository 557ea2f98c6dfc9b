import type { WaitlistOffer } from "@foyer/sdk";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { Icon } from "../../kit/controls/icon.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { clock } from "../../kit/icons.ts";
import { useStore } from "../../kit/store.ts";
import { Failed } from "./failed.tsx";
import { Question } from "./question.tsx";
import { countdown, type Waiting } from "./state.ts";
import type { en } from "./strings/en.ts";

interface OfferProps {
  waiting: Waiting;
  entry: WaitlistOffer;
  now: number;
}

/** The place that is kept, until when, and what has to be answered to take it. */
export function Offer({ waiting, entry, now }: OfferProps) {
  const { t, date, money } = useI18n<typeof en>();
  const { answers, wrong, failure, leaving } = useStore(waiting.store);
  const { offer_starts_at, offer_expires_at, time_zone: timeZone, venue, price, currency, questions } = entry;
  const start = offer_starts_at ?? entry.created_at;
  const until = offer_expires_at ?? entry.created_at;
  const time = { hour: "numeric", minute: "2-digit", timeZoneName: "short", timeZone } as const;
  const asked = new Set(questions.map(({ id }) => id));
  const unknown = Object.entries(wrong).filter(([id]) => !asked.has(id));
  return (
    <>
      <p class="wait-kept">
        <Icon of={clock} />
        <span>{t("keptUntil", { date: date(until, { dateStyle: "medium", timeStyle: "short", timeZone }) })}</span>
        <strong class="f-tabular" role="timer" aria-label={t("timeLeft")}>
          {countdown(Date.parse(until) - now)}
        </strong>
      </p>
      <dl class="wait-card">
        <dt class="f-hidden">{t("offered")}</dt>
        <dd class="wait-name">
          <bdi>{entry.resource_name}</bdi>
        </dd>
        <dd class="wait-when f-tabular">
          <strong>{date(start, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone })}</strong>
          <span>{date(start, time)}</span>
        </dd>
        <dd class="wait-place">
          <bdi>{venue.name}</bdi>
          {venue.address && <bdi class="f-muted">{venue.address}</bdi>}
        </dd>
        <dd class="wait-end">
          <span>{t("guests", { count: entry.party })}</span>
          {price !== null && currency && (
            <strong class="f-tabular">{price ? money(price, currency) : t("free")}</strong>
          )}
        </dd>
      </dl>
      <form
        id="wait-offer"
        class="wait-questions"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void waiting.accept();
        }}
      >
        {questions.map((question) => (
          <Question
            key={question.id}
            question={question}
            value={answers[question.id] ?? ""}
            error={wrong[question.id]}
            onAnswer={(value) => waiting.answer(question.id, value)}
          />
        ))}
      </form>
      {unknown.map(([id, detail]) => (
        <ErrorNote key={id} title={t("failed")} text={detail} />
      ))}
      {failure !== undefined && !leaving && <Failed title={t("failed")} of={failure} />}
    </>
  );
}
