import { type Keyring, open, seal } from "../../core/cipher.ts";
import { invalid, type Reading } from "../../kernel/index.ts";
import type { ImportRow } from "./schema.ts";

const keyring = (ctx: Pick<Reading, "settings">): Keyring => ({
  current: 1,
  keys: { 1: ctx.settings.key("calendar-addresses") },
});

export const addressOf = (ctx: Pick<Reading, "settings">, row: ImportRow): string => open(keyring(ctx), row.url_sealed);

/** What is kept of an address, once it is known that we may call it. */
export async function keptAddress(
  ctx: Reading,
  url: string,
): Promise<Pick<ImportRow, "url_sealed" | "host" | "url_ending">> {
  const refused = await ctx.vet(url);
  if (refused) throw invalid("/url", `This address cannot be used: ${refused.detail}.`);
  return { url_sealed: seal(keyring(ctx), url), host: new URL(url).host, url_ending: url.slice(-4) };
}
