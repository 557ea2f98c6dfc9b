/** What a mail says, before it has a form. Everything in it is plain text. */
export interface Content {
  subject: string;
  /** Shown by mail programs beside the subject. */
  preview: string;
  title: string;
  paragraphs: readonly string[];
  /** Somebody's own words. */
  quote?: { from: string; text: string };
  /** Facts at a glance. */
  facts?: readonly (readonly [label: string, value: string])[];
  /** What is good to know besides. */
  note?: { title: string; text: string } | undefined;
  action?: { text: string; url: string };
  closing?: string;
}

export interface Brand {
  name: string;
  address: string | null;
  accent_color: string;
  locale: string;
}

/** The two parts of a mail. */
export interface Parts {
  subject: string;
  text: string;
  html: string;
}

export function layout(content: Content, brand: Brand): Parts {
  return { subject: content.subject, text: asText(content, brand), html: asHtml(content, brand) };
}

function asText({ title, paragraphs, quote, facts, note, action, closing }: Content, brand: Brand): string {
  const parts = [
    title,
    ...paragraphs,
    quote && `${quote.from}:\n${quote.text.replaceAll(/^/gm, "> ")}`,
    facts?.map(([label, value]) => `${label}: ${value}`).join("\n"),
    note && `${note.title}:\n${note.text}`,
    action && `${action.text}: ${action.url}`,
    closing,
    ["-- ", brand.name, brand.address].filter(Boolean).join("\n"),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** Tables and inline styles: what every mail program understands. One column, so that it fits a phone. */
function asHtml(
  { preview, title, paragraphs, quote, facts, note, action, closing, subject }: Content,
  brand: Brand,
): string {
  const accent = /^#[0-9a-f]{6}$/i.test(brand.accent_color) ? brand.accent_color : "#0f766e";
  const family = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
  const body = `${family};font-size:16px;line-height:24px;color:#1f2937`;
  const paragraph = (text: string) => `<p style="margin:0 0 16px;${body}">${escapeHtml(text)}</p>`;
  const rows = facts?.map(
    ([label, value]) =>
      `<tr><td style="padding:4px 16px 4px 0;${body};color:#6b7280;vertical-align:top">${escapeHtml(label)}</td><td style="padding:4px 0;${body}">${escapeHtml(value)}</td></tr>`,
  );
  const parts = [
    `<h1 style="margin:0 0 16px;${family};font-size:22px;line-height:30px;color:#111827">${escapeHtml(title)}</h1>`,
    ...paragraphs.map(paragraph),
    quote &&
      `<p style="margin:0 0 4px;${body};color:#6b7280">${escapeHtml(quote.from)}</p><blockquote style="margin:0 0 16px;padding:0 0 0 16px;border-left:3px solid ${accent};${body}">${escapeHtml(quote.text)}</blockquote>`,
    rows &&
      `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px">${rows.join("")}</table>`,
    note && `<p style="margin:0 0 4px;${body};font-weight:600">${escapeHtml(note.title)}</p>${paragraph(note.text)}`,
    action &&
      `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:${accent};${family};font-size:16px;line-height:20px;color:${inkOn(accent)};text-decoration:none">${escapeHtml(action.text)}</a></p>`,
    closing && paragraph(closing),
  ];
  const footer = [brand.name, brand.address].filter((line) => line !== null).map(escapeHtml);
  return `<!doctype html>
<html lang="${escapeHtml(brand.locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:#f3f4f6"><div style="display:none;max-height:0;overflow:hidden">${escapeHtml(preview)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-radius:12px;border-top:4px solid ${accent}"><tr><td style="padding:32px 24px">
<p style="margin:0 0 24px;${family};font-size:14px;line-height:20px;font-weight:600;color:#6b7280">${escapeHtml(brand.name)}</p>
${parts.filter(Boolean).join("\n")}
</td></tr></table>
<p style="margin:16px 0 0;${family};font-size:12px;line-height:18px;color:#6b7280">${footer.join("<br>")}</p>
</td></tr></table></body></html>
`;
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character).replaceAll("\n", "<br>");
}

/** Black or white, whichever stands out more on a colour (WCAG relative luminance). */
function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000000" : "#ffffff";
}
