import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Audience } from "../actor.ts";
import type { Capability } from "../capability.ts";
import { eventEnvelope } from "../event.ts";
import type { ProblemKind } from "../problem.ts";
import { type Route, successStatus } from "../route.ts";
import { declaredProblems } from "./problems.ts";

const schemes: Record<Exclude<Audience, "public">, { name: string; description: string }> = {
  secret: {
    name: "secretKey",
    description: "A secret key, `fy_sk_…`. For servers alone; it holds the permissions it was issued with.",
  },
  member: { name: "memberToken", description: "A member's access token from `auth.sign_in`, good for 15 minutes." },
  publishable: { name: "publishableKey", description: "A publishable key, `fy_pk_…`. For pages; bound to origins." },
  visitor: {
    name: "visitorToken",
    description: "A visitor's token from `visitors.create`, `fy_vt_…`. Sees only what is its own.",
  },
};

/** The whole API as an OpenAPI 3.1 document, read from the declarations. */
export function specification(capabilities: readonly Capability[], version: string): Record<string, unknown> {
  const hono = new OpenAPIHono();
  const registry = hono.openAPIRegistry;
  for (const { name, description } of Object.values(schemes)) {
    registry.registerComponent("securitySchemes", name, { type: "http", scheme: "bearer", description });
  }
  const routes = capabilities.flatMap((capability) => [...capability.routes].sort(inReadingOrder));
  for (const route of routes) registry.registerPath(operation(route) as Parameters<typeof registry.registerPath>[0]);
  for (const event of capabilities.flatMap((capability) => capability.events)) {
    registry.registerWebhook({
      method: "post",
      path: event.type,
      operationId: event.type,
      summary: event.about,
      ...extension("x-visitors", event.visitors || undefined),
      request: {
        body: {
          required: true,
          content: {
            "application/json": {
              schema: eventEnvelope.extend({ type: z.literal(event.type), data: event.data as z.ZodObject }),
            },
          },
        },
      },
      responses: { 200: { description: "Any 2xx says that it arrived." } },
    });
  }
  const document = hono.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Foyer",
      version,
      description: "Booking, chat and tickets for any website: one API.",
      license: { name: "MIT", url: "https://opensource.org/license/mit" },
    },
    servers: [{ url: "/" }],
    tags: tags(routes),
  }) as unknown as Record<string, unknown> & { components: Record<string, unknown> };
  document.components.responses = sharedResponses(routes.flatMap(declaredProblems));
  allowNull(document);
  document.components.schemas = { ...(document.components.schemas as object), Problem: problemSchema };
  return document;
}

/** A tag for each area, in the order of the house. */
function tags(routes: readonly Route[]): { name: string }[] {
  return [...new Set(routes.map(areaOf))].map((name) => ({ name }));
}

/** As people read about a thing: first the collection, then one of it; listing and making before changing. */
function inReadingOrder(a: Route, b: Route): number {
  const methods = ["get", "post", "put", "patch", "delete"];
  const depth = (route: Route) => route.path.split("/").length;
  const first = (route: Route) => route.path.split("/")[1] ?? "";
  return (
    first(a).localeCompare(first(b)) ||
    depth(a) - depth(b) ||
    a.path.localeCompare(b.path) ||
    methods.indexOf(a.method) - methods.indexOf(b.method)
  );
}

const areaOf = (route: Route) => route.id.slice(0, route.id.indexOf("."));

function operation(route: Route): Record<string, unknown> {
  const problems = declaredProblems(route);
  const statuses = [...new Set(problems.map((kind) => kind.status))].sort();
  const security = route.audience.flatMap((kind) => (kind === "public" ? [{}] : [{ [schemes[kind].name]: [] }]));
  return {
    operationId: route.id,
    method: route.method,
    path: `/v1${route.path}`,
    tags: [areaOf(route)],
    summary: route.summary,
    ...extension("description", route.about),
    security,
    ...extension("x-permission", route.permission ?? undefined),
    ...extension("x-limit", route.limit),
    "x-audience": route.audience,
    "x-errors": problems.map((kind) => kind.code).sort(),
    ...extension("x-emits", route.emits.length > 0 ? route.emits.map((event) => event.type) : undefined),
    request: {
      ...extension("params", route.params),
      ...extension("query", route.query),
      ...extension("headers", undefined),
      ...extension("body", body(route)),
    },
    responses: {
      [successStatus(route)]: success(route),
      ...Object.fromEntries(
        statuses.map((status) => [status, { $ref: `#/components/responses/${responseName(status)}` }]),
      ),
    },
  };
}

function body(route: Route): Record<string, unknown> | undefined {
  if (route.raw) {
    const binary = { schema: { type: "string", format: "binary" } };
    return { required: true, content: Object.fromEntries(route.raw.types.map((type) => [type, binary])) };
  }
  return route.body && { required: true, content: { "application/json": { schema: route.body } } };
}

function success(route: Route): Record<string, unknown> {
  if (!route.returns) return { description: "Done." };
  const type = route.answers ?? "application/json";
  return { description: route.summary, content: { [type]: { schema: route.returns } } };
}

const extension = (name: string, value: unknown) => (value === undefined ? {} : { [name]: value });

const responseName = (status: number) => `Problem${status}`;

/** One response for each status, with the codes that it may carry; an operation's own codes stand in `x-errors`. */
function sharedResponses(problems: readonly ProblemKind[]): Record<string, unknown> {
  const byStatus = new Map<number, Set<ProblemKind>>();
  for (const kind of problems) byStatus.set(kind.status, (byStatus.get(kind.status) ?? new Set()).add(kind));
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, kinds]) => {
        const lines = [...kinds]
          .sort((a, b) => (a.code < b.code ? -1 : 1))
          .map((kind) => `- \`${kind.code}\`: ${kind.title}`);
        const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
        return [responseName(status), { description: lines.join("\n"), content }];
      }),
  );
}

const problemSchema = {
  type: "object",
  description: "What went wrong (RFC 9457). `code` is stable; `detail` is for people.",
  required: ["type", "title", "status", "code", "request_id"],
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    code: { type: "string" },
    request_id: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["in", "pointer", "detail"],
        properties: {
          in: { type: "string", enum: ["body", "query", "path", "header"] },
          pointer: { type: "string", description: "JSON Pointer (RFC 6901) into the part named by `in`." },
          detail: { type: "string" },
        },
      },
    },
  },
  additionalProperties: true,
};

/** A named shape that may be null comes out of the generator as one that is both, which nothing can be. */
function allowNull(node: unknown): void {
  if (node === null || typeof node !== "object") return;
  const part = node as Record<string, unknown>;
  const all = part.allOf as [{ $ref?: string }, { type?: unknown }] | undefined;
  if (all?.length === 2 && all[0].$ref && Array.isArray(all[1].type) && all[1].type.includes("null")) {
    delete part.allOf;
    part.anyOf = [{ $ref: all[0].$ref }, { type: "null" }];
  }
  for (const value of Object.values(part)) allowNull(value);
}
