import type { Clock } from "../ports/clock.ts";
import type { Database, Databases } from "../ports/database.ts";
import type { Files } from "../ports/files.ts";
import type { Hub } from "../ports/hub.ts";
import type { Log } from "../ports/log.ts";
import type { Mailer } from "../ports/mail.ts";
import type { Outside } from "../ports/outside.ts";
import type { Settings } from "./context.ts";
import type { Limits } from "./http/limits.ts";

/** Everything the house needs from where it runs. Built once per process or isolate. */
export interface Ports {
  databases: Databases;
  clock: Clock;
  mailer: Mailer;
  files: Files;
  outside: Outside;
  log: Log;
  hub: Hub;
  limits: Limits;
  settings: Settings;
  /** Readies a database that was just opened: migrates it, or refuses it when migrations are missing. */
  ready(database: Database, kind: "tenant" | "control"): Promise<void>;
  /** Tests and development: an undeclared problem or event is a failure. */
  strict: boolean;
}
