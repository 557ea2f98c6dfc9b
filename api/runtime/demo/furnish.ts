import type { App } from "../../kernel/assemble.ts";
import { callerOf } from "./caller.ts";
import { resources, venues } from "./catalogue.ts";

export interface Furnishing {
  owner: { email: string; password: string };
  publishable: string;
  secret: string;
}

/** Fills the demo tenant through the public routes: what stands there could have been typed in. */
export async function furnish(app: App, { secret }: Furnishing): Promise<{ venues: string[]; resources: string[] }> {
  const call = callerOf(app, secret);
  const venueIds: string[] = [];
  for (const venue of venues) venueIds.push((await call<{ id: string }>("POST", "/venues", venue)).id);
  const resourceIds: string[] = [];
  for (const { venue, ...resource } of resources) {
    const made = await call<{ id: string }>("POST", "/resources", { ...resource, venue_id: venueIds[venue] });
    resourceIds.push(made.id);
  }
  return { venues: venueIds, resources: resourceIds };
}
