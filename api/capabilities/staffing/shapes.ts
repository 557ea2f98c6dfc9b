import { field, z } from "../../kernel/index.ts";
import { unitStatuses } from "./schema.ts";

const color = z
  .string()
  .max(7)
  .regex(/^#[0-9a-fA-F]{6}$/, "A colour such as #0f766e.")
  .transform((value) => value.toLowerCase())
  .openapi({ example: "#0f766e" });

export const Unit = z
  .object({
    id: z.string(),
    pool_id: z.string(),
    name: z.string(),
    member_id: z.string().nullable().openapi({ description: "The person that it is; `null` for a thing." }),
    color: z.string().nullable(),
    status: z.enum(unitStatuses).openapi({ description: "An inactive unit is given to no further booking." }),
    version: z.int(),
    created_at: field.timestamp,
    updated_at: field.timestamp,
  })
  .openapi("Unit");

const unitDetails = { name: field.line(120), color: color.nullable(), status: z.enum(unitStatuses) };

export const UnitInput = z
  .strictObject({
    member_id: field.id("mem").nullable().default(null),
    name: unitDetails.name.optional().openapi({ description: "The member's when left out; a thing needs its own." }),
    color: unitDetails.color.default(null),
    status: unitDetails.status.default("active"),
  })
  .openapi("UnitInput");

export const UnitPatch = z
  .strictObject(unitDetails)
  .partial()
  .extend({ version: field.version.optional() })
  .openapi("UnitPatch");

const followShifts = z.boolean().openapi({
  description: "Whether its people are available during their shifts alone. Things are available at any time.",
});
const poolVenue = {
  description: "Where it is: only shifts there, or at no venue in particular, count. `null` for everywhere.",
};

export const Pool = z
  .object({
    id: z.string(),
    name: z.string(),
    venue_id: z.string().nullable().openapi(poolVenue),
    follow_shifts: followShifts,
    units: z.array(Unit),
    version: z.int(),
    created_at: field.timestamp,
    updated_at: field.timestamp,
  })
  .openapi("Pool");

const poolDetails = {
  name: field.line(120),
  venue_id: field.id("ven").nullable().openapi(poolVenue),
  follow_shifts: followShifts,
};

export const PoolInput = z
  .strictObject({
    ...poolDetails,
    venue_id: poolDetails.venue_id.default(null),
    follow_shifts: poolDetails.follow_shifts.default(true),
  })
  .openapi("PoolInput");

export const PoolPatch = z
  .strictObject(poolDetails)
  .partial()
  .extend({ version: field.version.optional() })
  .openapi("PoolPatch");

export const VenueMember = z
  .object({
    venue_id: z.string(),
    member_id: z.string(),
    name: z.string(),
    created_at: field.timestamp,
  })
  .openapi("VenueMember");

export const Shift = z
  .object({
    id: z.string(),
    member_id: z.string(),
    venue_id: z.string().nullable(),
    starts_at: field.timestamp,
    ends_at: field.timestamp,
    series_id: z.string().nullable().openapi({ description: "Shifts that were made together have it in common." }),
    notes: z.string().nullable(),
    version: z.int(),
    created_at: field.timestamp,
    updated_at: field.timestamp,
  })
  .openapi("Shift");

const time = field.instantInput
  .refine((value) => value >= "2000" && value < "2200", "A time from 2000 to 2199.")
  .refine((value) => value.endsWith(":00.000Z"), "Whole minutes alone.");

const shiftDetails = {
  member_id: field.id("mem"),
  venue_id: field.id("ven").nullable(),
  starts_at: time,
  ends_at: time,
  notes: field.text(1_000).nullable(),
};

export const ShiftInput = z
  .strictObject({
    ...shiftDetails,
    venue_id: shiftDetails.venue_id.default(null),
    notes: shiftDetails.notes.default(null),
    recurrence: field.line(200).nullable().default(null).openapi({
      description:
        "The days on which it is repeated, as an RFC 5545 rule with a COUNT or UNTIL: at most 100 shifts within two years. Each begins and ends at the first one's wall time, on the clock of the venue, else of the company.",
      example: "FREQ=WEEKLY;BYDAY=MO,TU;COUNT=12",
    }),
  })
  .openapi("ShiftInput");

export const ShiftPatch = z
  .strictObject(shiftDetails)
  .partial()
  .extend({ version: field.version.optional() })
  .openapi("ShiftPatch");

export const NewShifts = z.object({ series_id: z.string().nullable(), shifts: z.array(Shift) }).openapi("NewShifts");
