import type { EventType } from "../../../../sdk/index.ts";

/** Every event there is: the type of this table fails to check when the API gets another. */
const table: Record<EventType, true> = {
  "booking.created": true,
  "booking.updated": true,
  "booking.confirmed": true,
  "booking.started": true,
  "booking.completed": true,
  "booking.cancelled": true,
  "booking.no_show": true,
  "booking.status_changed": true,
  "booking.deleted": true,
  "hold.created": true,
  "hold.released": true,
  "conversation.created": true,
  "conversation.updated": true,
  "conversation.assigned": true,
  "conversation.status_changed": true,
  "conversation.read": true,
  "conversation.deleted": true,
  "message.created": true,
  "note.created": true,
  "ticket.created": true,
  "ticket.updated": true,
  "ticket.assigned": true,
  "ticket.replied": true,
  "ticket.noted": true,
  "ticket.resolved": true,
  "ticket.closed": true,
  "contact.created": true,
  "contact.updated": true,
  "contact.stage_changed": true,
  "contact.deleted": true,
  "contact.merged": true,
  "resource.created": true,
  "resource.updated": true,
  "resource.status_changed": true,
  "resource.deleted": true,
  "venue.created": true,
  "venue.updated": true,
  "venue.deleted": true,
  "media.uploaded": true,
  "media.deleted": true,
  "company.updated": true,
  "key.created": true,
  "key.revoked": true,
  "webhook_endpoint.created": true,
  "webhook_endpoint.updated": true,
  "webhook_endpoint.disabled": true,
  "webhook_endpoint.deleted": true,
};

export const eventTypes = Object.keys(table) as EventType[];

/** Types under the thing they are about. */
export const eventGroups: readonly { area: string; types: EventType[] }[] = [
  ...Map.groupBy(eventTypes, (type) => type.split(".")[0] ?? ""),
].map(([area, types]) => ({ area, types }));

/** `webhook_endpoint` for people. */
export const areaName = (area: string): string => {
  const text = area.replace(/_/g, " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
};
