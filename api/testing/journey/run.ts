import { journey } from "./journey.ts";
import type { RuntimeName } from "./service.ts";

// `npm run journey`, `npm run journey -- node`, `npm run journey -- workers`; `--pictures` photographs every page.
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const names = ["node", "workers"] as const;
const wrong = words.find((word) => !names.some((name) => name === word));
if (wrong) {
  console.error(`There is no runtime “${wrong}”: node or workers.`);
  process.exitCode = 1;
} else {
  const chosen = names.filter((name: RuntimeName) => words.length === 0 || words.includes(name));
  for (const name of chosen) {
    try {
      await journey(name, { pictures: process.argv.includes("--pictures") });
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
}
