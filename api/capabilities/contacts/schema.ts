import { text } from "drizzle-orm/sqlite-core";
import { field, instant, json, mutable, table, z } from "../../kernel/index.ts";

/** A person or organisation that the tenant deals with. Every booking, conversation and ticket belongs to one. */
export const contacts = table("contacts", {
  ...mutable,
  name: text(),
  email: text(),
  phone: text(),
  stage: text({ enum: ["new", "qualified", "customer"] }).notNull(),
  source: text().notNull(),
  tags: json<string[]>().notNull(),
  notes: text(),
  locale: text(),
  time_zone: text(),
  custom: json<Record<string, string>>().notNull(),
  /** The customer's own id of this person, once its server signed it. */
  external_id: text(),
  deleted_at: instant(),
});

/** A browser that a widget runs in. It becomes a contact at its first booking, message or ticket. */
export const visitors = table("visitors", {
  id: text().primaryKey(),
  hash: text().notNull(),
  contact_id: text(),
  key_id: text().notNull(),
  created_at: instant().notNull(),
  expires_at: instant().notNull(),
});

export const stages = z.enum(["new", "qualified", "customer"]);

export const Contact = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    stage: stages,
    source: z.string(),
    tags: z.array(z.string()),
    notes: z.string().nullable(),
    locale: z.string().nullable(),
    time_zone: z.string().nullable(),
    custom: z.record(z.string(), z.string()),
    external_id: z.string().nullable(),
    version: z.int(),
    created_at: field.timestamp,
    updated_at: field.timestamp,
  })
  .openapi("Contact");

/** What a visitor sees of itself: what it said or its site vouched for, and nothing that staff wrote about it. */
export const OwnContact = Contact.pick({
  id: true,
  name: true,
  email: true,
  phone: true,
  locale: true,
  time_zone: true,
}).openapi("OwnContact");

/** What other areas show of a contact beside their own rows. */
export const ContactSummary = z
  .object({ id: z.string(), name: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable() })
  .openapi("ContactSummary");

const tag = field.line(40);
const details = {
  name: field.line(120),
  email: field.email,
  phone: field.phone,
  stage: stages,
  source: field.line(60),
  tags: z.array(tag).max(50),
  notes: field.text(5_000),
  locale: z
    .string()
    .max(35)
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, "A language tag (BCP 47), such as en-US."),
  time_zone: field.zone,
  custom: z.record(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "Lower snake case."), z.string().max(500)),
};

export const ContactInput = z.strictObject(details).partial().openapi("ContactInput");

export const ContactPatch = z
  .strictObject({
    ...details,
    name: details.name.nullable(),
    email: details.email.nullable(),
    phone: details.phone.nullable(),
    notes: details.notes.nullable(),
    locale: details.locale.nullable(),
    time_zone: details.time_zone.nullable(),
  })
  .partial()
  .extend({ version: field.version.optional() })
  .openapi("ContactPatch");

/** How a visitor or a caller says who it is, wherever something is created. */
export const WhoInput = z
  .strictObject({ name: field.line(120).optional(), email: field.email.optional(), phone: field.phone.optional() })
  .openapi("WhoInput");
export type Who = z.output<typeof WhoInput>;

export const Visitor = z.object({ visitor_id: z.string(), contact: OwnContact.nullable() }).openapi("Visitor");

export const NewVisitor = z
  .object({
    visitor_id: z.string(),
    contact_id: z.string().nullable(),
    token: z
      .string()
      .openapi({ description: "Sent as `Authorization: Bearer`. Shown this once; the widget keeps it." }),
    expires_at: field.timestamp,
  })
  .openapi("NewVisitor");

export const IdentityInput = z
  .strictObject({
    identity_token: z.string().max(4_096).openapi({
      description:
        "A JWT (RFC 7519), HS256 with the identity secret: `sub`, `exp` (within a day) and optionally `email`, `name`, `phone`.",
    }),
  })
  .openapi("IdentityInput");
