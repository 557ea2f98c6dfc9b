import { type Keyring, open, seal } from "../../core/cipher.ts";
import { signWebhook } from "../../core/sign.ts";
import type { Reading } from "../../kernel/index.ts";
import type { endpoints } from "./schema.ts";

type Secrets = Pick<
  typeof endpoints.$inferSelect,
  "secret_sealed" | "previous_secret_sealed" | "previous_secret_until"
>;

const keyring = (ctx: Pick<Reading, "settings">): Keyring => ({
  current: 1,
  keys: { 1: ctx.settings.key("webhook-secrets") },
});

export const sealSecret = (ctx: Pick<Reading, "settings">, secret: string) => seal(keyring(ctx), secret);

/** The three headers of Standard Webhooks 1.0. During a rotation there is a signature of each secret. */
export function signedHeaders(ctx: Pick<Reading, "settings" | "now">, of: Secrets, id: string, body: string) {
  const ring = keyring(ctx);
  const seconds = Math.floor(ctx.now / 1000);
  const sealed = [of.secret_sealed];
  const until = of.previous_secret_until === null ? 0 : Date.parse(of.previous_secret_until);
  if (of.previous_secret_sealed !== null && until > ctx.now) sealed.push(of.previous_secret_sealed);
  return {
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": sealed.map((text) => signWebhook(open(ring, text), id, seconds, body)).join(" "),
  };
}
