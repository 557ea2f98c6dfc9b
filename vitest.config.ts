import { defineConfig } from "vitest/config";

const never = ["**/node_modules/**", "**/dist/**", "**/.cache/**", "**/.wrangler/**"];
const browser = ["widgets/**/*.test.{ts,tsx}", "**/*.browser.test.{ts,tsx}"];

/** Two groups, one after the other: a browser beside a suite that watches the clock makes the clock look slow. */
export default defineConfig({
  test: {
    watch: false,
    projects: [
      {
        test: {
          name: "service",
          environment: "node",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...never, ...browser],
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "browser",
          environment: "node",
          include: browser,
          exclude: never,
          pool: "forks",
          maxWorkers: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
