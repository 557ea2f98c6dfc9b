import { Button, List, Row, Skeleton } from "../../../kit/index.ts";
import { useList, useMembers } from "../../data/hooks.ts";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { Shown } from "../../parts/shown.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { Timeline } from "../../parts/timeline.tsx";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

export function Past({ id }: { id: string }) {
  const { t } = useStrings(en);
  const members = useMembers();
  const list = useList(["timeline", id], (foyer, page) => foyer.contacts.timeline(id, page), {
    on: ["contact.", "booking.", "ticket.", "conversation.", "message.", "note."],
    keep: false,
  });
  return (
    <Shown of={list} skeleton={<Skeleton lines={6} height="32px" />}>
      {(events) => (
        <>
          <Timeline
            events={events}
            empty={t("noTimeline")}
            actorName={(actor) => members.items.find((member) => member.id === actor)?.name}
          />
          {list.hasMore && (
            <Button size="s" variant="quiet" busy={list.busy} onClick={list.more}>
              {t("more_events")}
            </Button>
          )}
        </>
      )}
    </Shown>
  );
}

export function Conversations({ id }: { id: string }) {
  const { t } = useStrings(en);
  const list = useList(
    ["conversations", "of", id],
    (foyer, page) => foyer.conversations.list({ ...page, contact_id: id }),
    {
      on: ["conversation.", "message."],
      keep: false,
    },
  );
  return (
    <Shown of={list} skeleton={<Skeleton lines={3} height="48px" />}>
      {(rows) =>
        rows.length === 0 ? (
          <p class="f-muted">{t("noConversations")}</p>
        ) : (
          <div class="p-card">
            <List>
              {rows.map((one) => (
                <Row
                  key={one.id}
                  href={href(`/inbox/${one.id}`)}
                  title={one.subject ?? one.last_message?.text ?? ""}
                  detail={one.last_message && <RelativeTime at={one.last_message.at} />}
                  meta={<StatusBadge of={one.status} />}
                  unread={one.unread > 0}
                />
              ))}
            </List>
          </div>
        )
      }
    </Shown>
  );
}

export function Bookings({ id }: { id: string }) {
  const { t, date } = useStrings(en);
  const list = useList(
    ["bookings", "of", id, "all"],
    (foyer, page) => foyer.bookings.list({ ...page, contact_id: id }),
    {
      on: ["booking."],
      keep: false,
    },
  );
  return (
    <Shown of={list} skeleton={<Skeleton lines={3} height="48px" />}>
      {(rows) =>
        rows.length === 0 ? (
          <p class="f-muted">{t("noBookings")}</p>
        ) : (
          <div class="p-card">
            <List>
              {rows.map((one) => (
                <Row
                  key={one.id}
                  href={href(`/bookings/${one.id}`)}
                  title={one.resource_name}
                  detail={`${date(one.starts_at, { dateStyle: "medium", timeStyle: "short", timeZone: one.time_zone })} · ${one.reference}`}
                  meta={<StatusBadge of={one.status} />}
                />
              ))}
            </List>
          </div>
        )
      }
    </Shown>
  );
}

export function Tickets({ id }: { id: string }) {
  const { t } = useStrings(en);
  const list = useList(["tickets", "of", id, "all"], (foyer, page) => foyer.tickets.list({ ...page, contact_id: id }), {
    on: ["ticket."],
    keep: false,
  });
  return (
    <Shown of={list} skeleton={<Skeleton lines={3} height="48px" />}>
      {(rows) =>
        rows.length === 0 ? (
          <p class="f-muted">{t("noTickets")}</p>
        ) : (
          <div class="p-card">
            <List>
              {rows.map((one) => (
                <Row
                  key={one.id}
                  href={href(`/tickets/${one.id}`)}
                  title={one.subject}
                  detail={`#${one.number}`}
                  meta={<StatusBadge of={one.status} />}
                />
              ))}
            </List>
          </div>
        )
      }
    </Shown>
  );
}
