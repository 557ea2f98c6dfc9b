/** Types that may be stored. What a file is says its content, never its name or what the sender claims. */
export const mediaTypes = [
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "application/pdf",
  "text/plain",
] as const;
export type MediaType = (typeof mediaTypes)[number];

const signatures: readonly [MediaType, readonly (number | undefined)[]][] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
  ["image/webp", [0x52, 0x49, 0x46, 0x46, undefined, undefined, undefined, undefined, 0x57, 0x45, 0x42, 0x50]],
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** The type of these bytes, or `undefined` when they are none that may be stored. */
export function sniff(bytes: Uint8Array): MediaType | undefined {
  for (const [type, signature] of signatures) {
    if (signature.every((byte, index) => byte === undefined || bytes[index] === byte)) return type;
  }
  return isText(bytes) ? "text/plain" : undefined;
}

/** UTF-8 without control characters. Markup counts as text: it is only ever served as text, as a download. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
