import { type Html, html } from "./html.ts";

interface Page {
  title: string;
  /** What stands beside the text: the table of contents. */
  aside: Html;
  main: Html;
  /** Address of the page, as its links name it. */
  at: string;
}

const places = [
  ["/docs", "Guides"],
  ["/docs/api", "API reference"],
  ["/portal", "Portal"],
] as const;

/** A page of the docs: readable without scripts and without a network. */
export function page({ title, aside, main, at }: Page): string {
  const links = places.map(([href, name]) => {
    const here = href === (at === "/docs/api" ? at : "/docs");
    return here ? html`<a href="${href}" aria-current="true">${name}</a>` : html`<a href="${href}">${name}</a>`;
  });
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Foyer</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/docs.css">
<script type="module" src="/docs/docs.js"></script>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header><a class="brand" href="/docs">Foyer</a><nav aria-label="Site">${links}</nav></header>
<div class="columns">
${aside}
<main id="main">
${main}
</main>
</div>
</body>
</html>
`.text;
}
