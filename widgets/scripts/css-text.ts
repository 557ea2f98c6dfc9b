import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Plugin, transform } from "esbuild";

/**
 * Imports `.css` as its minified text, to be adopted as a constructed sheet.
 * The path no longer ends in `.css`, else tsup's own handling, which runs first, would emit a file instead.
 */
export const cssText: Plugin = {
  name: "css-text",
  setup(build) {
    build.onResolve({ filter: /^\..*\.css$/ }, ({ path, resolveDir }) => ({
      path: `${join(resolveDir, path)}?text`,
      namespace: "css-text",
      sideEffects: false,
    }));
    build.onLoad({ filter: /\?text$/, namespace: "css-text" }, async ({ path }) => {
      const file = path.replace(/\?text$/, "");
      const { code } = await transform(await readFile(file, "utf8"), { loader: "css", minify: true, target: "es2022" });
      return { contents: code.trim(), loader: "text" };
    });
  },
};
