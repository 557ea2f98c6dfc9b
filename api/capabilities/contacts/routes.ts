import { eventEnvelope, field, listQuery, pageOf, route, z } from "../../kernel/index.ts";
import { contactCreated, contactDeleted, contactMerged, contactStageChanged, contactUpdated } from "./events.ts";
import {
  Contact,
  ContactInput,
  ContactPatch,
  IdentityInput,
  NewVisitor,
  OwnContact,
  stages,
  Visitor,
  WhoInput,
} from "./schema.ts";
import * as contacts from "./service.ts";
import * as visitors from "./visitors.ts";

const params = z.object({ id: field.id("con") });
const staff = ["member", "secret"] as const;

export const listContacts = route({
  id: "contacts.list",
  method: "get",
  path: "/contacts",
  summary: "List contacts",
  permission: "contacts:read",
  audience: staff,
  query: listQuery({ q: field.line(100).optional(), stage: stages.optional(), tag: field.line(40).optional() }),
  returns: pageOf(Contact),
  handle: (ctx, { query }) => contacts.list(ctx, query),
});

export const createContact = route({
  id: "contacts.create",
  method: "post",
  path: "/contacts",
  summary: "Create a contact",
  permission: "contacts:write",
  audience: staff,
  body: ContactInput,
  returns: Contact,
  emits: [contactCreated],
  handle: (ctx, { body }) => contacts.createByStaff(ctx, body),
});

export const retrieveContact = route({
  id: "contacts.retrieve",
  method: "get",
  path: "/contacts/{id}",
  summary: "Retrieve a contact",
  permission: "contacts:read",
  audience: staff,
  params,
  returns: Contact,
  handle: (ctx, { params }) => contacts.retrieve(ctx, params.id),
});

export const updateContact = route({
  id: "contacts.update",
  method: "patch",
  path: "/contacts/{id}",
  summary: "Change a contact",
  permission: "contacts:write",
  audience: staff,
  params,
  body: ContactPatch,
  returns: Contact,
  emits: [contactUpdated, contactStageChanged],
  handle: (ctx, { params, body }) => contacts.update(ctx, params.id, body),
});

export const deleteContact = route({
  id: "contacts.delete",
  method: "delete",
  path: "/contacts/{id}",
  summary: "Delete a contact",
  about: "Soft: the contact leaves every list, and what it did stays.",
  permission: "contacts:write",
  audience: staff,
  params,
  returns: null,
  emits: [contactDeleted],
  handle: (ctx, { params }) => contacts.remove(ctx, params.id),
});

export const contactTimeline = route({
  id: "contacts.timeline",
  method: "get",
  path: "/contacts/{id}/timeline",
  summary: "Everything that happened with a contact, newest first",
  permission: "contacts:read",
  audience: staff,
  params,
  query: listQuery({}).extend({
    cursor: z
      .string()
      .regex(/^\d{1,15}$/, "A cursor of this list.")
      .optional(),
  }),
  returns: pageOf(eventEnvelope),
  handle: (ctx, { params, query }) => contacts.timeline(ctx, params.id, query),
});

export const createVisitor = route({
  id: "visitors.create",
  discloses: true,
  method: "post",
  path: "/visitors",
  summary: "Admit a browser as an anonymous visitor",
  permission: "visitors:write",
  audience: ["publishable"],
  limit: "create",
  body: z.strictObject({}),
  returns: NewVisitor,
  unaudited: "Nobody acted yet; every later act of the visitor is recorded.",
  handle: (ctx) => visitors.admit(ctx),
});

export const retrieveVisitor = route({
  id: "visitors.me",
  method: "get",
  path: "/visitors/me",
  summary: "Who this visitor is",
  permission: "visitors:write",
  audience: ["visitor"],
  returns: Visitor,
  handle: (ctx) => visitors.me(ctx),
});

export const introduceVisitor = route({
  id: "visitors.introduce",
  method: "patch",
  path: "/visitors/me",
  summary: "Say who this visitor is",
  about:
    "Nothing here is proven (see `visitors.identify`): a person that your server vouched for only gains what was missing.",
  permission: "visitors:write",
  audience: ["visitor"],
  limit: "create",
  body: WhoInput,
  returns: OwnContact,
  emits: [contactCreated, contactUpdated],
  handle: (ctx, { body }) => visitors.introduce(ctx, body),
});

export const identifyVisitor = route({
  id: "visitors.identify",
  method: "post",
  path: "/visitors/identity",
  summary: "Make a visitor the person that your server vouches for",
  permission: "visitors:write",
  audience: ["visitor"],
  limit: "create",
  body: IdentityInput,
  returns: OwnContact,
  status: 200,
  errors: [visitors.identityInvalid],
  emits: [contactCreated, contactUpdated, contactMerged],
  handle: (ctx, { body }) => visitors.identify(ctx, body.identity_token),
});

export const retrieveIdentitySecret = route({
  id: "visitors.identity_secret",
  method: "get",
  path: "/visitors/identity-secret",
  summary: "The secret that your server signs identities with",
  about: "Each mode has its own. Whoever holds it can be any of your contacts: it belongs into servers alone.",
  permission: "keys:write",
  audience: ["member", "secret"],
  returns: z.object({ secret: z.string() }).openapi("IdentitySecret"),
  handle: (ctx) => visitors.shownSecret(ctx),
});
