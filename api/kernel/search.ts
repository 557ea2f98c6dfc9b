/** FTS5 syntax for words that people type: each one quoted, the last one a beginning. */
export function matching(words: string): string {
  const quoted = words
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => `"${word.replaceAll('"', '""')}"*`);
  return quoted.length > 0 ? quoted.join(" ") : '""';
}
