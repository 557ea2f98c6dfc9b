import { Skeleton } from "../../../kit/index.ts";
import { useList } from "../../data/hooks.ts";
import { Shown } from "../../parts/shown.tsx";
import { useStrings } from "../../strings/use.ts";
import { VenueMembers } from "../venues/members.tsx";
import { en } from "./strings.ts";

/** Who works where, venue by venue. */
export function People() {
  const { t } = useStrings(en);
  const venues = useList(["venues"], (foyer, page) => foyer.venues.list(page), { on: ["venue."], size: 200 });
  return (
    <div class="p-page p-staff-narrow">
      <p class="f-muted">{t("peopleText")}</p>
      <Shown of={venues} skeleton={<Skeleton lines={6} height="40px" />}>
        {(all) =>
          all.length === 0 ? (
            <p>{t("noVenues")}</p>
          ) : (
            all.map((venue) => (
              <div key={venue.id} class="p-card p-staff-card">
                <VenueMembers venue={venue} title={venue.name} />
              </div>
            ))
          )
        }
      </Shown>
    </div>
  );
}
