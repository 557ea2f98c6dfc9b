import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { defineConfig } from "tsup";

/** Inside the repository the package is its source; what is published is `dist`, with a manifest of its own. */
const { private: _, scripts: __, exports: source, ...manifest } = JSON.parse(readFileSync("package.json", "utf8"));
const entries = Object.entries<string>(source).filter(([, file]) => file.endsWith(".ts"));
const nameOf = (entry: string) => entry.replace(/^\.\/?/, "") || "index";

export default defineConfig({
  entry: Object.fromEntries(entries.map(([entry, file]) => [nameOf(entry), file])),
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  // Shared chunks, so that an error thrown by one entry is an instance of the class exported by another.
  splitting: true,
  dts: true,
  clean: true,
  onSuccess: async () => {
    const exports = Object.fromEntries(
      entries.map(([entry]) => {
        const file = `./${nameOf(entry)}`;
        return [
          entry,
          {
            import: { types: `${file}.d.ts`, default: `${file}.js` },
            require: { types: `${file}.d.cts`, default: `${file}.cjs` },
          },
        ];
      }),
    );
    const published = { ...manifest, exports: { ...exports, "./package.json": "./package.json" } };
    writeFileSync("dist/package.json", `${JSON.stringify(published, null, 2)}\n`);
    copyFileSync("README.md", "dist/README.md");
    copyFileSync("../LICENSE", "dist/LICENSE");
  },
});
