/**
 * The first `keep` bytes of a body as text. Reading stops there, so an endless answer costs nothing. Bytes that are
 * no text become U+FFFD, a character cut in half by the limit is left out, and NUL never reaches the database.
 */
export async function readText(body: AsyncIterable<Uint8Array>, keep: number, contentType: string): Promise<string> {
  const decoder = decoderFor(contentType);
  let text = "";
  let left = keep;
  if (left > 0) {
    for await (const chunk of body) {
      text += decoder.decode(chunk.subarray(0, left), { stream: true });
      left -= chunk.byteLength;
      if (left <= 0) break;
    }
  }
  if (left > 0) text += decoder.decode();
  return text.replaceAll("\0", "\ufffd");
}

function decoderFor(contentType: string): TextDecoder {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
