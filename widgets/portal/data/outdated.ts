import { ProblemError } from "../../../sdk/index.ts";

/** Whether a change was refused because somebody else changed the row since it was read. */
export const outdated = (error: unknown): boolean =>
  error instanceof ProblemError && (error.status === 412 || error.code === "version_conflict");
