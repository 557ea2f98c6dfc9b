import { defineConfig } from "tsup";
import { cssText } from "./scripts/css-text.ts";

/** The npm package: modules with Preact and the SDK left to the host's bundler. */
export default defineConfig({
  entry: {
    booking: "booking/element.tsx",
    chat: "chat/element.tsx",
    ticket: "ticket/element.tsx",
    kit: "kit/index.ts",
  },
  outDir: "dist/package",
  format: "esm",
  target: "es2022",
  splitting: true,
  dts: true,
  clean: true,
  esbuildPlugins: [cssText],
});
