import { Miniflare } from "miniflare";
import { expect, onTestFinished, test } from "vitest";
import { probe } from "./probe.ts";
import { bundle, expected, probed } from "./runtime.ts";

test("works on Node", async () => {
  expect(await probe(await probed())).toEqual(expected);
});

test("works on Workers", async () => {
  const script = await bundle(`
    export default {
      fetch: async (request) => Response.json(await probe(new URL(request.url).searchParams.get("api"))),
    };
  `);
  const workers = new Miniflare({ modules: true, script, compatibilityDate: "2025-09-01" });
  onTestFinished(() => workers.dispose());
  const answer = await workers.dispatchFetch(`http://worker/?api=${await probed()}`);
  expect(await answer.json()).toEqual(expected);
});
