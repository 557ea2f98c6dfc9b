/** What ran, in numbers, and the names of what failed. */
export interface Tally {
  passed: number;
  skipped: number;
  failed: string[];
}

/** The part of Vitest's JSON report that is read here. */
export interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/**
 * Counts a Vitest run. A file that broke outside its tests is a failure, and so is a run that ended badly or ran
 * nothing although no test failed: an unhandled rejection, a crashed worker, a pattern that matches no file.
 */
export function tallyVitest(report: VitestReport | undefined, exitCode: number | null): Tally {
  const tally: Tally = { passed: 0, skipped: 0, failed: [] };
  for (const file of report?.testResults ?? []) {
    const failed = file.assertionResults.filter(({ status }) => status === "failed");
    const passed = file.assertionResults.filter(({ status }) => status === "passed");
    tally.passed += passed.length;
    tally.skipped += file.assertionResults.length - failed.length - passed.length;
    tally.failed.push(...failed.map(({ fullName }) => `${file.name}: ${fullName}`));
    if (file.status === "failed" && failed.length === 0) tally.failed.push(`${file.name}: ${firstLine(file.message)}`);
  }
  if (tally.failed.length > 0) return tally;
  if (exitCode !== 0) tally.failed.push(`the test run ended with ${exitCode ?? "a signal"}, and no test says why`);
  else if (tally.passed === 0) tally.failed.push("no test ran");
  return tally;
}

/** The last line of a run: `12 passed, 0 failed`, and how many were skipped if any. */
export function closingLine({ passed, skipped, failed }: Tally): string {
  return `${passed} passed, ${failed.length} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0] || "the file could not be run";
}
