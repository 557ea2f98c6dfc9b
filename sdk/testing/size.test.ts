import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { model } from "../scripts/operations.ts";
import { renderResources } from "../scripts/resources.ts";
import { type PathItem, readSpec } from "../scripts/spec.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const names =
  "bookings events webhooks venues resources contacts members keys holds tickets conversations messages media " +
  "notifications deliveries sessions vouchers invoices";

/** The resources of 18 areas with five operations each. */
function ninety(): string {
  const spec = readSpec(here("sample.yaml"));
  const { "/bookings": many, "/bookings/{id}": one } = spec.paths;
  const named = (item: PathItem | undefined, area: string): PathItem =>
    JSON.parse(JSON.stringify(item).replace(/"operationId":"bookings/g, `"operationId":"${area}`));
  const areas = names.split(" ");
  spec.paths = Object.fromEntries(
    areas.flatMap((area) => [
      [`/${area}`, named(many, area)],
      [`/${area}/{id}`, named(one, area)],
    ]),
  );
  const read = model(spec);
  expect(read.operations).toHaveLength(90);
  return renderResources(read);
}

/** Bytes of a program, minified and compressed, with the given resources in place of the generated ones. */
async function size(contents: string, resources: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here("..") },
    plugins: [
      {
        name: "resources",
        setup: ({ onLoad }) =>
          onLoad({ filter: /generated\/resources\.ts$/ }, () => ({
            contents: resources,
            loader: "ts",
            resolveDir: here("../generated"),
          })),
      },
    ],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
}

test("a client of ninety operations takes at most 8 kB, one area alone less than half of it", async () => {
  const resources = ninety();
  expect(await size('export * from "@foyer/sdk";', resources)).toBeLessThan(8000);
  const alone = 'export { engine } from "@foyer/sdk/engine"; export { bookings } from "@foyer/sdk/resources";';
  expect(await size(alone, resources)).toBeLessThan(4000);
});
