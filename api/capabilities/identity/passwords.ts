import { hashPassword, passwordProblem } from "../../core/password.ts";
import { randomSecret } from "../../core/token.ts";

let made: Promise<string> | undefined;

/** A hash that no password fits: an unknown address costs as much work as a known one. */
export function decoyHash(): Promise<string> {
  made ??= hashPassword(randomSecret(22));
  return made;
}

/** A password for one sign-in, in groups that can be read out: 119 random bits. */
export function temporaryPassword(): string {
  for (;;) {
    const password = [randomSecret(5), randomSecret(5), randomSecret(5), randomSecret(5)].join("-");
    if (passwordProblem(password) === undefined) return password;
  }
}
