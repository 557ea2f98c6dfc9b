import type { Booking } from "@foyer/sdk";
import { Button, Icon, useI18n } from "../kit/index.ts";
import { calendar, external } from "../kit/icons.ts";
import { download, type Entry, googleLink } from "./calendar-entry.ts";
import type { en } from "./strings/en.ts";

/** As a file for any calendar, or straight into Google's. */
export function AddToCalendar({ booking, location }: { booking: Booking; location: string }) {
  const { t } = useI18n<typeof en>();
  const { reference, manage_url: url } = booking;
  const description = t("entry", { reference, url, count: t("guests", { count: booking.party }) });
  const entry: Entry = { ...booking, location, description, url };
  return (
    <div class="calendars">
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
