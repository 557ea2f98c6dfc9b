import {
  type Body,
  flatten,
  type Parameter,
  type PathItem,
  pascal,
  type RawOperation,
  resolve,
  type Schema,
  type Spec,
} from "./spec.ts";

/** What a method needs to be rendered. Types are names in `types.ts`. */
export interface Operation {
  area: string;
  verb: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With `/v1`, and parameters in braces. */
  path: string;
  parameters: string[];
  body?: Input & { bytes: boolean };
  query?: Input;
  result: { kind: "nothing" | "json" | "list" | "bytes"; type: string };
  /** The query parameter that continues a list. */
  cursor: string;
  /** Needs no credentials, or a cookie only. */
  open: boolean;
  source: RawOperation;
}

interface Input {
  type: string;
  optional: boolean;
}

/** Everything the generated files are rendered from. `schemas` has a name for every type that a method mentions. */
export interface Model {
  operations: Operation[];
  schemas: Record<string, Schema>;
  /** Event type to the name of its envelope's schema. */
  events: Record<string, string>;
  codes: string[];
}

const methods = ["get", "post", "put", "patch", "delete"];
const isJson = (type: string) => /^application\/(.+\+)?json\b/.test(type);

/** Reads the operations and events of a spec, and gives the shapes they state in place a name of their own. */
export function model(spec: Spec): Model {
  const schemas: Record<string, Schema> = { ...spec.components?.schemas };
  const operations: Operation[] = [];

  /** The type of a schema: the name it refers to, or a new one. */
  function named(schema: Schema, name: string): string {
    const [, known] = /^#\/components\/schemas\/(\w+)$/.exec(schema.$ref ?? "") ?? [];
    if (known) return known;
    if (schemas[name]) throw new Error(`The spec has a schema ${name}, a name the generator needs; rename it.`);
    schemas[name] = schema;
    return name;
  }

  function input(schema: Schema, name: string): Input {
    const { type, required } = resolve(spec, schema);
    return { type: named(schema, name), optional: type === "object" && !required?.length };
  }

  function bodyOf(raw: RawOperation, name: string): Operation["body"] {
    if (!raw.requestBody) return undefined;
    const { content = {}, required } = resolve<Body>(spec, raw.requestBody);
    const json = Object.keys(content).find(isJson);
    if (!json) return { type: "Bytes", optional: false, bytes: true };
    const body = input(content[json]?.schema ?? {}, `${name}Body`);
    return { ...body, optional: body.optional || !required, bytes: false };
  }

  function queryOf(parameters: Parameter[], name: string): Input | undefined {
    const found = parameters.filter((parameter) => parameter.in === "query");
    if (!found.length) return undefined;
    const properties = Object.fromEntries(
      found.map(({ name, schema, description }) => [name, { ...schema, ...(description && { description }) }]),
    );
    const required = found.filter((parameter) => parameter.required).map((parameter) => parameter.name);
    return input({ type: "object", properties, required }, `${name}Query`);
  }

  function resultOf(raw: RawOperation, name: string): Operation["result"] {
    const success = Object.entries(raw.responses ?? {}).filter(([status]) => status.startsWith("2"));
    const bodies = success.map(([, response]) => resolve<Body>(spec, response).content ?? {});
    const content = bodies.find((found) => Object.keys(found).length);
    if (!content) return { kind: "nothing", type: "void" };
    const json = Object.keys(content).find(isJson);
    if (!json) return { kind: "bytes", type: "Response" };
    const schema = content[json]?.schema ?? {};
    const { properties } = resolve(spec, schema);
    if (properties?.has_more && properties.data) {
      const { items } = resolve(spec, properties.data);
      return { kind: "list", type: named(items ?? {}, `${name}Item`) };
    }
    return { kind: "json", type: named(schema, `${name}Result`) };
  }

  /** Whether the client's key or token is of no use: nothing is asked for, or only a cookie. */
  function isOpen({ security = spec.security }: RawOperation): boolean {
    return (
      !!security &&
      security.every((way) =>
        Object.keys(way).every((scheme) => spec.components?.securitySchemes?.[scheme]?.in === "cookie"),
      )
    );
  }

  function operation(path: string, method: string, item: PathItem, raw: RawOperation): Operation {
    const id = raw.operationId ?? "";
    const [area, verb] = /^[a-z]\w*\.[a-z]\w*$/.test(id) ? id.split(".") : [];
    if (!area || !verb)
      throw new Error(`${method.toUpperCase()} ${path} needs an operationId such as "tickets.create".`);
    const parameters = [...(item.parameters ?? []), ...(raw.parameters ?? [])].map((one) =>
      resolve<Parameter>(spec, one),
    );
    const server = (raw.servers ?? item.servers ?? spec.servers)?.[0]?.url ?? "";
    const query = queryOf(parameters, pascal(id));
    const body = bodyOf(raw, pascal(id));
    const result = resultOf(raw, pascal(id));
    if (result.kind === "bytes" && method !== "get" && !(method === "post" && body))
      throw new Error(`${id} answers bytes to something other than a GET, or a POST with a body.`);
    return {
      area,
      verb,
      method: method.toUpperCase() as Operation["method"],
      path: new URL(server || "/", "http://any").pathname.replace(/\/$/, "") + path,
      parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
      ...(body && { body }),
      ...(query && { query }),
      result,
      cursor:
        parameters.some(({ name }) => name === "cursor") || !parameters.some(({ name }) => name === "after")
          ? "cursor"
          : "after",
      open: isOpen(raw),
      source: raw,
    };
  }

  for (const [path, item] of Object.entries(spec.paths)) {
    for (const method of methods) if (item[method]) operations.push(operation(path, method, item, item[method]));
  }

  const events: Record<string, string> = {};
  for (const [type, { post }] of Object.entries(spec.webhooks ?? {})) {
    const content = post?.requestBody && resolve<Body>(spec, post.requestBody).content;
    const envelope = content?.["application/json"]?.schema;
    if (!envelope) throw new Error(`The webhook ${type} has no JSON body.`);
    const { properties, required, ...rest } = flatten(spec, envelope);
    const description = post?.summary ?? post?.description;
    const schema: Schema = {
      ...rest,
      ...(description && { description }),
      properties: { ...properties, type: { type: "string", const: type } },
      required: [...new Set([...required!, "type"])],
    };
    events[type] = named(schema, `${pascal(type)}Event`);
  }

  const codes = new Set(operations.flatMap(({ source }) => source["x-errors"] ?? []));
  return { operations, schemas, events, codes: [...codes].sort() };
}
