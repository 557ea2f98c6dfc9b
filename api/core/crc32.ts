const table = new Uint32Array(256);
for (let i = 0; i < 256; i++) {
  let entry = i;
  for (let bit = 0; bit < 8; bit++) entry = entry & 1 ? (entry >>> 1) ^ 0xedb88320 : entry >>> 1;
  table[i] = entry;
}

const utf8 = new TextEncoder();

/** CRC-32 of the text's UTF-8 bytes (IEEE 802.3, as in zip and PNG), from 0 to 2^32-1. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (const byte of utf8.encode(text)) crc = table[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
