import { expect, test } from "vitest";
import { closingLine, tallyVitest, type VitestReport } from "./tally.ts";

const file = (statuses: string[], status = "passed", message = ""): VitestReport["testResults"][number] => ({
  name: "a.test.ts",
  status,
  message,
  assertionResults: statuses.map((each, index) => ({ fullName: `test ${index}`, status: each })),
});

test("passed, failed and skipped tests are counted", () => {
  const report = { testResults: [file(["passed", "passed", "failed"], "failed"), file(["passed", "pending", "todo"])] };
  const tally = tallyVitest(report, 1);
  expect(tally).toEqual({ passed: 3, skipped: 2, failed: ["a.test.ts: test 2"] });
  expect(closingLine(tally)).toBe("3 passed, 1 failed, 2 skipped");
});

test("a clean run says nothing of skipped tests", () => {
  expect(closingLine(tallyVitest({ testResults: [file(["passed"])] }, 0))).toBe("1 passed, 0 failed");
});

test.each([
  [
    "a file that cannot be loaded",
    { testResults: [file([], "failed", "SyntaxError: no\n  at x")] },
    1,
    "SyntaxError: no",
  ],
  ["a file whose cleanup fails", { testResults: [file(["passed"], "failed", "Error: busy")] }, 1, "Error: busy"],
  ["a rejection nobody handled", { testResults: [file(["passed"])] }, 1, "no test says why"],
  ["a run that was killed", undefined, null, "ended with a signal"],
  ["a run without a report", undefined, 0, "no test ran"],
  ["a run in which everything was skipped", { testResults: [file(["pending"])] }, 0, "no test ran"],
])("%s is a failure", (_what, report, exitCode, why) => {
  const { failed } = tallyVitest(report, exitCode);
  expect(failed).toHaveLength(1);
  expect(failed[0]).toContain(why);
});
