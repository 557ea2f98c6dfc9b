import type { DurableObjectNamespace } from "@cloudflare/workers-types";
import type { Hub } from "../../ports/hub.ts";

/** The hub of each tenant is a Durable Object of its database's name; it is told things by small requests. */
export function durableHub(objects: DurableObjectNamespace, background: (work: Promise<unknown>) => void): Hub {
  const tell = (database: string, path: string) =>
    objects.get(objects.idFromName(database)).fetch(`https://hub/${path}`, { headers: { "foyer-database": database } });
  return {
    // A wake that is lost is made good by the next one, or by the hub's alarm.
    wake: (database) => background(tell(database, "wake").catch(() => {})),
    wait: async (database, milliseconds) => {
      await tell(database, `wait?milliseconds=${milliseconds}`);
    },
  };
}
