import { field, z } from "../../kernel/index.ts";

export const BookingUnits = z
  .object({
    booking_id: z.string(),
    version: z.int().openapi({ description: "Of the booking." }),
    data: z.array(
      z.object({
        pool_id: z.string(),
        pool_name: z.string(),
        unit_id: z.string(),
        name: z.string(),
        member_id: z.string().nullable().openapi({ description: "Whom it is, where it is a person." }),
        color: z.string().nullable(),
      }),
    ),
  })
  .openapi("BookingUnits");

export const BookingUnitsInput = z
  .strictObject({
    units: z.array(z.strictObject({ pool_id: field.id("pol"), unit_id: field.id("unt") })).max(200),
    version: field.version.optional().openapi({ description: "Of the booking. Not needed with `If-Match`." }),
  })
  .openapi("BookingUnitsInput");
