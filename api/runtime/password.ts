import { randomSecret } from "../core/token.ts";

/** A first password: of every class that the rules ask for, and new each time. */
export function newPassword(): string {
  return `${randomSecret(6)}-${randomSecret(6)}-aA1!`;
}
