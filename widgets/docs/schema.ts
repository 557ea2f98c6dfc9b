import { type Html, html, inline } from "./html.ts";
import { nameOf, resolved, type Schema, type Spec } from "./spec.ts";

/** How deep a tree is drawn before it only links to the schema. */
const depth = 3;

/** The properties of a schema as a list that folds at every object within it. */
export function tree(spec: Spec, schema: Schema, level = 0): Html {
  const whole = resolved(spec, schema);
  const rows = Object.entries(whole.properties ?? {}).map(([name, property]) => {
    const required = whole.required?.includes(name) ?? false;
    return row(spec, name, property, required, level);
  });
  if (rows.length > 0) return html`<ul class="tree">${rows}</ul>`;
  return html`<p>${typeText(spec, schema)}${note(whole)}</p>`;
}

function row(spec: Spec, name: string, property: Schema, required: boolean, level: number): Html {
  const inner = nested(spec, property);
  const head = html`<code>${name}</code> ${typeText(spec, property)}${!required && html` <i>optional</i>`}`;
  const more = note(resolved(spec, property));
  if (!inner || level >= depth) return html`<li>${head}${more}</li>`;
  const within = html`<details><summary>Properties</summary>${tree(spec, inner, level + 1)}</details>`;
  return html`<li>${head}${more}${within}</li>`;
}

/** The object within a property: itself, or what its list holds. */
function nested(spec: Spec, property: Schema): Schema | undefined {
  const whole = resolved(spec, property);
  const choice = whole.anyOf?.find((one) => one.type !== "null");
  if (choice) return nested(spec, choice);
  if (whole.items) return nested(spec, whole.items);
  return whole.properties ? whole : undefined;
}

/** The type of a value in a few words, with a link where it has a name. */
export function typeText(spec: Spec, schema: Schema): Html {
  if (schema.$ref) return html`<a class="type" href="#schema-${nameOf(schema.$ref)}">${nameOf(schema.$ref)}</a>`;
  if (schema.items) return html`<span class="type">list of </span>${typeText(spec, schema.items)}`;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    return html`${choices.map((one, index) => [index > 0 && html`<span class="type"> or </span>`, typeText(spec, one)])}`;
  }
  const types = [schema.type ?? "any"].flat().join(" or ");
  return html`<span class="type">${schema.format && types.startsWith("string") ? types.replace("string", schema.format) : types}</span>`;
}

function note(schema: Schema): Html | undefined {
  const facts = [
    schema.enum &&
      html`one of ${schema.enum.map((value, index) => [index > 0 && ", ", html`<code>${String(value)}</code>`])}`,
    bounds("characters", schema.minLength, schema.maxLength),
    bounds("", schema.minimum, schema.maximum),
    bounds("items", schema.minItems, schema.maxItems),
    schema.default !== undefined && html`default <code>${JSON.stringify(schema.default)}</code>`,
  ].filter((fact) => fact !== undefined && fact !== false);
  if (!schema.description && facts.length === 0) return undefined;
  const list = facts.map((fact, index) => [index > 0 && "; ", fact]);
  return html`<span class="note">${schema.description && inline(schema.description)} ${facts.length > 0 && html`<small>${list}</small>`}</span>`;
}

function bounds(what: string, least?: number, most?: number): string | undefined {
  const real = most !== undefined && most < Number.MAX_SAFE_INTEGER;
  if (least !== undefined && least > 0 && real) return `${least} to ${most} ${what}`.trim();
  if (real) return `at most ${most} ${what}`.trim();
  return least !== undefined && least > 0 ? `at least ${least} ${what}`.trim() : undefined;
}

/** A value that fits: the declared example, or something plain of its kind. Of objects, what is required. */
export function sample(spec: Spec, schema: Schema, name = ""): unknown {
  const whole = resolved(spec, schema);
  if (whole.example !== undefined) return whole.example;
  if (whole.enum) return whole.enum[0];
  if (whole.default !== undefined) return whole.default;
  const choice = (whole.anyOf ?? whole.oneOf)?.[0];
  if (choice) return sample(spec, choice, name);
  if (whole.properties) {
    const all = Object.entries(whole.properties).filter(([key]) => key !== "version");
    const required = all.filter(([key]) => whole.required?.includes(key));
    const shown = required.length > 0 ? required : all.slice(0, 2);
    return Object.fromEntries(shown.map(([key, property]) => [key, sample(spec, property, key)]));
  }
  const [type] = [whole.type ?? "string"].flat();
  if (type === "array") return whole.items ? [sample(spec, whole.items, name)] : [];
  if (type === "integer" || type === "number") return Math.max(1, whole.minimum ?? 1);
  if (type === "boolean") return true;
  if (type === "object") return {};
  return plain(name, whole);
}

function plain(name: string, { pattern, format }: Schema): string {
  const prefix = /^\^([a-z]{2,4})_/.exec(pattern ?? "")?.[1];
  if (prefix) return `${prefix}_…`;
  if (format === "date-time" || name.endsWith("_at")) return "2026-11-27T14:00:00Z";
  if (format === "date" || name === "from" || name === "to") return "2026-11-27";
  if (format === "email" || name === "email") return "ada@example.com";
  if (name === "url") return "https://example.com/hooks";
  if (name === "name") return "Ada Lovelace";
  return "…";
}
