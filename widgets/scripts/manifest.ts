import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import ts from "typescript";
import { widgets } from "./sources.ts";

/** Names of the folders whose `element.tsx` is public. */
const elements = ["booking", "chat", "ticket"];

interface Described {
  name: string;
  description: string;
}

/**
 * Reads the `define(tag, {…})` of each element, with its doc comments, into a custom elements manifest
 * (schema 1.0.0, github.com/webcomponents/custom-elements-manifest), which editors and the docs read.
 */
export function customElements(paths: string[], commonPath = join(widgets, "kit", "define.ts")) {
  const common = objectNamed(parse(commonPath), "commonAttributes");
  return {
    schemaVersion: "1.0.0",
    modules: paths.map((path) => {
      const source = parse(path);
      return {
        kind: "javascript-module",
        path: relative(widgets, path),
        declarations: definitions(source).map(({ call, statement }) => declaration(source, call, statement, common)),
        exports: [],
      };
    }),
  };
}

function parse(path: string) {
  const text = ts.sys.readFile(path) ?? "";
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
}

function definitions(source: ts.SourceFile) {
  const found: { call: ts.CallExpression; statement: ts.Node }[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === "define" && node.arguments.length === 2) {
      found.push({ call: node, statement: ts.findAncestor(node, ts.isStatement) ?? node });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function objectNamed(source: ts.SourceFile, name: string): ts.ObjectLiteralExpression | undefined {
  let found: ts.ObjectLiteralExpression | undefined;
  const visit = (node: ts.Node) => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name) found = objectIn(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The object literal inside `as const`, `satisfies` and brackets. */
function objectIn(node: ts.Node | undefined): ts.ObjectLiteralExpression | undefined {
  if (!node) return undefined;
  if (ts.isObjectLiteralExpression(node)) return node;
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)) {
    return objectIn(node.expression);
  }
  // A part kept in a constant of its own.
  return ts.isIdentifier(node) ? objectNamed(node.getSourceFile(), node.text) : undefined;
}

function members(object: ts.ObjectLiteralExpression | undefined) {
  return (object?.properties ?? []).flatMap((property) => {
    if (!property.name) return [];
    const name = ts.isStringLiteral(property.name) ? property.name.text : property.name.getText();
    const value = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : property;
    return [{ name, value, description: docOf(property) }];
  });
}

function part(declaration: ts.Node | undefined, name: string) {
  const property = members(objectIn(declaration)).find((member) => member.name === name);
  return members(objectIn(property?.value));
}

function docOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? "")
    .join("\n")
    .trim();
}

/** `@csspart name - What it is.` and `@cssproperty --name - What it is.` of the comment above the definition. */
function tagged(node: ts.Node, tag: string): Described[] {
  return ts
    .getJSDocTags(node)
    .filter((one) => one.tagName.text === tag)
    .map((one) => {
      const [name = "", ...rest] = (ts.getTextOfJSDocComment(one.comment) ?? "").split(/\s+-\s+/);
      return { name: name.trim(), description: rest.join(" - ").trim() };
    });
}

const camel = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

function declaration(
  source: ts.SourceFile,
  call: ts.CallExpression,
  statement: ts.Node,
  common: ts.ObjectLiteralExpression | undefined,
) {
  const [tag, body] = call.arguments;
  const tagName = tag && ts.isStringLiteral(tag) ? tag.text : "";
  const attributes = [...members(common), ...part(body, "attributes")].map(({ name, value, description }) => {
    const kind = ts.isStringLiteral(value) ? value.text : "string";
    return { name, fieldName: camel(name), type: { text: kind }, description };
  });
  const events = part(body, "events").map(({ name, value, description }) => {
    const detail = ts.isCallExpression(value) ? value.typeArguments?.[0]?.getText(source) : undefined;
    return { name: `foyer:${name}`, type: { text: `CustomEvent<${detail ?? "unknown"}>` }, description };
  });
  const methods = part(body, "methods").map(({ name, value, description }) => {
    const takes = ts.isArrowFunction(value) || ts.isMethodDeclaration(value) ? value.parameters.slice(1) : [];
    const parameters = takes.map((one) => ({
      name: one.name.getText(),
      type: { text: one.type?.getText() ?? "unknown" },
    }));
    return { kind: "method", name, description, parameters };
  });
  const properties = part(body, "properties").map(({ name, description }) => ({ kind: "field", name, description }));
  return {
    kind: "class",
    customElement: true,
    name: tagName.replace(/(^|-)(.)/g, (_, __, letter: string) => letter.toUpperCase()),
    tagName,
    description: docOf(statement),
    attributes,
    members: [...properties, ...methods],
    events: [
      { name: "foyer:ready", type: { text: "CustomEvent<null>" }, description: "The first view is drawn." },
      { name: "foyer:error", type: { text: "CustomEvent<{ error: unknown }>" }, description: "The view failed." },
      ...events,
    ],
    cssParts: tagged(statement, "csspart"),
    cssProperties: tagged(statement, "cssproperty"),
  };
}

if (import.meta.main) {
  const paths = elements.map((name) => join(widgets, name, "element.tsx")).filter((path) => existsSync(path));
  await writeFile(join(widgets, "custom-elements.json"), `${JSON.stringify(customElements(paths), null, 2)}\n`);
}
