import { FoyerError } from "./errors.ts";

/** A path with its parameters encoded. What would change the path's shape ("", ".", "..") is refused. */
export function path(parts: TemplateStringsArray, ...values: string[]): string {
  return parts.reduce((before, part, index) => {
    const value = values[index - 1]!;
    if (typeof value !== "string" || /^\.{0,2}$/.test(value))
      throw new FoyerError(`Not an id: ${JSON.stringify(value)}.`);
    return before + encodeURIComponent(value) + part;
  });
}
