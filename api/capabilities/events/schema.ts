import { eventEnvelope, z } from "../../kernel/index.ts";

/** How long one call may wait for something to happen, in seconds. */
const longestWait = 25;

export const EventQuery = z.strictObject({
  after: z
    .union([
      z.literal("latest"),
      z
        .string()
        .regex(/^\d{1,15}$/, "The seq of an event, or latest.")
        .transform(Number)
        .openapi({ type: "integer", minimum: 0 }),
    ])
    .optional()
    .openapi({
      description:
        "The `seq` that was seen last, or `latest` for the end of the log as it is now. Without it, from the oldest event that is kept.",
    }),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/, "Not a cursor of this list.")
    .optional()
    .openapi({ description: "`next_cursor` of the page before; the same as `after`." }),
  type: z
    .string()
    .max(1_000)
    .regex(/^[a-z_.]+(,[a-z_.]+)*$/, "Event types, with commas between them.")
    .optional()
    .openapi({ example: "message.created,conversation.read" }),
  subject: z.string().max(64).optional().openapi({ description: "Only what is about the thing with this id." }),
  wait: z.coerce.number().int().min(0).max(longestWait).default(0).openapi({
    description: "Seconds to wait for an event when there is none yet.",
    type: "integer",
  }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(100)
    .openapi({ description: "Events a page.", type: "integer" }),
});

export const EventPage = z
  .object({
    data: z.array(eventEnvelope),
    has_more: z.boolean().openapi({ description: "Whether the log goes on after `next_cursor`." }),
    next_cursor: z.string().openapi({
      description: "The last position that was looked at, whether the caller may see it or not: ask on from there.",
    }),
  })
  .openapi("EventPage");
