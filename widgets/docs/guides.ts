import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { Marked } from "marked";
import { Html, html } from "./html.ts";
import { page } from "./page.ts";

/** A page that is written in Markdown. */
interface Paper {
  /** Path of the file, relative to `docs/`. */
  path: string;
  /** Address of the page. */
  at: string;
  title: string;
  text: string;
}

const shelves = [
  {
    name: "Guides",
    folder: "guide",
    first: [
      "quickstart",
      "resources",
      "prices",
      "availability",
      "booking",
      "staffing",
      "calendars",
      "embed",
      "sdk",
      "webhooks",
      "workers",
    ],
  },
  { name: "Concepts", folder: "concepts", first: ["tenancy", "people", "time", "money", "events", "glossary"] },
  { name: "Reference", folder: "reference", first: ["settings"] },
];

/** The pages made of `docs/*.md`, and the page that lists them, by their names under `docs/`. */
export function guidePages(docs: string): Record<string, string> {
  const shelved = shelves.map(({ name, folder, first }) => ({ name, papers: papersIn(docs, folder, first) }));
  const papers = shelved.flatMap((shelf) => shelf.papers);
  const addresses = new Map(papers.map(({ path, at }) => [path, at]));
  const contents = (here?: Paper) =>
    html`<nav class="contents" aria-label="Contents"><ul>${shelved.map(
      (shelf) =>
        html`<li class="area"><b>${shelf.name}</b><ul>${shelf.papers.map((paper) =>
          paper === here
            ? html`<li><a href="${paper.at}" aria-current="page">${paper.title}</a></li>`
            : html`<li><a href="${paper.at}">${paper.title}</a></li>`,
        )}</ul></li>`,
    )}<li class="area"><b>More</b><ul><li><a href="/docs/api">API reference</a></li></ul></li></ul></nav>`;

  const pages = papers.map((paper): [string, string] => [
    `${basename(paper.path, ".md")}.html`,
    page({ title: paper.title, aside: contents(paper), main: rendered(paper, addresses), at: paper.at }),
  ]);
  const index = html`<h1>Foyer</h1>
<p class="lead">The front desk of any website: booking, chat and tickets, one API and one SDK.</p>
${shelved.map(
  ({ name, papers }) =>
    html`<h2>${name}</h2><ul class="shelf">${papers.map(
      ({ at, title, text }) => html`<li><a class="shelved" href="${at}">${title}</a><p>${firstSentence(text)}</p></li>`,
    )}</ul>`,
)}
<h2>API</h2><ul class="shelf"><li><a class="shelved" href="/docs/api">API reference</a><p>Every operation, schema, problem and event.</p></li></ul>`;
  pages.push(["index.html", page({ title: "Documentation", aside: contents(), main: index, at: "/docs" })]);
  return Object.fromEntries(pages);
}

function papersIn(docs: string, folder: string, first: string[]): Paper[] {
  const from = join(docs, folder);
  if (!existsSync(from)) return [];
  const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
  return readdirSync(from)
    .filter((name) => /^[a-z-]+\.md$/.test(name))
    .map((name) => basename(name, ".md"))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
    .map((name) => {
      const text = readFileSync(join(from, `${name}.md`), "utf8");
      return { path: `${folder}/${name}.md`, at: `/docs/${name}`, title: /^# (.+)$/m.exec(text)?.[1] ?? name, text };
    });
}

/** The beginning of the first paragraph, without its marks. */
function firstSentence(text: string): string {
  const paragraph = text.split("\n\n").find((part) => /^[A-Z`*[]/.test(part)) ?? "";
  const plain = paragraph
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, "$1")
    .replaceAll(/[`*]/g, "")
    .replaceAll("\n", " ");
  return /^.*?[.:](?= |$)/.exec(plain)?.[0].replace(/:$/, ".") ?? plain;
}

/** Our own papers alone are rendered, so the HTML in them is ours as well. */
function rendered({ path, text }: Paper, addresses: Map<string, string>): Html {
  const marked = new Marked({
    walkTokens: (token) => {
      if (token.type !== "link" || /^(https?:|mailto:|#|\/)/.test(token.href)) return;
      const [file = "", anchor] = (token.href as string).split("#");
      const target = relative(".", join(dirname(path), file));
      const at = addresses.get(target);
      if (at) token.href = anchor ? `${at}#${anchor}` : at;
    },
    renderer: {
      heading({ tokens, depth, text }) {
        const id = text
          .toLowerCase()
          .replaceAll(/[^\w]+/g, "-")
          .replaceAll(/^-|-$/g, "");
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      code({ text }) {
        return html`<pre tabindex="0"><code>${text}</code></pre>`.text;
      },
      table({ header, rows }) {
        const cells = (tag: string, row: typeof header) =>
          `<tr>${row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join("")}</tr>`;
        const body = rows.map((row) => cells("td", row)).join("");
        return `<div class="table" tabindex="0"><table><thead>${cells("th", header)}</thead><tbody>${body}</tbody></table></div>`;
      },
    },
  });
  return new Html(marked.parse(text, { async: false }));
}
