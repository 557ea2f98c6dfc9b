import { expect, test } from "vitest";
import { createClient } from "./index.ts";
import { json, serve } from "./testing/server.ts";

test("a client has every area, and what the package adds to them", async () => {
  const { url, received } = await serve(json({ data: [], has_more: false, next_cursor: null }));
  const foyer = createClient({ baseUrl: url, key: "fy_sk_test" });
  await foyer.webhooks.list();
  await foyer.events.list({ after: 3 });
  expect(received.map((request) => request.url)).toEqual(["/v1/webhook-endpoints", "/v1/events?after=3"]);
  await expect(foyer.webhooks.verify("{}", {}, "whsec_AAAA")).rejects.toThrow(/webhook-id/);
  expect(foyer.events.stream()[Symbol.asyncIterator]).toBeTypeOf("function");
  const connection = foyer.live();
  connection.close();
  expect(connection.status).toBe("closed");
});
