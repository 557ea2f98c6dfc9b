import { Skeleton } from "../../../kit/index.ts";
import { useMembers, useQuery } from "../../data/hooks.ts";
import { Shown } from "../../parts/shown.tsx";
import { Timeline } from "../../parts/timeline.tsx";
import { useStrings } from "../../strings/use.ts";
import { en } from "./detail-strings.ts";

/** What happened to a booking, newest first. */
export function History({ id }: { id: string }) {
  const { t } = useStrings(en);
  const members = useMembers();
  const history = useQuery(
    ["booking", id, "events"],
    async (foyer) => (await foyer.events.list({ subject: id, limit: 200 })).data.reverse(),
    { on: ["booking."] },
  );
  return (
    <Shown of={history} skeleton={<Skeleton lines={4} height="32px" />}>
      {(events) => (
        <Timeline
          events={events}
          empty={t("noHistory")}
          actorName={(one) => members.items.find((member) => member.id === one)?.name}
        />
      )}
    </Shown>
  );
}
