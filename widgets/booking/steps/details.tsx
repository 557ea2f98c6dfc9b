import type { Failure } from "../../client/client.ts";
import { Button } from "../../kit/controls/button.tsx";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { Icon } from "../../kit/controls/icon.tsx";
import { calendar, clock as clockIcon } from "../../kit/icons.ts";
import { clock, type Entry } from "../flow.ts";
import { bill, field, note, stepper, when } from "../parts.tsx";
import { known, resourceOf } from "../state.ts";
import type { Ui } from "../ui.ts";
import { head } from "./head.tsx";
import { refused } from "./time.tsx";
import { who } from "./who.tsx";

/** What goes with it, what it costs, and who it is for; as few fields as possible. */
export function details(ui: Ui) {
  const { t, state, flow, money } = ui;
  const { steps } = flow;
  const { values, flaws, sending, attempt, hold, slot, times, choosing, wish } = state;
  const resource = resourceOf(state);
  if (!resource || !wish || !steps) return null;
  const locked = sending || attempt !== undefined;
  const { said, guests } = steps.entries(t as never);
  const draw = (entry: Entry) => field(ui, entry, values, flaws[entry.at], steps.edit);
  const terms = known(state)?.terms;
  const taken = (id: string) => wish.add_ons?.find((one) => one.id === id)?.quantity ?? 0;
  const chosen = hold ?? slot;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    void steps.submit();
    requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid]")?.focus());
  };

  return (
    <>
      {head(ui, locked ? undefined : flow.steps!.back)}
      <form class="finish" noValidate onSubmit={submit}>
        <fieldset disabled={locked}>
          {chosen && (
            <div class="box">
              <Icon of={calendar} />
              {when(ui, chosen.starts_at, chosen.ends_at, times?.store.get().zone)}
            </div>
          )}
          {!attempt && holding(ui)}
          {refused(ui)}
          {who(ui, false)}
          {resource.add_ons.length > 0 && <h3>{t("extras")}</h3>}
          {resource.add_ons.map(({ id, name, description, price, per, max_quantity = 10, stock }) => (
            <div key={id} class="between">
              <span>
                <bdi class="f-label">{name}</bdi>{" "}
                <span class="small">
                  {per === "guest"
                    ? t("perPlace", { price: money(price, resource.currency) })
                    : money(price, resource.currency)}
                </span>
                {description && <bdi class="small block">{description}</bdi>}
              </span>
              {stepper(ui, name, taken(id), [0, Math.min(max_quantity, stock ?? max_quantity)], (quantity) =>
                flow.steps!.want({
                  add_ons: resource.add_ons.flatMap((one) => {
                    const many = one.id === id ? quantity : taken(one.id);
                    return many ? { id: one.id, quantity: many } : [];
                  }),
                }),
              )}
            </div>
          ))}
          {promotion(ui)}
          {hold?.quote && bill(ui, hold.quote)}
        </fieldset>
        <fieldset disabled={locked}>
          <h3>{t("yourDetails")}</h3>
          <p class="f-muted">{t("emailHint")}</p>
          <div class="fields">{said.filter(({ at }) => at !== "/terms_version").map(draw)}</div>
          {guests.map(({ category, entries }, index) => (
            <fieldset key={index} class="fields">
              <legend>
                {t("guest", { count: index + 1 })}{" "}
                <bdi class="small">{resource.guest_categories.find(({ id }) => id === category)?.name}</bdi>
              </legend>
              {entries.map(draw)}
            </fieldset>
          ))}
          {resource.waiver_url && (
            <a href={resource.waiver_url} target="_blank" rel="noreferrer">
              {t("waiver")}
            </a>
          )}
          {terms && (
            <div>
              {said.filter(({ at }) => at === "/terms_version").map(draw)}
              <details class="terms">
                <summary>{t("readTerms")}</summary>
                <p>{terms.text}</p>
              </details>
            </div>
          )}
        </fieldset>
        {state.failure !== undefined && failed(ui)}
        <div class="end between">
          <strong class="price">{hold && (hold.price ? money(hold.price, hold.currency) : t("free"))}</strong>
          <Button variant="primary" type="submit" busy={sending || choosing}>
            {attempt && !sending ? t("kit.retry" as "book") : t(resource.requires_approval ? "request" : "book")}
          </Button>
        </div>
      </form>
    </>
  );
}

const reasons = ["unknown", "not_started", "expired", "used_up", "wrong_resource", "below_minimum"] as const;

/** A code that takes something off. */
function promotion(ui: Ui) {
  const { t, state, flow } = ui;
  const { wish, values, refusal, choosing } = state;
  const { code, reason } = (refusal && "failed" in refusal ? refusal.failed : {}) as Failure;
  if (wish?.promotion_code) {
    return (
      <div class="between">
        <span>
          {t("code")}: <bdi>{wish.promotion_code}</bdi>
        </span>
        <Button size="s" variant="quiet" onClick={() => flow.steps!.want({ promotion_code: undefined })}>
          {t("remove")}
        </Button>
      </div>
    );
  }
  const said = values.code?.trim();
  const why = reasons.find((one) => one === reason) ?? "unknown";
  const wrong = code === "promotion_not_valid" || code === "validation_failed";
  return (
    <details class="code" open={wrong || undefined}>
      <summary>{t("haveCode")}</summary>
      <div class="row">
        <input
          class="f-input"
          aria-label={t("code")}
          aria-invalid={wrong ? "true" : undefined}
          value={values.code ?? ""}
          onInput={(event) => flow.steps!.edit({ code: event.currentTarget.value })}
        />
        <Button
          disabled={!said}
          busy={choosing}
          onClick={() => flow.steps!.want({ promotion_code: said?.toUpperCase() })}
        >
          {t("apply")}
        </Button>
      </div>
      <div aria-live="polite" class="f-error">
        {wrong && t(why)}
      </div>
    </details>
  );
}

function failed({ t, state, money }: Ui) {
  const { attempt, failure, hold } = state;
  const { code, status, request_id } = failure as Failure;
  if (code === "price_changed" && hold)
    return note(t("newPrice", { price: money(hold.price, hold.currency) }), t("asBefore"));
  return (
    <ErrorNote
      title={t(attempt ? "unanswered" : "bookFailed")}
      text={attempt && t(!status && !navigator.onLine ? "offline" : "unansweredText")}
      requestId={request_id}
    />
  );
}

/** Says nothing until time gets short, and is kind when it is over. */
function holding({ t, state, flow }: Ui) {
  const { hold, left, choosing } = state;
  if (!hold || left === undefined) return null;
  if (left > 0) {
    return (
      <p class="left" role="timer">
        <Icon of={clockIcon} size={18} />
        {t("keptFor", { time: clock(left) })}
      </p>
    );
  }
  return note(
    t("holdLost"),
    t("holdLostText"),
    <>
      <Button size="s" busy={choosing} onClick={() => void flow.steps!.take(hold.wish)}>
        {t("keepAgain")}
      </Button>
      <Button size="s" variant="quiet" onClick={flow.steps!.back}>
        {t("pickAnother")}
      </Button>
    </>,
  );
}
