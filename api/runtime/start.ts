import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { ConfigError, readConfig } from "./config.ts";

enableCompileCache(join(import.meta.dirname, "../../.cache/compiled"));

/** Starts the embedded runtime and says where everything is. */
async function start(): Promise<void> {
  const config = readConfig(process.env);
  const [{ serve }, { prepare }] = await Promise.all([import("./node.ts"), import("./first-run.ts")]);
  const running = await serve(config, (app, origin) => prepare(app, origin, config));
  announce(running.origin, config.data, config.mode === "development");

  let closing = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      running.close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}

function announce(origin: string, data: string, development: boolean): void {
  const lines = [
    ["Portal", "/portal"],
    ["API reference", "/docs/api"],
    ["Health", "/health"],
  ];
  if (development) lines.splice(1, 0, ["Demo site", "/demo"]);
  for (const [name, path] of lines) console.log(`${`${name}`.padEnd(14)} ${origin}${path}`);
  if (development) console.log(`First sign-in  ${join(data, "first-run.json")}`);
}

start().catch((error: unknown) => {
  if (error instanceof ConfigError) console.error(error.message);
  else if ((error as NodeJS.ErrnoException).code === "EADDRINUSE")
    console.error("That port is taken: set PORT to another one.");
  else console.error(error);
  process.exit(1);
});
