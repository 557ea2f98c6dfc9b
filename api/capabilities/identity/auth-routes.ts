import { route } from "../../kernel/index.ts";
import { changePassword } from "./change-password.ts";
import { me } from "./place.ts";
import { invalidCredentials, sessionEnded, tenantClosed } from "./problems.ts";
import { refresh, signOut } from "./refresh.ts";
import { Me, PasswordInput, SignedIn, SignInInput } from "./shapes.ts";
import { signIn } from "./sign-in.ts";

export const signInRoute = route({
  id: "auth.sign_in",
  method: "post",
  path: "/auth/sign-in",
  summary: "Sign in",
  about: "Sets the refresh token as a cookie that only `/v1/auth` gets to see.",
  permission: null,
  audience: ["public"],
  on: "control",
  cookie: true,
  limit: "sign_in",
  body: SignInInput,
  returns: SignedIn,
  status: 200,
  errors: [invalidCredentials, tenantClosed],
  handle: (ctx, { body }) => signIn(ctx, body),
});

export const refreshRoute = route({
  id: "auth.refresh",
  method: "post",
  path: "/auth/refresh",
  summary: "Get the next access token",
  about: "Takes the cookie and replaces it. A token that was replaced before ends the session.",
  permission: null,
  audience: ["public"],
  on: "control",
  cookie: true,
  unaudited: "happens every few minutes without anybody asking for it; only a stolen token is worth an entry",
  returns: SignedIn,
  status: 200,
  errors: [sessionEnded],
  handle: (ctx) => refresh(ctx),
});

export const signOutRoute = route({
  id: "auth.sign_out",
  method: "post",
  path: "/auth/sign-out",
  summary: "Sign out",
  permission: null,
  audience: ["public"],
  on: "control",
  cookie: true,
  returns: null,
  handle: (ctx) => signOut(ctx),
});

export const meRoute = route({
  id: "auth.me",
  method: "get",
  path: "/auth/me",
  summary: "Who is signed in, and what that permits",
  permission: null,
  audience: ["member"],
  on: "control",
  returns: Me,
  handle: (ctx) => me(ctx),
});

export const changePasswordRoute = route({
  id: "auth.change_password",
  method: "put",
  path: "/auth/password",
  summary: "Change the password",
  about: "Ends every other session of the account.",
  permission: null,
  audience: ["member"],
  on: "control",
  limit: "sign_in",
  body: PasswordInput,
  returns: null,
  handle: (ctx, { body }) => changePassword(ctx, body),
});
