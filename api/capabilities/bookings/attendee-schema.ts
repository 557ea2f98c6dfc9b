import { field, z } from "../../kernel/index.ts";

/** What was answered, by the ids of the resource's questions. */
export const answers = z
  .record(z.string().min(1).max(80), field.optionalText(1_000))
  .refine((answers) => Object.keys(answers).length <= 50, "At most 50 answers.");

const attendee = z
  .strictObject({
    name: field.line(120),
    email: field.email.nullable().default(null),
    guest_category: field.slug.nullable().default(null),
    answers: answers.default({}),
  })
  .openapi("AttendeeInput");

const most = 500;

export const attendeeList = z
  .array(attendee)
  .max(most)
  .openapi({ description: "Who comes, at most as many as there are guests." });

export const AttendeesInput = z
  .strictObject({
    attendees: z
      .array(
        attendee
          .extend({ id: field.id("att").optional().openapi({ description: "Of one who stays on the list." }) })
          .openapi("AttendeeUpdate"),
      )
      .max(most)
      .openapi({ description: "All who come; whoever is left out comes no more." }),
    version: field.version.optional().openapi({ description: "Of the booking. Not needed with `If-Match`." }),
  })
  .openapi("AttendeesInput");

export const Attendee = z
  .object({
    id: z.string(),
    booking_id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    guest_category: z.string().nullable(),
    answers: z.record(z.string(), z.string()),
    checked_in_at: field.timestamp.nullable(),
  })
  .openapi("Attendee");

export const Attendees = z
  .object({
    booking_id: z.string(),
    version: z.int().openapi({ description: "Of the booking." }),
    data: z.array(Attendee),
  })
  .openapi("Attendees");
