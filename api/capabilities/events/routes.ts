import { eventEnvelope, field, route, z } from "../../kernel/index.ts";
import { EventPage, EventQuery } from "./schema.ts";
import * as events from "./service.ts";

const everybody = ["member", "secret", "visitor"] as const;

export const listEvents = route({
  id: "events.list",
  method: "get",
  path: "/events",
  summary: "Read the event log in the order of commits, or wait for it to grow",
  about:
    "Every change is here, at least once for whoever follows `next_cursor`. A visitor sees what is about itself. A position that the log no longer holds answers 410 with `last_seq`.",
  permission: "events:read",
  audience: everybody,
  own: true,
  query: EventQuery,
  returns: EventPage,
  errors: [events.cursorTooOld],
  handle: (ctx, { query }) => events.list(ctx, query),
});

export const retrieveEvent = route({
  id: "events.retrieve",
  method: "get",
  path: "/events/{id}",
  summary: "Retrieve an event",
  permission: "events:read",
  audience: everybody,
  own: true,
  params: z.object({ id: field.id("evt") }),
  returns: eventEnvelope,
  handle: (ctx, { params }) => events.retrieve(ctx, params.id),
});
