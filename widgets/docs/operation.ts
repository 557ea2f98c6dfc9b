import { type Html, html, inline } from "./html.ts";
import { sample, tree, typeText } from "./schema.ts";
import type { Operation, Parameter, Problem, Schema, Spec } from "./spec.ts";

export interface Listed extends Operation {
  method: string;
  path: string;
}

const callers: Record<string, string> = {
  member: "members",
  secret: "secret keys",
  publishable: "publishable keys",
  visitor: "visitors",
  public: "everybody",
};

const limits: Record<string, string> = {
  create: "The limit for creating things counts.",
  message: "The limit for messages counts.",
  upload: "The limit for uploads counts.",
  sign_in: "The limit for guessable secrets counts, by address and account.",
};

/** One operation: who may call it, what it takes and answers, what can go wrong, what follows. */
export function operation(spec: Spec, problems: Map<string, Problem>, op: Listed): Html {
  const { operationId: id, parameters = [] } = op;
  const permission = op["x-permission"];
  const limit = limits[op["x-limit"] ?? ""];
  return html`<section class="operation" id="${id}" data-words="${`${id} ${op.method} ${op.path} ${op.summary}`.toLowerCase()}">
<h3><a class="title" href="#${id}">${op.summary}</a></h3>
<p class="line"><b class="method ${op.method.toLowerCase()}">${op.method}</b> <code>${op.path}</code></p>
${op.description && html`<p>${inline(op.description)}</p>`}
<p class="who">For ${op["x-audience"].map((name) => callers[name] ?? name).join(", ")}${permission && html`, with <code>${permission}</code>`}. ${limit}</p>
<div class="split"><div>
${group("Path", op, parameters, "path")}${group("Query", op, parameters, "query")}
${bodyOf(spec, op)}
${answerOf(spec, op)}
<details class="problems"><summary>Problems</summary><ul>${op["x-errors"].map((code) => problem(problems.get(code), code))}</ul></details>
${emits(op["x-emits"] ?? [])}
</div><div class="examples">${example("curl", curl(spec, op))}${example("SDK", sdk(spec, op))}</div></div>
</section>
`;

  function group(title: string, { operationId }: Operation, all: Parameter[], place: string): Html | undefined {
    const shown = all.filter((parameter) => parameter.in === place);
    if (shown.length === 0) return undefined;
    const properties = Object.fromEntries(
      shown.map(({ name, schema, description }) => [name, description ? { ...schema, description } : schema]),
    );
    const required = shown.filter((parameter) => parameter.required).map(({ name }) => name);
    return html`<h4 id="${operationId}-${place}">${title}</h4>${tree(spec, { properties, required })}`;
  }
}

function bodyOf(spec: Spec, op: Operation): Html | undefined {
  const content = Object.entries(op.requestBody?.content ?? {});
  const [type, media] = content[0] ?? [];
  if (!type || !media) return undefined;
  if (type !== "application/json") {
    return html`<h4>Body</h4><p>The bytes themselves: ${content.map(([name], index) => [index > 0 && ", ", html`<code>${name}</code>`])}.</p>`;
  }
  return html`<h4>Body ${media.schema.$ref && typeText(spec, media.schema)}</h4>${tree(spec, media.schema)}`;
}

function answerOf(spec: Spec, op: Operation): Html {
  const [status, answer] = Object.entries(op.responses).find(([code]) => code < "300") ?? ["200", {}];
  const schema = answer.content?.["application/json"]?.schema;
  if (!schema) return html`<h4>Answer ${status}</h4><p>${answer.content ? "Bytes, or text." : "Nothing."}</p>`;
  const item = schema.properties?.data?.items;
  const name = item ? html`page of ${typeText(spec, item)}` : typeText(spec, schema);
  return html`<h4>Answer ${status} <span>${name}</span></h4><details class="answer"><summary>Properties</summary>${tree(spec, item ?? schema)}</details>`;
}

const problem = (known: Problem | undefined, code: string): Html =>
  html`<li><code>${code}</code> ${known && html`<b>${known.status}</b> ${inline(known.title)}`}</li>`;

const emits = (types: string[]): Html | undefined =>
  types.length === 0
    ? undefined
    : html`<p class="emits">Emits ${types.map((type, index) => [index > 0 && ", ", html`<a href="#event-${type}"><code>${type}</code></a>`])}.</p>`;

const example = (title: string, code: string): Html =>
  html`<figure><figcaption>${title}</figcaption><pre tabindex="0"><code>${code}</code></pre></figure>`;

const jsonBody = (op: Operation): Schema | undefined => op.requestBody?.content["application/json"]?.schema;

/** Required query parameters with a value each. */
function query(spec: Spec, { parameters = [] }: Operation): Record<string, unknown> {
  const required = parameters.filter((parameter) => parameter.in === "query" && parameter.required);
  return Object.fromEntries(required.map(({ name, schema }) => [name, sample(spec, schema, name)]));
}

const inPath = ({ parameters = [] }: Operation): Parameter[] => parameters.filter((one) => one.in === "path");

function curl(spec: Spec, op: Listed): string {
  const words = query(spec, op);
  const search = Object.entries(words).map(([name, value]) => `${name}=${value}`);
  const path = inPath(op).reduce(
    (text, { name, schema }) => text.replace(`{${name}}`, `${sample(spec, schema, name)}`),
    op.path,
  );
  const address = `$FOYER${path}${search.length > 0 ? `?${search.join("&")}` : ""}`;
  const lines = [`curl ${op.method === "GET" ? "" : `-X ${op.method} `}"${address}"`];
  if (!op["x-audience"].includes("public")) lines.push(`-H "Authorization: Bearer $KEY"`);
  const body = jsonBody(op);
  if (body) lines.push('-H "Content-Type: application/json"', `-d '${JSON.stringify(sample(spec, body))}'`);
  else if (op.requestBody)
    lines.push(`-H "Content-Type: ${Object.keys(op.requestBody.content)[0]}"`, "--data-binary @file");
  return lines.join(" \\\n  ");
}

function sdk(spec: Spec, op: Listed): string {
  const body = jsonBody(op);
  const words = query(spec, op);
  const args = inPath(op).map(({ name, schema }) => JSON.stringify(sample(spec, schema, name)));
  if (body) args.push(literal(sample(spec, body)));
  else if (op.requestBody) args.push("bytes");
  else if (Object.keys(words).length > 0) args.push(literal(words));
  const call = `foyer.${op.operationId}(${args.join(", ")})`;
  const listed = op.responses["200"]?.content?.["application/json"]?.schema.properties?.next_cursor;
  return listed ? `for await (const item of ${call}) {\n  console.log(item);\n}` : `await ${call};`;
}

const literal = (value: unknown): string => JSON.stringify(value, null, 2).replaceAll(/"([a-z_]\w*)":/gi, "$1:");
