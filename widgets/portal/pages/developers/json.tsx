/** Data as it is on the wire. */
export function Json({ of }: { of: unknown }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre class="p-json" tabIndex={0} dir="ltr" translate={false}>
      {parts(JSON.stringify(of, null, 2) ?? "").map((part, at) =>
        part.kind ? (
          <span key={at} class={`p-json-${part.kind}`}>
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </pre>
  );
}

interface JsonPart {
  text: string;
  kind?: "key" | "text" | "value";
}

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b/g;

/** Cuts JSON into what is coloured and what stands between. */
export function parts(json: string): JsonPart[] {
  const found: JsonPart[] = [];
  let at = 0;
  for (const match of json.matchAll(token)) {
    if (match.index > at) found.push({ text: json.slice(at, match.index) });
    const [text, quoted, colon] = match;
    if (quoted && colon) found.push({ text: quoted, kind: "key" }, { text: colon });
    else found.push({ text, kind: quoted ? "text" : "value" });
    at = match.index + text.length;
  }
  if (at < json.length) found.push({ text: json.slice(at) });
  return found;
}
