import { useRef, useState } from "preact/hooks";
import type { Event } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, Empty, Skeleton } from "../../../kit/index.ts";
import { useEvents, useMembers, useQuery } from "../../data/hooks.ts";
import { Copy } from "../../parts/copy-box.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { FilterChip, useParam } from "../../parts/filters.tsx";
import { DetailPane, Facts, ListDetail } from "../../parts/list-detail.tsx";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { Shown } from "../../parts/shown.tsx";
import { subjectOf } from "../../parts/timeline.tsx";
import { useStrings } from "../../strings/use.ts";
import { areaName, eventGroups, eventTypes } from "./event-types.ts";
import { Head } from "./head.tsx";
import { Json } from "./json.tsx";
import { en } from "./strings.ts";
import { latest, merged, tailSize } from "./tail.ts";

/** The log as it grows, newest first. */
export function EventLog({ id }: { id: string | undefined }) {
  const { t, number } = useStrings(en);
  const members = useMembers();
  const [area, setArea] = useParam("area");
  const [type, setType] = useParam("type");
  const [arrived, setArrived] = useState<Event[]>([]);
  const [held, setHeld] = useState<Event[]>();
  const pausing = useRef(held);
  pausing.current = held;
  const query = useQuery(["events", "tail"], latest);
  useEvents((event) => {
    const one = event as unknown as Event;
    if (pausing.current) setHeld((all) => all && [...all, one]);
    else setArrived((all) => merged(all, [one]));
  });
  const types = eventGroups.find((group) => group.area === area)?.types;
  const items = merged(query.data ?? [], arrived)
    .filter((event) => !types || types.some((one) => one === event.type))
    .filter((event) => !type || event.type === type);
  const actor = ({ actor: { kind, id: who } }: Event) =>
    members.items.find((member) => member.id === who)?.name ?? kind;
  const columns: Column<Event>[] = [
    {
      id: "type",
      label: t("type"),
      width: "230px",
      cell: (row) => <code class="p-code">{row.type}</code>,
      card: "title",
    },
    { id: "subject", label: t("subject"), cell: (row) => subjectOf(row) ?? "" },
    ...(id
      ? []
      : [
          { id: "actor", label: t("actor"), width: "150px", cell: actor },
          {
            id: "seq",
            label: t("seq"),
            width: "80px",
            align: "end" as const,
            cell: (row: Event) => <span class="f-tabular f-muted">{number(row.seq, { useGrouping: false })}</span>,
            card: "hide" as const,
          },
        ]),
    { id: "at", label: t("at"), width: "120px", cell: (row) => <RelativeTime at={row.at} short />, card: "end" },
  ];
  return (
    <ListDetail
      open={id}
      list={
        <>
          <Head current="events">
            <FilterChip
              label={t("area")}
              value={area}
              onChange={(next) => {
                setType(undefined);
                setArea(next);
              }}
              options={eventGroups.map((group) => ({ value: group.area, label: areaName(group.area) }))}
            />
            <FilterChip
              label={t("filter")}
              value={type}
              onChange={setType}
              options={(types ?? eventTypes).map((value) => ({ value, label: value }))}
            />
            <Button
              size="s"
              onClick={() => {
                if (held) setArrived((all) => merged(all, held));
                setHeld(held ? undefined : []);
              }}
            >
              {held ? t("resume") : t("pause")}
            </Button>
            <span class="f-muted" role="status">
              {held ? t("paused", { count: held.length }) : t("live")}
            </span>
          </Head>
          <DataTable
            label={t("events")}
            list={{
              ...query,
              data: query.data && items,
              items,
              hasMore: false,
              more: () => {},
            }}
            columns={columns}
            name={(row) => row.type}
            to={(row) => `/developers/events/${row.id}${location.search}`}
            open={id}
            empty={<Empty icon={icons.bolt} title={t("eventsNone")} text={t("eventsNoneText")} />}
          />
          {items.length > 0 && <p class="p-dev-note f-muted">{t("older", { count: tailSize })}</p>}
        </>
      }
      detail={id && <EventPane key={id} id={id} known={items.find((event) => event.id === id)} actor={actor} />}
    />
  );
}

interface EventPaneProps {
  id: string;
  known: Event | undefined;
  actor(event: Event): string;
}

function EventPane({ id, known, actor }: EventPaneProps) {
  const { t, date, number } = useStrings(en);
  const query = useQuery(known ? undefined : ["event", id], (foyer) => foyer.events.retrieve(id));
  const event = known ?? query.data;
  return (
    <DetailPane
      title={event ? <code class="p-code-title">{event.type}</code> : <Skeleton width="160px" />}
      label={t("eventLabel", { type: event?.type ?? "" })}
      back="/developers/events"
    >
      <Shown of={{ ...query, data: event }} skeleton={<Skeleton lines={8} height="18px" />}>
        {(shown) => (
          <>
            <Facts
              of={[
                [t("id"), <code class="p-code">{shown.id}</code>],
                [t("seq"), number(shown.seq, { useGrouping: false })],
                [t("at"), date(shown.at, { dateStyle: "medium", timeStyle: "medium" })],
                [t("actor"), actor(shown)],
              ]}
            />
            <section class="p-dev-payload" aria-label={t("payload")}>
              <h3>
                {t("payload")} <Copy text={JSON.stringify(shown)} label={t("copyPayload")} />
              </h3>
              <Json of={shown} />
            </section>
          </>
        )}
      </Shown>
    </DetailPane>
  );
}
