/** The parts of an OpenAPI 3.1 document that the reference shows. */
export interface Spec {
  info: { title: string; version: string; description?: string };
  tags: { name: string }[];
  components: {
    schemas: Record<string, Schema>;
    responses: Record<string, { description: string }>;
    securitySchemes: Record<string, { description?: string }>;
  };
  paths: Record<string, Record<string, Operation>>;
  webhooks: Record<string, { post: { summary: string; requestBody: Body } }>;
}

export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  example?: unknown;
  default?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: Schema;
}

interface Body {
  content: Record<string, { schema: Schema }>;
}

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: Body;
  responses: Record<string, { $ref?: string; description?: string; content?: Body["content"] }>;
  "x-permission"?: string;
  "x-audience": string[];
  "x-limit"?: string;
  "x-errors": string[];
  "x-emits"?: string[];
}

export const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf("/") + 1);

/** A schema with its reference followed and its `allOf` put together. */
export function resolved(spec: Spec, schema: Schema): Schema {
  if (schema.$ref) return resolved(spec, spec.components.schemas[nameOf(schema.$ref)] ?? {});
  if (!schema.allOf) return schema;
  const parts = schema.allOf.map((part) => resolved(spec, part));
  return {
    ...Object.assign({}, ...parts),
    properties: Object.assign({}, ...parts.map((part) => part.properties ?? {})),
    required: parts.flatMap((part) => part.required ?? []),
  };
}

export interface Problem {
  code: string;
  status: number;
  title: string;
}

/** What each problem code means, read from the shared answers. */
export function problemsOf(spec: Spec): Map<string, Problem> {
  const found = Object.entries(spec.components.responses).flatMap(([name, { description }]) => {
    const status = Number(/\d+$/.exec(name)?.[0]);
    return [...description.matchAll(/`(\w+)`: ([^\n]+)/g)].map(([, code = "", title = ""]): [string, Problem] => [
      code,
      { code, status, title },
    ]);
  });
  return new Map(found);
}
