import { join } from "node:path";
import type { Plugin } from "esbuild";
import { widgets } from "./sources.ts";

/** Puts the kit's own small renderer in Preact's place, for elements that need no hooks. */
export const light: Plugin = {
  name: "light",
  setup(build) {
    build.onResolve({ filter: /^preact(\/jsx-runtime)?$/ }, ({ path, importer }) =>
      // Hooks, which nothing here uses in the end, keep their own Preact.
      /node_modules.preact\b/.test(importer)
        ? undefined
        : {
            path: join(widgets, "kit/light", path === "preact" ? "index.ts" : "jsx-runtime.ts"),
            sideEffects: false,
          },
    );
  },
};
