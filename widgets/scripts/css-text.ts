import { readFile } from "node:fs/promises";
import { type Plugin, transform } from "esbuild";

/** Imports `.css` as its minified text, to be adopted as a constructed sheet. */
export const cssText: Plugin = {
  name: "css-text",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target: "es2022" });
      return { contents: code.trim(), loader: "text" };
    });
  },
};
