import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import type { Model } from "./operations.ts";
import { marker } from "./resources.ts";

/** The types that are not schemas. */
const own = new Set(["ProblemCode", "Events", "EventType", "EventOf", "FoyerEvent"]);

/** `types.ts`: one exported type for each schema, the events by type, the problem codes. */
export async function renderTypes({ schemas, events, codes }: Model): Promise<string> {
  const document = { openapi: "3.1.0", info: { title: "", version: "" }, paths: {}, components: { schemas } };
  const nodes = await openapiTS(JSON.stringify(document), {
    // A default makes a value optional to send.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
  });
  return [
    marker,
    ...members(nodes).map(declaration),
    `/** Every \`code\` a problem may carry. */\nexport type ProblemCode =${union(codes)};\n`,
    `/** Every event by its type. */\nexport interface Events {\n${Object.entries(events)
      .map(([type, name]) => `  ${JSON.stringify(type)}: ${name};\n`)
      .join("")}}\n`,
    "export type EventType = keyof Events;\n",
    "/** The event of one type. */\nexport type EventOf<T extends EventType> = Events[T];\n",
    "/** Any event, told apart by its `type`. The same over REST, socket and webhook. */\nexport type FoyerEvent = Events[EventType];\n",
  ].join("\n");
}

const union = (names: string[]) => names.map((name) => `\n  | ${JSON.stringify(name)}`).join("") || " never";

/** The members of `components.schemas`. */
function members(nodes: ts.Node[]): ts.PropertySignature[] {
  const components = nodes.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === "components");
  const schemas = (components as ts.InterfaceDeclaration | undefined)?.members.find(
    (member) => ts.isPropertySignature(member) && ts.isIdentifier(member.name) && member.name.text === "schemas",
  );
  const type = (schemas as ts.PropertySignature | undefined)?.type;
  return type && ts.isTypeLiteralNode(type) ? type.members.filter(ts.isPropertySignature) : [];
}

function declaration(member: ts.PropertySignature): string {
  const name = (member.name as ts.Identifier).text;
  if (!/^[A-Z]\w*$/.test(name)) throw new Error(`The schema ${name} needs a name such as "Ticket".`);
  if (own.has(name)) throw new Error(`The spec has a schema ${name}, a name the generator needs; rename it.`);
  const comment = (ts.getSyntheticLeadingComments(member) ?? []).map(({ text }) => `/*${text}*/\n`).join("");
  const type = trim(astToString(member.type!).trim());
  const body = ts.isTypeLiteralNode(member.type!)
    ? `export interface ${name} ${type}`
    : `export type ${name} = ${type};`;
  return `${trim(comment)}${body}\n`;
}

/** Names instead of paths into the document, and comments that say only what the type does not. */
function trim(text: string): string {
  return (
    text
      .replace(/components\["schemas"\]\["(\w+)"\]/g, "$1")
      .replace(/^ +/gm, (indent) => indent.slice(indent.length >> 1))
      .replace(/@description /g, "")
      // A date needs no example.
      .replace(/^\s*\* @example [\d-]+T[\d:.]+Z\n/gm, "")
      .replace(/^\s*\* @(?:enum|constant)\b.*\n/gm, "")
      .replace(/^\s*\/\*\* @(?:enum|constant)\b.*\*\/\n/gm, "")
      .replace(/\/\*\*\n\s*\* (.*)\n\s*\*\//g, "/** $1 */")
  );
}
