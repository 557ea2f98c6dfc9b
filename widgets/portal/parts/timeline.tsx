import type { Event } from "../../../sdk/index.ts";
import * as icons from "../../kit/icons.ts";
import { Icon } from "../../kit/index.ts";
import { href } from "../router.ts";
import { en as words } from "../strings/events.ts";
import { useStrings } from "../strings/use.ts";
import { RelativeTime } from "./relative-time.tsx";

/** What is needed of an event, whatever its type. */
export type Happened = Pick<Event, "id" | "type" | "at" | "actor"> & { data: object };

const pictures: Record<string, string> = {
  booking: icons.calendar,
  hold: icons.clock,
  conversation: icons.inbox,
  message: icons.chat,
  note: icons.edit,
  ticket: icons.ticket,
  contact: icons.user,
  member: icons.users,
  key: icons.key,
  media: icons.file,
  venue: icons.place,
  company: icons.building,
};

const text = (value: unknown) => (typeof value === "string" && value ? value : undefined);

/** What an event is about, in the words of its own row. */
export function subjectOf({ data }: Happened): string | undefined {
  const row = data as Record<string, unknown>;
  const contact = row.contact as { name?: string | null; email?: string | null } | null | undefined;
  if (typeof row.number === "number") return `#${row.number} ${row.subject}`;
  if (text(row.reference))
    return [text(row.reference), text(row.resource_name), text(contact?.name)].filter(Boolean).join(", ");
  const [file] = (row.attachments as { name: string }[] | undefined) ?? [];
  return text(row.subject) ?? text(row.text) ?? file?.name ?? text(row.name) ?? text(contact?.name) ?? text(row.email);
}

/** The place an event leads to. */
export function placeOfEvent({ type, data }: Happened): string | undefined {
  const row = data as Record<string, unknown>;
  const [area] = type.split(".");
  const id = text(row.id);
  if (area === "message" || area === "note") return `/inbox/${row.conversation_id}`;
  if (text(row.ticket_id)) return `/tickets/${row.ticket_id}`;
  const page = { booking: "bookings", conversation: "inbox", ticket: "tickets", contact: "contacts" }[area ?? ""];
  return page && id ? `/${page}/${id}` : undefined;
}

export interface TimelineProps {
  events: readonly Happened[];
  /** Said when nothing happened. */
  empty: string;
  /** The name of a member, where it is known. */
  actorName?(id: string): string | undefined;
}

/** What moves without anybody deciding anything is left out. */
const noise = new Set(["conversation.read", "conversation.updated", "hold.created", "hold.released", "media.uploaded"]);

/** Changes have events of their own; the thread's entries about them would say it twice. */
const tells = ({ type, data }: Happened) => !noise.has(type) && (data as { kind?: string }).kind !== "event";

/** What happened, newest first. */
export function Timeline({ events, empty, actorName }: TimelineProps) {
  const { t } = useStrings(words);
  const told = events.filter(tells);
  if (told.length === 0) return <p class="f-muted">{empty}</p>;
  return (
    <ol class="p-timeline">
      {told.map((event) => {
        const place = placeOfEvent(event);
        const subject = subjectOf(event);
        const known = event.type in words;
        const actor = event.actor.id ? actorName?.(event.actor.id) : undefined;
        const by = actor ?? (event.actor.kind in words ? t(event.actor.kind as keyof typeof words) : undefined);
        return (
          <li key={event.id}>
            <span class="p-timeline-icon">
              <Icon of={pictures[event.type.split(".")[0] ?? ""] ?? icons.bolt} size={14} />
            </span>
            <span class="p-timeline-text">
              <span class="p-timeline-line">
                <span>{known ? t(event.type as keyof typeof words) : event.type.replace(/[._]/g, " ")}</span>
                <span class="f-muted">
                  {by && `${by} · `}
                  <RelativeTime at={event.at} />
                </span>
              </span>
              {subject &&
                (place ? (
                  <a class="p-timeline-about" href={href(place)}>
                    {subject}
                  </a>
                ) : (
                  <span class="p-timeline-about">{subject}</span>
                ))}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
