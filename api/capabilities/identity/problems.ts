import { problem } from "../../kernel/index.ts";

/** One answer for every reason, so that nobody learns which addresses have an account, or that one is locked. */
export const invalidCredentials = problem(
  "invalid_credentials",
  401,
  "The e-mail or the password is wrong, or there were too many attempts: then wait a quarter of an hour.",
);
export const tenantClosed = problem("tenant_closed", 403, "This workspace is suspended or was cancelled.");
export const sessionEnded = problem("session_ended", 401, "This session has ended. Sign in again.");
export const memberExists = problem("member_exists", 409, "This person is a member already.");
export const emailUnconfirmed = problem(
  "email_unconfirmed",
  409,
  "This address has an account elsewhere whose owner has not confirmed it yet.",
);
export const emailTaken = problem("email_taken", 409, "This address has an account already.");
export const lastOwner = problem("last_owner", 409, "A workspace needs an active owner, and this is the last one.");
