import type { Model, Operation } from "./operations.ts";

/** The first line of every generated file. */
export const marker = "// Generated from openapi.yaml by `npm run sdk`; edit the routes instead.\n";

/** `resources.ts`: for each area a function that gives its methods, one documented line each. `core` is its folder. */
export function renderResources({ operations }: Model, core = "../core"): string {
  const special = rare(operations);
  const areas = new Map<string, Operation[]>();
  for (const operation of operations) areas.set(operation.area, [...(areas.get(operation.area) ?? []), operation]);
  const names = [...areas.keys()].sort();
  const body = names.map((name) => {
    const methods = areas.get(name)!.map((operation) => `${comment(operation, special)}\n${method(operation)}`);
    return `export const ${name} = (e: Engine) => ({\n${methods.join("\n\n")}\n});\n`;
  });
  const code = body.join().replace(/\/\*\*.*?\*\//gs, "");
  return [
    marker,
    imports(code, core),
    ...body,
    // Spelt out, for an inferred type loses its comments on the way into another declaration file.
    `/** All areas of the API. */\nexport interface Areas {\n${names.map((name) => `  ${name}: ReturnType<typeof ${name}>;\n`).join("")}}\n`,
    `export const areas = (e: Engine): Areas => ({\n${names.map((name) => `  ${name}: ${name}(e),\n`).join("")}});\n`,
  ].join("\n");
}

/** Only what is used, for an unused import is still loaded. */
function imports(body: string, core: string): string {
  const used = (...names: string[]) => names.filter((name) => new RegExp(`\\b${name}[<(\`;, )]`).test(body));
  const line = (kind: string, names: string[], file: string) =>
    names.length ? `import ${kind}{ ${names.join(", ")} } from "${file}";\n` : "";
  return [
    line("type ", used("Call"), `${core}/call.ts`),
    line("type ", used("Pages"), `${core}/pages.ts`),
    line("", used("path"), `${core}/path.ts`),
    line("type ", used("Bytes", "Engine", "RequestOptions"), `${core}/request.ts`),
    line("", used("anonymous"), `${core}/request.ts`),
    'import type * as T from "./types.ts";\n',
  ].join("");
}

/** The problems of few operations. What every other one may answer is no news at each of them. */
function rare(operations: Operation[]): Set<string> {
  const counts = new Map<string, number>();
  for (const code of operations.flatMap(({ source }) => source["x-errors"] ?? [])) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return new Set(
    [...counts.keys()].filter((code) => counts.get(code) === 1 || counts.get(code)! * 4 < operations.length),
  );
}

function comment({ method, path, source }: Operation, special: Set<string>): string {
  const list = (names?: string[]) => names?.map((name) => `\`${name}\``).join(", ");
  const errors = source["x-errors"]?.filter((code) => special.has(code));
  const text = [
    source.summary?.replace(/([^.!?])$/, "$1."),
    source.description !== source.summary && source.description,
    `\`${method} ${path}\``,
    source["x-emits"]?.length && `Emits ${list(source["x-emits"])}.`,
    errors?.length && `Problems: ${list(errors)}.`,
    source.deprecated && "@deprecated",
  ].filter((part): part is string => !!part);
  const lines = text
    .map((part) => part.trim())
    .join("\n\n")
    .replaceAll("*/", "*\\/")
    .split("\n");
  return ["  /**", ...lines.map((line) => `   * ${line}`.trimEnd()), "   */"].join("\n");
}

function method({ verb, method, path, parameters, body, query, result, cursor, open }: Operation): string {
  const signature = [
    ...parameters.map((name) => `${name}: string`),
    ...(body ? [argument("body", body.bytes ? "Bytes" : `T.${body.type}`, body.optional, " = {}")] : []),
    ...(query ? [argument("query", `T.${query.type}`, query.optional)] : []),
    "options?: RequestOptions",
  ].join(", ");
  const url = parameters.length ? `path\`${path.replaceAll("{", "${")}\`` : JSON.stringify(path);
  const options = open ? "anonymous(options)" : "options";
  const name = result.type === "void" || result.type === "Response" ? result.type : `T.${result.type}`;
  const asked = query ? "query" : "undefined";
  const [returns, call] =
    result.kind === "list"
      ? [`Pages<${name}>`, `e.list(${url}, ${asked}, ${options}${cursor === "cursor" ? "" : `, "${cursor}"`})`]
      : result.kind === "bytes"
        ? [`Call<${name}>`, `e.bytes(${url}, ${asked}, ${options}${body ? ", body" : ""})`]
        : method === "GET"
          ? [`Call<${name}>`, `e.get(${url}, ${asked}, ${options})`]
          : [
              `Call<${name}>`,
              `e.send("${method}", ${url}, ${body ? "body" : "undefined"}, ${options}${query ? ", query" : ""})`,
            ];
  return `  ${verb}: (${signature}): ${returns} => ${call},`;
}

function argument(name: string, type: string, optional: boolean, otherwise = ""): string {
  if (!optional) return `${name}: ${type}`;
  return otherwise ? `${name}: ${type}${otherwise}` : `${name}?: ${type}`;
}
