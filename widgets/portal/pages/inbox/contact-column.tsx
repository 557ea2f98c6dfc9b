import type { Conversation } from "../../../../sdk/index.ts";
import { Avatar, List, Row as ListRow, Skeleton } from "../../../kit/index.ts";
import { useList, useQuery } from "../../data/hooks.ts";
import { Facts } from "../../parts/list-detail.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Shown } from "../../parts/shown.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { Timeline } from "../../parts/timeline.tsx";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import { nameOf } from "./list.tsx";
import { en } from "./strings.ts";

/** Whom the conversation is with: details, bookings, tickets, what happened. */
export function ContactColumn({ row }: { row: Conversation }) {
  const { t, date } = useStrings(en);
  const { can } = usePortal();
  const id = row.contact_id;
  const contact = useQuery(can("contacts:read") ? ["contact", id] : undefined, (foyer) => foyer.contacts.retrieve(id), {
    on: ["contact."],
  });
  const person = contact.data ?? row.contact;
  const name = nameOf(row, t("visitor"));
  const zone = contact.data?.time_zone;
  return (
    <div class="p-about">
      <div class="p-about-head">
        <Avatar name={name} size={44} />
        <div>
          <p class="p-about-name">{name}</p>
          {can("contacts:read") && <a href={href(`/contacts/${id}`)}>{t("openContact")}</a>}
        </div>
      </div>
      <Facts
        of={[
          ...(person?.email
            ? [[t("email_address"), <a href={`mailto:${person.email}`}>{person.email}</a>] as const]
            : []),
          ...(person?.phone ? [[t("phone"), <a href={`tel:${person.phone}`}>{person.phone}</a>] as const] : []),
          ...(contact.data ? [[t("stage"), <StatusBadge of={contact.data.stage} />] as const] : []),
          ...(zone ? [[t("local"), date(new Date(), { timeStyle: "short", timeZone: zone })] as const] : []),
          ...(contact.data?.tags.length ? [[t("tags"), contact.data.tags.join(", ")] as const] : []),
        ]}
      />
      {can("bookings:read") && <Bookings id={id} />}
      {can("tickets:read") && <Tickets id={id} />}
      {can("contacts:read") && <Past id={id} />}
    </div>
  );
}

function Bookings({ id }: { id: string }) {
  const { t, date } = useStrings(en);
  const list = useList(["bookings", "of", id], (foyer) => foyer.bookings.list({ contact_id: id, limit: 5 }), {
    on: ["booking."],
    keep: false,
  });
  return (
    <Panel title={t("bookings")}>
      <Shown of={list} skeleton={<Skeleton height="44px" />}>
        {(rows) =>
          rows.length === 0 ? (
            <p class="f-muted">{t("noBookings")}</p>
          ) : (
            <div class="p-about-list">
              <List>
                {rows.map((one) => (
                  <ListRow
                    key={one.id}
                    href={href(`/bookings/${one.id}`)}
                    title={one.resource_name}
                    detail={date(one.starts_at, { dateStyle: "medium", timeStyle: "short", timeZone: one.time_zone })}
                    meta={<StatusBadge of={one.status} />}
                  />
                ))}
              </List>
            </div>
          )
        }
      </Shown>
    </Panel>
  );
}

function Tickets({ id }: { id: string }) {
  const { t } = useStrings(en);
  const list = useList(["tickets", "of", id], (foyer) => foyer.tickets.list({ contact_id: id, limit: 5 }), {
    on: ["ticket."],
    keep: false,
  });
  return (
    <Panel title={t("tickets")}>
      <Shown of={list} skeleton={<Skeleton height="44px" />}>
        {(rows) =>
          rows.length === 0 ? (
            <p class="f-muted">{t("noTickets")}</p>
          ) : (
            <div class="p-about-list">
              <List>
                {rows.map((one) => (
                  <ListRow
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
    </Panel>
  );
}

function Past({ id }: { id: string }) {
  const { t } = useStrings(en);
  const list = useList(["timeline", id, "short"], (foyer) => foyer.contacts.timeline(id, { limit: 10 }), {
    on: ["contact.", "booking.", "ticket.", "conversation.created", "message."],
    keep: false,
  });
  return (
    <Panel title={t("timeline")}>
      <Shown of={list} skeleton={<Skeleton lines={4} height="20px" />}>
        {(events) => <Timeline events={events} empty={t("noTimeline")} />}
      </Shown>
    </Panel>
  );
}
