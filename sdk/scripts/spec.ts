import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A JSON schema, as far as the generator looks into it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  allOf?: Schema[];
  const?: unknown;
  [keyword: string]: unknown;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  description?: string;
  schema?: Schema;
}

export interface Body {
  description?: string;
  required?: boolean;
  content?: Record<string, { schema?: Schema }>;
}

type Security = Record<string, string[]>[];

/** An operation of OpenAPI 3.1, as the kernel writes it. */
export interface RawOperation {
  operationId?: string;
  summary?: string;
  description?: string;
  deprecated?: boolean;
  parameters?: (Parameter | Ref)[];
  requestBody?: Body | Ref;
  responses?: Record<string, Body | Ref>;
  security?: Security;
  servers?: { url: string }[];
  "x-errors"?: string[];
  "x-emits"?: string[];
}

export interface Ref {
  $ref: string;
}

export type PathItem = { [method: string]: RawOperation } & {
  parameters?: (Parameter | Ref)[];
  servers?: { url: string }[];
};

export interface Spec {
  info: { title: string; version: string };
  servers?: { url: string }[];
  security?: Security;
  paths: Record<string, PathItem>;
  webhooks?: Record<string, { post?: RawOperation }>;
  components?: {
    schemas?: Record<string, Schema>;
    securitySchemes?: Record<string, { type: string; in?: string }>;
    [kind: string]: Record<string, unknown> | undefined;
  };
}

/** Reads a spec in YAML or JSON. */
export function readSpec(file: string): Spec {
  return parse(readFileSync(file, "utf8"), (_, value) => nullable(value)) as Spec;
}

/** zod-openapi writes "a Contact or null" as "a Contact that is also an object or null", which nothing null fulfils. */
function nullable(value: unknown): unknown {
  const { allOf, ...rest } = (value ?? {}) as Schema;
  const [first, second, ...more] = allOf ?? [];
  if (!first?.$ref || more.length || Object.keys(second ?? {}).join() !== "type" || !second?.type?.includes("null")) {
    return value;
  }
  return { ...rest, anyOf: [first, { type: "null" }] };
}

/** An object schema with its references and parts made one; what a later part says of a member counts. */
export function flatten(spec: Spec, schema: Schema): Schema {
  const { allOf = [], ...own } = resolve(spec, schema);
  const parts = [...allOf.map((part) => flatten(spec, part)), own];
  return {
    ...own,
    type: "object",
    properties: Object.assign({}, ...parts.map((part) => part.properties)),
    required: [...new Set(parts.flatMap((part) => part.required ?? []))],
  };
}

/** What a reference points to; anything else is itself. */
export function resolve<T extends object>(spec: Spec, value: T | Ref): T {
  let found: unknown = value;
  while (found && typeof (found as Ref).$ref === "string") {
    const steps = (found as Ref).$ref.replace(/^#\//, "").split("/");
    found = steps.reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], spec);
  }
  if (!found) throw new Error(`${JSON.stringify(value)} points to nothing.`);
  return found as T;
}

/** `area` from `area.verb`, `ticket_replies.list` to `TicketRepliesList`. */
export function pascal(id: string): string {
  return id.replace(/(?:^|[._-])(\w)/g, (_, letter: string) => letter.toUpperCase());
}
