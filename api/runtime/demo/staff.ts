import type { App } from "../../kernel/assemble.ts";
import { newPassword } from "../password.ts";
import { type Call, callerOf } from "./caller.ts";
import type { Past } from "./past.ts";
import { type StaffName, staff } from "./people.ts";

/** How somebody of the demo tenant signs in. A `temporary` password has to be changed at the first sign-in. */
export interface Login {
  name: string;
  email: string;
  role: string;
  password: string;
  temporary: boolean;
}

/** A signed-in member. */
export interface Working {
  id: string;
  session: string;
  call: Call;
}

export async function staffOf(app: App, login: { email: string; password: string }): Promise<Working> {
  const { access_token, member } = await callerOf(app)<SignedIn>("POST", "/auth/sign-in", {
    email: login.email,
    password: login.password,
  });
  return { id: member.id, session: member.session_id, call: callerOf(app, access_token) };
}

interface SignedIn {
  access_token: string;
  member: { id: string; session_id: string };
}

/** Adds the staff as the owner would; those who work already have chosen their own password. */
export async function hire(past: Past, call: Call, now: number) {
  const invited = await Promise.all(
    Object.entries(staff).map(async ([key, { starts, ...person }]) => {
      const { temporary_password } = await call<{ temporary_password: string }>("POST", "/members", person);
      return { key, starts, login: { ...person, password: temporary_password, temporary: true } };
    }),
  );
  past.set(now);
  const all = await Promise.all(
    invited.map(async ({ key, starts, login }) => {
      if (!starts) return { key, login };
      const working = await staffOf(past.app, login);
      const password = newPassword();
      await working.call("PUT", "/auth/password", { current_password: login.password, new_password: password });
      return { key, login: { ...login, password, temporary: false }, working };
    }),
  );
  const working = Object.fromEntries(all.flatMap(({ key, working }) => (working ? [[key, working]] : [])));
  return {
    all: all.map(({ login }): Login => login),
    working: working as Record<Exclude<StaffName, "maya">, Working>,
  };
}
