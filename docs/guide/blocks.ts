import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** A block of code in a paper. */
export interface Block {
  /** The paper, relative to `docs/`, and the line where the code begins. */
  paper: string;
  line: number;
  language: string;
  /** Whether it says `run`: it can be run against a server as it stands. */
  runs: boolean;
  code: string;
}

export const docs = join(import.meta.dirname, "..");

/** Every block of code in the guides and concepts, in the order in which it is read. */
export function allBlocks(): Block[] {
  return ["guide", "concepts"].flatMap((folder) =>
    readdirSync(join(docs, folder))
      .filter((name) => name.endsWith(".md"))
      .sort()
      .flatMap((name) => blocksOf(join(docs, folder, name))),
  );
}

function blocksOf(path: string): Block[] {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/^```(\w+)( run)?\n(.*?)^```$/gms)].map((match) => ({
    paper: relative(docs, path),
    line: text.slice(0, match.index).split("\n").length + 1,
    language: match[1] ?? "",
    runs: match[2] !== undefined,
    code: match[3] ?? "",
  }));
}
