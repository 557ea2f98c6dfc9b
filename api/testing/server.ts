import { readConfig } from "../runtime/config.ts";
import { serve } from "../runtime/node.ts";
import { type Founded, found } from "./found.ts";

/** The embedded runtime in a process of its own, with a tenant of the tests instead of the demo's. */
const config = readConfig(process.env);
let founded: Founded | undefined;
const running = await serve(config, async (app) => {
  founded = await found(app, config.data);
});
process.send?.(founded);
process.on("SIGTERM", () => void running.close().then(() => process.exit(0)));
