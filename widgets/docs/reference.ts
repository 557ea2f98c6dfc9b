import { html, inline } from "./html.ts";
import { type Listed, operation } from "./operation.ts";
import { page } from "./page.ts";
import { tree } from "./schema.ts";
import { problemsOf, type Schema, type Spec } from "./spec.ts";

/** The reference of the API, from its specification. */
export function referencePage(spec: Spec): string {
  const problems = problemsOf(spec);
  const all = Object.entries(spec.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, op]): Listed => ({ ...op, path, method: method.toUpperCase() })),
  );
  const areas = spec.tags.map(({ name }) => ({ name, operations: all.filter((op) => op.tags.includes(name)) }));
  const events = Object.entries(spec.webhooks);

  const aside = html`<nav class="contents" aria-label="Contents">
<label class="filter">Filter <input type="search" id="filter" autocomplete="off" spellcheck="false"></label>
<p class="none" hidden>Nothing matches.</p>
<ul>
<li><a href="#about">About the API</a></li>
${areas.map(
  ({ name, operations }) =>
    html`<li class="area"><a href="#${name}">${title(name)}</a><ul>${operations.map(
      (op) => html`<li data-of="${op.operationId}"><a href="#${op.operationId}">${op.summary}</a></li>`,
    )}</ul></li>`,
)}
<li class="area"><a href="#events-and-webhooks">Events and webhooks</a><ul>${events.map(
    ([type]) => html`<li data-of="event-${type}"><a href="#event-${type}">${type}</a></li>`,
  )}</ul></li>
<li><a href="#schemas">Schemas</a></li>
</ul></nav>`;

  const main = html`<h1 id="about">API reference</h1>
<p class="lead">${spec.info.description} Version ${spec.info.version}; also as <a href="/openapi.yaml">openapi.yaml</a> and <a href="/openapi.json">openapi.json</a>.</p>
<h2>Credentials</h2>
<p>Every request carries one, as <code>Authorization: Bearer …</code>.</p>
<ul>${Object.values(spec.components.securitySchemes).map(({ description }) => html`<li>${inline(description ?? "")}</li>`)}</ul>
<h2>Conventions</h2>
<ul>
<li>Times are RFC 3339, money is a whole number of minor units beside an ISO 4217 code, ids are opaque.</li>
<li>Lists answer <code>data</code>, <code>has_more</code> and <code>next_cursor</code>, which the next request sends as <code>cursor</code>.</li>
<li>Every POST takes an <code>Idempotency-Key</code>: sent again with the same body within a day, the first answer comes back.</li>
<li>What can change has a <code>version</code>. Send the one you read, in the body or as <code>If-Match</code>; a stale one is refused.</li>
<li>Refusals are <code>application/problem+json</code> (RFC 9457): act on <code>code</code>, show <code>title</code> and <code>detail</code>, and keep <code>request_id</code> for support.</li>
</ul>
${areas.map(
  ({ name, operations }) => html`<section class="area" id="${name}"><h2>${title(name)}</h2>
${operations.map((op) => operation(spec, problems, op))}</section>
`,
)}
<section class="area" id="events-and-webhooks"><h2>Events and webhooks</h2>
<p>Every change appends events to the log. <code>GET /v1/events</code> reads it, the live connection follows it, and webhook endpoints are sent what they asked for, in this envelope:</p>
${tree(spec, { $ref: "#/components/schemas/Event" })}
${events.map(([type, { post }]) => event(spec, type, post.summary, payload(post.requestBody.content["application/json"]?.schema ?? {})))}
</section>
<section class="area" id="schemas"><h2>Schemas</h2>
${Object.entries(spec.components.schemas).map(
  ([
    name,
    schema,
  ]) => html`<section class="schema" id="schema-${name}"><h3>${name}</h3>${tree(spec, schema, 2)}</section>
`,
)}</section>`;
  return page({ title: "API reference", aside, main, at: "/docs/api" });
}

const title = (name: string): string => {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What is particular to an event: the `data` of its envelope. */
const payload = (envelope: Schema): Schema =>
  envelope.allOf?.find((part) => part.properties?.data)?.properties?.data ?? {};

const event = (spec: Spec, type: string, summary: string, data: Schema) =>
  html`<section class="operation event" id="event-${type}" data-words="${`${type} ${summary}`.toLowerCase()}"><h3><a class="title" href="#event-${type}"><code>${type}</code></a></h3><p>${inline(summary)}</p><details><summary>data</summary>${tree(spec, data, 2)}</details></section>
`;
