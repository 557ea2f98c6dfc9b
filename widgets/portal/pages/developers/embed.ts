export const widgetNames = ["booking", "chatButton", "chat", "ticket"] as const;

export interface Options {
  widgets: readonly (typeof widgetNames)[number][];
  /** Id of the only resource to offer; empty for all. */
  resource: string;
  locale: string;
  accent: string;
  theme: "" | "light" | "dark";
}

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** Attributes with a value; `true` is one without. */
const attributes = (values: Record<string, string | boolean>): string =>
  Object.entries(values)
    .filter(([, value]) => value)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`))
    .join("");

/** What to paste: the loader, then an element for each widget that stands in the page. */
export function snippet(origin: string, key: string, options: Options): string {
  const { widgets, resource, locale, accent, theme } = options;
  const script = attributes({
    src: `${origin}/embed.js`,
    "data-key": key,
    "data-chat": widgets.includes("chatButton"),
    "data-locale": locale,
    "data-accent": accent.trim(),
    "data-theme": widgets.includes("chatButton") ? theme : "",
    async: true,
  });
  const elements = [
    widgets.includes("booking") && `<foyer-booking${attributes({ "resource-id": resource, theme })}></foyer-booking>`,
    widgets.includes("chat") && `<foyer-chat${attributes({ theme })}></foyer-chat>`,
    widgets.includes("ticket") && `<foyer-ticket${attributes({ theme })}></foyer-ticket>`,
  ].filter((element) => element !== false);
  return [`<script${script}></script>`, ...elements].join("\n");
}
