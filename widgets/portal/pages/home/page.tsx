import * as icons from "../../../kit/icons.ts";
import { Avatar, css, Empty, List, Row, Skeleton } from "../../../kit/index.ts";
import { useList, useMembers, useQuery } from "../../data/hooks.ts";
import { PageHeader } from "../../parts/page-header.tsx";
import { Panel } from "../../parts/panel.tsx";
import { RelativeTime, useNow } from "../../parts/relative-time.tsx";
import { Shown } from "../../parts/shown.tsx";
import { PriorityBadge, StatusBadge } from "../../parts/status-badge.tsx";
import { Timeline } from "../../parts/timeline.tsx";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import { Numbers } from "./numbers.tsx";
import styles from "./page.css";
import { greetingOf, hourIn, phaseOf } from "./state.ts";
import { en } from "./strings.ts";
import { useToday, useZone } from "./use-today.ts";

css(styles);

/** The day at a glance: who comes, who waits, what is open, what just happened. */
export default function HomePage() {
  const { t, date } = useStrings(en);
  const { me, can } = usePortal();
  const now = useNow();
  const timeZone = useZone();
  const greeting = greetingOf(hourIn(timeZone, now));
  return (
    <>
      <PageHeader
        title={t(greeting, { name: me.name.split(" ")[0] ?? me.name })}
        text={date(now, { weekday: "long", day: "numeric", month: "long", timeZone })}
      />
      <div class="p-page p-home">
        <div class="p-home-main">
          {can("bookings:read") && <Arrivals />}
          {can("conversations:read") && <Waiting />}
          {can("tickets:read") && <OpenTickets />}
        </div>
        <div class="p-home-side">
          {can("conversations:read") && <Numbers />}
          {can("events:read") && <Activity />}
        </div>
      </div>
    </>
  );
}

function Arrivals() {
  const { t, date } = useStrings(en);
  const now = useNow();
  const list = useToday();
  return (
    <Panel title={t("arrivals")} end={<a href={href("/calendar")}>{t("seeCalendar")}</a>}>
      <div class="p-card">
        <Shown of={list} skeleton={<RowBones rows={4} />}>
          {(all) => {
            const rows = all.filter((row) => row.status !== "cancelled");
            if (rows.length === 0)
              return <Empty icon={icons.calendar} title={t("arrivalsNone")} text={t("arrivalsNoneText")} />;
            return (
              <ol class="p-arrivals">
                {rows.map((row) => {
                  const phase = phaseOf(row, rows, now);
                  const name = row.contact.name ?? row.contact.email ?? t("visitor");
                  return (
                    <li key={row.id} class={`p-arrival p-arrival-${phase}`}>
                      <a href={href(`/bookings/${row.id}`)}>
                        <span class="p-arrival-time f-tabular">
                          {date(row.starts_at, { hour: "numeric", minute: "2-digit", timeZone: row.time_zone })}
                        </span>
                        <span class="p-arrival-text">
                          <span class="p-ellipsis p-arrival-name">{name}</span>
                          <span class="p-ellipsis f-muted">
                            {row.resource_name} · {t("party", { count: row.party })}
                          </span>
                        </span>
                        {phase === "now" && <span class="p-arrival-mark">{t("now")}</span>}
                        {phase === "next" && <span class="p-arrival-mark">{t("next")}</span>}
                        <StatusBadge of={row.status} />
                      </a>
                    </li>
                  );
                })}
              </ol>
            );
          }}
        </Shown>
      </div>
    </Panel>
  );
}

function Waiting() {
  const { t } = useStrings(en);
  const list = useList(["conversations", "home"], (foyer) => foyer.conversations.list({ status: "open", limit: 50 }), {
    on: ["conversation.", "message."],
  });
  return (
    <Panel title={t("conversations")} end={<a href={href("/inbox")}>{t("seeInbox")}</a>}>
      <div class="p-card">
        <Shown of={list} skeleton={<RowBones rows={3} />}>
          {(all) => {
            const rows = all.filter((row) => row.last_message?.sender_kind === "customer").slice(0, 6);
            if (rows.length === 0)
              return <Empty icon={icons.success} title={t("conversationsNone")} text={t("conversationsNoneText")} />;
            return (
              <List label={t("conversations")}>
                {rows.map((row) => {
                  const name = row.contact?.name ?? row.contact?.email ?? t("visitor");
                  return (
                    <Row
                      key={row.id}
                      href={href(`/inbox/${row.id}`)}
                      leading={<Avatar name={name} size={32} />}
                      title={name}
                      detail={row.last_message?.text}
                      unread={row.unread > 0}
                      meta={
                        <span class="p-home-meta">
                          <PriorityBadge of={row.priority} />
                          {row.last_message && <RelativeTime at={row.last_message.at} short />}
                        </span>
                      }
                    />
                  );
                })}
              </List>
            );
          }}
        </Shown>
      </div>
    </Panel>
  );
}

function OpenTickets() {
  const { t } = useStrings(en);
  const list = useList(["tickets", "home"], (foyer) => foyer.tickets.list({ status: "open", limit: 6 }), {
    on: ["ticket."],
  });
  return (
    <Panel title={t("tickets")} end={<a href={href("/tickets")}>{t("seeTickets")}</a>}>
      <div class="p-card">
        <Shown of={list} skeleton={<RowBones rows={3} />}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty icon={icons.ticket} title={t("ticketsNone")} />
            ) : (
              <List label={t("tickets")}>
                {rows.map((row) => (
                  <Row
                    key={row.id}
                    href={href(`/tickets/${row.id}`)}
                    title={row.subject}
                    detail={`#${row.number}${row.contact?.name ? ` · ${row.contact.name}` : ""}`}
                    meta={
                      <span class="p-home-meta">
                        <PriorityBadge of={row.priority} />
                        <RelativeTime at={row.created_at} short />
                      </span>
                    }
                  />
                ))}
              </List>
            )
          }
        </Shown>
      </div>
    </Panel>
  );
}

/** How many of the newest events are looked at. */
const recent = 40;

function Activity() {
  const { t } = useStrings(en);
  const members = useMembers();
  const query = useQuery(
    ["events", "recent"],
    async (foyer) => {
      // The log is read forwards, so its end has to be known first.
      const end = await foyer.events.list({ after: "latest", limit: 1 });
      const after = Math.max(0, Number(end.next_cursor ?? 0) - recent);
      const page = await foyer.events.list({ after, limit: recent });
      return page.data.reverse();
    },
    { on: ["booking.", "conversation.", "message.", "note.", "ticket.", "contact."] },
  );
  return (
    <Panel title={t("activity")}>
      <Shown of={query} skeleton={<Skeleton lines={8} height="28px" />}>
        {(events) => (
          <Timeline
            events={events.slice(0, 25)}
            empty={t("activityNone")}
            actorName={(id) => members.items.find((member) => member.id === id)?.name}
          />
        )}
      </Shown>
    </Panel>
  );
}

function RowBones({ rows }: { rows: number }) {
  return (
    <div class="p-home-bones">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row}>
          <Skeleton width={`${40 + ((row * 19) % 40)}%`} height="14px" />
        </div>
      ))}
    </div>
  );
}
