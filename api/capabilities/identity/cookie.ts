import type { Context, Reading, Settings } from "../../kernel/index.ts";

const name = "foyer_refresh";

/** The refresh token that the browser keeps where no script reads it. */
export function readCookie(ctx: Pick<Reading, "request">): string | undefined {
  const pairs = (ctx.request.header("cookie") ?? "").split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

export function setCookie(ctx: Pick<Context, "answer" | "settings" | "now">, token: string, expiresAt: string): void {
  const seconds = Math.max(0, Math.floor((Date.parse(expiresAt) - ctx.now) / 1000));
  ctx.answer("set-cookie", `${name}=${token}; Max-Age=${seconds}; ${attributes(ctx.settings)}`);
}

export function clearCookie(ctx: Pick<Context, "answer" | "settings">): void {
  ctx.answer("set-cookie", `${name}=; Max-Age=0; ${attributes(ctx.settings)}`);
}

function attributes(settings: Settings): string {
  // Not every browser keeps a Secure cookie for a plain-http loopback address.
  const local = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(settings.origin);
  return `Path=/v1/auth; HttpOnly; SameSite=Strict${local ? "" : "; Secure"}`;
}
