/** A piece of text: a link when it has an address. */
export interface Piece {
  text: string;
  url?: string;
}

const addresses = /\bhttps?:\/\/[^\s<>"']+/g;

/** Splits text at its http addresses; what ends a sentence does not belong to the address. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(addresses)) {
    let found = match[0].replace(/[.,;:!?]+$/, "");
    if (found.endsWith(")") && !found.includes("(")) found = found.slice(0, -1);
    if (!URL.canParse(found)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: found, url: found });
    from = match.index + found.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
