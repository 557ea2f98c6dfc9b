import type { ManagedBooking } from "@foyer/sdk";
import { useEffect, useRef } from "preact/hooks";
import { bill } from "../../booking/parts.tsx";
import { ticket } from "../../booking/ticket.tsx";
import type { Failure } from "../../client/client.ts";
import { Badge } from "../../kit/controls/badge.tsx";
import { Button } from "../../kit/controls/button.tsx";
import { Empty } from "../../kit/controls/empty.tsx";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { Icon } from "../../kit/controls/icon.tsx";
import { Loading, Skeleton } from "../../kit/controls/skeleton.tsx";
import type { AnyHost } from "../../kit/define.ts";
import { useI18n } from "../../kit/i18n.ts";
import { check, clock, info, link } from "../../kit/icons.ts";
import { useStore } from "../../kit/store.ts";
import { Attendees } from "./attendees.tsx";
import { Cancelling } from "./cancelling.tsx";
import { Moving } from "./moving.tsx";
import { bookingOf, type Managing, standing } from "./state.ts";
import type { en } from "./strings/en.ts";

export function ManageView({ host, state: managing }: { host: AnyHost; state: Managing }) {
  const { t } = useI18n<typeof en>();
  const state = useStore(managing.store);
  const booking = bookingOf(state);
  const accent = booking?.business.accent_color;
  const sheet = useRef<HTMLElement>(null);
  const shown = useRef(state.mode);

  useEffect(() => {
    if (accent) host.setTenantAccent(accent);
  }, [accent]);
  useEffect(() => {
    document.title = [booking?.resource_name ?? t("title"), booking?.business.name].filter(Boolean).join(" · ");
  });
  useEffect(() => {
    if (shown.current === state.mode) return;
    shown.current = state.mode;
    if (state.mode !== "cancelling") sheet.current?.focus({ preventScroll: true });
  }, [state.mode]);

  return (
    <div class="manage-page">
      {booking && <p class="manage-business">{booking.business.name}</p>}
      <article ref={sheet} tabIndex={-1} class={`manage-sheet${state.mode === "moving" ? " manage-sheet-wide" : ""}`}>
        {!booking && <h1 class="f-hidden">{t("title")}</h1>}
        {state.booking === "loading" ? (
          <Loading>
            <Skeleton width="60%" height="26px" />
            <Skeleton height="240px" radius="10px" />
            <Skeleton height="44px" radius="6px" />
          </Loading>
        ) : state.booking === "missing" ? (
          <Empty icon={link} title={t("missing")} text={t("missingText")} />
        ) : !booking ? (
          <ErrorNote
            title={t("loadFailed")}
            text={failed(state.booking).status ? undefined : t("offline")}
            requestId={failed(state.booking).request_id}
            onRetry={() => void managing.load()}
          />
        ) : state.mode === "moving" ? (
          <Moving managing={managing} booking={booking} />
        ) : (
          <Details managing={managing} booking={booking} />
        )}
      </article>
    </div>
  );
}

const failed = (booking: unknown) => (booking as { failed: Failure }).failed;

function Details({ managing, booking }: { managing: Managing; booking: ManagedBooking }) {
  const say = useI18n<typeof en>();
  const { t, date, money } = say;
  const { done } = useStore(managing.store);
  const now = standing(booking, Date.now());
  const news = done && t(done === "cancelled" ? "cancelledNow" : done);
  const { venue, time_zone: timeZone } = booking;
  return (
    <>
      <div class="manage-sheet-head">
        <h1>{t("title")}</h1>
        <State booking={booking} />
      </div>
      {news && (
        <p class="manage-news" role="status">
          <Icon of={done === "stale" ? info : check} />
          {news}
        </p>
      )}
      {ticket(say, booking, venue, timeZone, now === "open" || now === "closed")}
      {booking.quote && bill(say, booking.quote)}
      {booking.instructions && now !== "cancelled" && (
        <div class="manage-rule">
          <h2>{t("next")}</h2>
          <p>{booking.instructions}</p>
        </div>
      )}
      {now === "cancelled" && booking.cancelled_at && (
        <p class="manage-rule">
          {booking.refund && booking.refund.amount > 0 && (
            <>
              {t("refunded", { price: money(booking.refund.amount, booking.currency) })}
              <br />
            </>
          )}
          {t("cancelledOn", { date: date(booking.cancelled_at, { dateStyle: "long", timeStyle: "short", timeZone }) })}
        </p>
      )}
      {(now === "open" || now === "closed") && (
        <>
          {booking.status === "pending" && <p class="manage-rule">{t("pendingNote")}</p>}
          <Rules booking={booking} closed={now === "closed"} />
        </>
      )}
      {now === "open" && <Attendees managing={managing} booking={booking} />}
      {now === "open" && (
        <div class="manage-sheet-actions">
          <Button icon={clock} onClick={() => managing.turn("moving")}>
            {t("move")}
          </Button>
          <Button variant="danger" onClick={() => managing.turn("cancelling")}>
            {t("cancel")}
          </Button>
        </div>
      )}
      <Cancelling managing={managing} booking={booking} />
    </>
  );
}

function State({ booking }: { booking: ManagedBooking }) {
  const { t } = useI18n<typeof en>();
  const now = standing(booking, Date.now());
  if (now === "cancelled") return <Badge tone="danger">{t("cancelled")}</Badge>;
  if (now === "past") return <Badge>{t("past")}</Badge>;
  return booking.status === "pending" ? (
    <Badge tone="warning">{t("pending")}</Badge>
  ) : (
    <Badge tone="success">{t("confirmed")}</Badge>
  );
}

/** Until when it can be changed, and on what terms. */
function Rules({ booking, closed }: { booking: ManagedBooking; closed: boolean }) {
  const { t, date } = useI18n<typeof en>();
  const phone = booking.venue.phone;
  const policy = booking.business.cancellation_policy;
  const until = date(booking.changeable_until, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: booking.time_zone,
  });
  return (
    <div class="manage-rule">
      {closed ? (phone ? t("closedCall", { phone }) : t("closed")) : t("until", { date: until })}
      {policy && (
        <details>
          <summary>{t("policy")}</summary>
          <p>{policy}</p>
        </details>
      )}
    </div>
  );
}
