/** A JSON Schema, as far as the specification uses them. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  example?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
  allOf?: Schema[];
}

interface Operation {
  operationId: string;
  parameters?: { name: string; in: "path" | "query"; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
  "x-errors": string[];
}

/** One operation of the specification, with its references followed where a request needs them. */
export interface Described {
  path: Record<string, Schema>;
  query: Record<string, Schema>;
  /** Of a JSON body. */
  body: Schema | undefined;
  success: { status: number; type: string | undefined; schema: Schema | undefined };
  errors: readonly string[];
}

/** The published document, to be asked what it promises. */
export class Shapes {
  readonly operations = new Map<string, Described>();
  readonly #schemas: Record<string, Schema>;

  constructor(document: Record<string, unknown>) {
    this.#schemas = (document.components as { schemas: Record<string, Schema> }).schemas;
    for (const methods of Object.values(document.paths as Record<string, Record<string, Operation>>)) {
      for (const operation of Object.values(methods))
        this.operations.set(operation.operationId, this.#describe(operation));
    }
  }

  #describe(operation: Operation): Described {
    const parameters = (where: string) =>
      Object.fromEntries((operation.parameters ?? []).filter((p) => p.in === where).map((p) => [p.name, p.schema]));
    const [status, answer] = Object.entries(operation.responses).find(([code]) => code.startsWith("2")) ?? ["0", {}];
    const [type, content] = Object.entries(answer.content ?? {})[0] ?? [];
    const body = operation.requestBody?.content["application/json"]?.schema;
    return {
      path: parameters("path"),
      query: parameters("query"),
      body: body && this.resolve(body),
      success: { status: Number(status), type, schema: content?.schema },
      errors: operation["x-errors"],
    };
  }

  /** Without a reference or `allOf` at its top. */
  resolve(schema: Schema): Schema {
    if (schema.$ref) return this.resolve(this.#schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {});
    if (!schema.allOf) return schema;
    const parts = schema.allOf.map((part) => this.resolve(part));
    return {
      ...Object.assign({}, ...parts),
      properties: Object.assign({}, ...parts.map((part) => part.properties)),
      required: parts.flatMap((part) => part.required ?? []),
    };
  }

  /** What in a value is not as the schema says; nothing when it fits. Objects that name their fields have no others. */
  misfits(given: Schema, value: unknown, at = ""): string[] {
    const schema = this.resolve(given);
    if (schema.anyOf) {
      const attempts = schema.anyOf.map((option) => this.misfits(option, value, at));
      return attempts.some((attempt) => attempt.length === 0) ? [] : (attempts[0] ?? []);
    }
    if (schema.enum && !schema.enum.includes(value))
      return [`${at} is not one of its values: ${JSON.stringify(value)}`];
    if (schema.type && ![schema.type].flat().some((type) => isOf(type, value)))
      return [`${at} is not ${schema.type}: ${JSON.stringify(value)}`];
    if (typeof value === "string") return bounds(at, value.length, schema.minLength, schema.maxLength);
    if (typeof value === "number") return bounds(at, value, schema.minimum, schema.maximum);
    if (Array.isArray(value)) {
      const items = value.flatMap((item, index) => this.misfits(schema.items ?? {}, item, `${at}/${index}`));
      return [...bounds(at, value.length, schema.minItems, schema.maxItems), ...items];
    }
    return value !== null && typeof value === "object" ? this.#fields(schema, value, at) : [];
  }

  #fields(schema: Schema, value: object, at: string): string[] {
    const { properties = {}, required = [], additionalProperties } = schema;
    const missing = required.filter((name) => !(name in value)).map((name) => `${at}/${name} is missing`);
    const wrong = Object.entries(value).flatMap(([name, field]) => {
      const shape = properties[name] ?? (typeof additionalProperties === "object" ? additionalProperties : undefined);
      if (shape) return this.misfits(shape, field, `${at}/${name}`);
      const open = schema.properties === undefined || additionalProperties === true;
      return open ? [] : [`${at}/${name} is not declared`];
    });
    return [...missing, ...wrong];
  }
}

function isOf(type: string, value: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "object") return value !== null && typeof value === "object" && !Array.isArray(value);
  return typeof value === type;
}

function bounds(at: string, size: number, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): string[] {
  return size < least || size > most ? [`${at} is out of bounds: ${size}`] : [];
}
