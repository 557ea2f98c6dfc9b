import type { Booking } from "@foyer/sdk";
import { Button } from "../kit/controls/button.tsx";
import { Icon } from "../kit/controls/icon.tsx";
import { useI18n } from "../kit/i18n.ts";
import { calendar, external } from "../kit/icons.ts";
import { css } from "../kit/styles.ts";
import { download, type Entry, googleLink } from "./calendar-entry.ts";
import type { en } from "./strings/en.ts";
import styles from "./ticket.css";

css(styles);

/** As a file for any calendar, or straight into Google's. */
export function AddToCalendar({ booking, location }: { booking: Booking; location: string }) {
  const { t } = useI18n<typeof en>();
  const { reference, manage_url: url } = booking;
  const description = t("entry", { reference, url, count: t("guests", { count: booking.party }) });
  const entry: Entry = { ...booking, location, description, url };
  return (
    <div class="booking-calendars">
      <Button icon={calendar} onClick={() => download(entry, reference)}>
        {t("addToCalendar")}
      </Button>
      <a class="f-button f-secondary f-size-m" href={googleLink(entry)} target="_blank" rel="noreferrer">
        {t("google")}
        <Icon of={external} size={16} />
      </a>
    </div>
  );
}
