import { field, roles, z } from "../../kernel/index.ts";
import { plans, tenantStatuses } from "../tenants/index.ts";
import { memberStatuses } from "./schema.ts";

export const role = z.enum(roles);

export const Me = z
  .object({
    id: z.string().openapi({ description: "The membership: who this person is in this tenant." }),
    email: z.string(),
    name: z.string(),
    role,
    permissions: z.array(z.string()),
    must_change_password: z
      .boolean()
      .openapi({ description: "The password is temporary: nothing is permitted before it is changed." }),
    session_id: z.string(),
    tenant: z.object({
      id: z.string(),
      name: z.string(),
      subdomain: z.string(),
      plan: z.enum(plans),
      status: z.enum(tenantStatuses),
    }),
  })
  .openapi("Me");

export const SignedIn = z
  .object({
    access_token: z.string().openapi({ description: "Sent as `Authorization: Bearer`. Keep it in memory only." }),
    expires_at: field.timestamp,
    member: Me,
  })
  .openapi("SignedIn");

export const SignInInput = z
  .strictObject({
    email: z.string().max(320),
    password: z.string().min(1).max(1_024),
    tenant: z.string().max(63).optional().openapi({ description: "Subdomain. Left out: where this person was last." }),
  })
  .openapi("SignInInput");

export const PasswordInput = z
  .strictObject({ current_password: z.string().min(1).max(1_024), new_password: z.string().max(1_024) })
  .openapi("PasswordInput");

export const Session = z
  .object({
    id: z.string(),
    device: z.string().openapi({ description: "`desktop`, `mobile`, `tablet` or `other`." }),
    browser: z.string(),
    os: z.string(),
    ip: z.string(),
    last_active_at: field.timestamp,
    created_at: field.timestamp,
    expires_at: field.timestamp,
    current: z.boolean().openapi({ description: "The session that asks." }),
  })
  .openapi("Session");

export const MemberSession = Session.extend({ member_id: z.string(), member_name: z.string() }).openapi(
  "MemberSession",
);

export const SessionRevocation = z.strictObject({ reason: field.line(200).optional() }).openapi("SessionRevocation");

export const Member = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role,
    status: z.enum(memberStatuses),
    last_active_at: field.timestamp.nullable(),
    version: z.int(),
    created_at: field.timestamp,
    updated_at: field.timestamp,
  })
  .openapi("Member");

export const NewMember = Member.extend({
  temporary_password: z
    .string()
    .nullable()
    .openapi({ description: "Shown this once. `null` for a person who has an account and its password already." }),
}).openapi("NewMember");

export const MemberInput = z.strictObject({ name: field.line(120), email: field.email, role }).openapi("MemberInput");

export const MemberPatch = z
  .strictObject({ name: field.line(120), role, status: z.enum(["active", "deactivated"]) })
  .partial()
  .extend({ version: field.version.optional() })
  .openapi("MemberPatch");
