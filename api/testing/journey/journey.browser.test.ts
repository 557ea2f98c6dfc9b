import { expect, test } from "vitest";
import { journey } from "./journey.ts";

test.each(["node", "workers"] as const)(
  "a visitor, staff and a customer's program go through all of it, on %s",
  async (name) => {
    await expect(journey(name)).resolves.toBeUndefined();
  },
  300_000,
);
