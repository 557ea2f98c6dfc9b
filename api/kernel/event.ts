import { z } from "@hono/zod-openapi";

/** A kind of fact that the tenant's log can hold. */
export interface EventKind<T = unknown> {
  type: string;
  about: string;
  data: z.ZodType<T>;
  /** The contact that the event is about may see it; staff-only events leave this out. */
  visitors: boolean;
}

/** Declares an event: a fact in the past, `noun.verbed`, with the public shape it carries. */
export function event<T>(
  type: string,
  about: string,
  data: z.ZodType<T>,
  options: { visitors?: boolean } = {},
): EventKind<T> {
  return { type, about, data, visitors: options.visitors ?? false };
}

/** An event as the log, the sockets and the webhooks tell it. */
export interface LoggedEvent<T = Record<string, unknown>> {
  id: string;
  /** Position in the tenant's log: commit order, without a meaning beyond order. */
  seq: number;
  type: string;
  at: string;
  actor: { kind: string; id: string };
  data: T;
}

/** What the log keeps beside the public envelope, to decide who may see an event. */
export interface StoredEvent extends LoggedEvent {
  subject: string | null;
  contact_id: string | null;
  visitors: boolean;
}

/** The public envelope as a shape. */
export const eventEnvelope = z
  .object({
    id: z.string(),
    seq: z.int().openapi({ description: "Position in the log: commit order." }),
    type: z.string(),
    at: z.string().openapi({ format: "date-time" }),
    actor: z.object({ kind: z.string(), id: z.string() }),
    data: z.record(z.string(), z.unknown()),
  })
  .openapi("Event");
