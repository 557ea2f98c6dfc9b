import { capability } from "../../kernel/index.ts";
import { cleanUp } from "./cleanup.ts";
import { disable } from "./disable.ts";
import * as events from "./events.ts";
import * as reactions from "./reactions.ts";
import { replay } from "./replay.ts";
import * as routes from "./routes.ts";
import { deliver } from "./send.ts";

export * as webhookEvents from "./events.ts";

export default capability("webhooks", {
  routes,
  events,
  jobs: [deliver, disable, replay, cleanUp],
  readers: reactions,
});
