import { Button } from "../../kit/controls/button.tsx";
import { Icon } from "../../kit/controls/icon.tsx";
import { check, clock } from "../../kit/icons.ts";
import { bill } from "../parts.tsx";
import { resourceOf, venueOf } from "../state.ts";
import { ticket } from "../ticket.tsx";
import type { Ui } from "../ui.ts";

/** What was booked, what happens next, and how to change it. */
export function done(ui: Ui) {
  const { t, state, flow } = ui;
  const { booking, times } = state;
  const resource = resourceOf(state);
  const venue = venueOf(state);
  if (!booking) return null;
  const pending = booking.status === "pending";
  return (
    <div class="done">
      <span class={`mark${pending ? " pending" : ""}`}>
        <Icon of={pending ? clock : check} size={28} />
      </span>
      <h2>{t(pending ? "pending" : "confirmed")}</h2>
      <p class="f-muted">{t(pending ? "pendingText" : "confirmedText", { email: booking.contact.email ?? "" })}</p>
      {ticket(ui, booking, venue, times?.store.get().zone ?? booking.time_zone)}
      {booking.quote && bill(ui, booking.quote)}
      {resource?.instructions && (
        <div class="next">
          <h3>{t("next")}</h3>
          <p>{resource.instructions}</p>
        </div>
      )}
      {resource?.waiver_url && (
        <a href={resource.waiver_url} target="_blank" rel="noreferrer">
          {t("waiver")}
        </a>
      )}
      <div class="row">
        <a class="f-button f-quiet f-size-s" href={booking.manage_url} target="_blank" rel="noreferrer">
          {t("manage")}
        </a>
        <Button size="s" variant="quiet" onClick={flow.reset}>
          {t("another")}
        </Button>
      </div>
    </div>
  );
}
