import { eq } from "drizzle-orm";
import { job, type Work } from "../../kernel/index.ts";
import { alertStaff } from "../notifications/index.ts";
import { endpointDisabled } from "./events.ts";
import { endpoints } from "./schema.ts";

/** Switches an endpoint off by itself, once, and says so to those who look after it. */
export const disable = job<{ id: string; reason: string }>("webhooks.disable", switchOff);

async function switchOff(work: Work, { id, reason }: { id: string; reason: string }): Promise<void> {
  const before = await work.db.select().from(endpoints).where(eq(endpoints.id, id)).get();
  if (!before || before.deleted_at !== null || before.status === "disabled") return;
  const next = work.update(endpoints, before, { status: "disabled", disabled_reason: reason });
  work.emit(endpointDisabled, next);
  await alertStaff(work, {
    permission: "webhooks:write",
    title: "A webhook endpoint was switched off",
    text: `${new URL(before.url).host}: ${reason}`,
    entity_type: "webhook_endpoint",
    entity_id: id,
    url: "/portal/developers/webhooks",
  });
}
