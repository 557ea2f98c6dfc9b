import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { build as buildWidgets, sizes as widgetSizes } from "../../widgets/scripts/build.ts";

const root = join(import.meta.dirname, "../..");

interface Size {
  name: string;
  bytes: number;
  goal: string;
}

/** What a visitor, a developer or an isolate has to load. */
export async function sizes(): Promise<Size[]> {
  const widgets = widgetSizes(await buildWidgets(), "loads");
  const goals: Record<string, string> = {
    "embed.js": "at most 2 kB",
    "booking.js": "at most 20 kB",
    "chat.js": "at most 20 kB",
    "ticket.js": "at most 20 kB",
    "portal.js": "first page, without what it loads later",
  };
  return [
    {
      name: "worker bundle",
      bytes: await bundled("api/runtime/worker.ts", ["cloudflare:workers", "node:*"]),
      goal: "Workers allow 3 MB (free), 10 MB (paid)",
    },
    { name: "SDK, whole client", bytes: await bundled("sdk/index.ts", []), goal: "at most 8 kB" },
    ...Object.entries(widgets).map(([file, bytes]) => ({ name: file, bytes: Number(bytes), goal: goals[file] ?? "" })),
  ];
}

async function bundled(entry: string, external: string[]): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    conditions: ["workerd", "worker", "browser"],
    external,
    logLevel: "error",
  });
  return gzipSync(outputFiles[0]?.contents ?? readFileSync(entry)).length;
}
