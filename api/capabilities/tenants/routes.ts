import { listQuery, pageOf, route } from "../../kernel/index.ts";
import { companyUpdated } from "./events.ts";
import { Company, CompanyPatch, LegalTexts, WidgetConfiguration } from "./schema.ts";
import * as service from "./service.ts";

export const retrieveCompany = route({
  id: "company.retrieve",
  method: "get",
  path: "/company",
  summary: "Retrieve the company's settings",
  permission: "company:read",
  audience: ["member", "secret"],
  returns: Company,
  handle: (ctx) => service.companyOf(ctx),
});

export const updateCompany = route({
  id: "company.update",
  method: "patch",
  path: "/company",
  summary: "Change the company's settings",
  about: "Changing a legal text publishes a new revision of the texts; the old one is kept.",
  permission: "company:write",
  audience: ["member", "secret"],
  body: CompanyPatch,
  returns: Company,
  emits: [companyUpdated],
  handle: (ctx, { body }) => service.update(ctx, body),
});

export const listLegalTexts = route({
  id: "legal_texts.list",
  method: "get",
  path: "/company/legal-texts",
  summary: "List the revisions of the legal texts, newest first",
  permission: "company:read",
  audience: ["member", "secret"],
  query: listQuery({}),
  returns: pageOf(LegalTexts),
  handle: (ctx, { query }) => service.listTexts(ctx, query),
});

export const widgetConfiguration = route({
  id: "widget.configuration",
  method: "get",
  path: "/widget",
  summary: "What a widget needs to know before it shows anything",
  permission: "widget:read",
  audience: ["publishable", "visitor"],
  returns: WidgetConfiguration,
  handle: (ctx) => service.widgetConfiguration(ctx),
});
