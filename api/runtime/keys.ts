import { deriveKey } from "../core/cipher.ts";

/** Keys derived from the installation's secret, one for each purpose. Deriving costs far more than using. */
export function keysOf(secret: string): (purpose: string) => Uint8Array {
  const known = new Map<string, Uint8Array>();
  return (purpose) => {
    const key = known.get(purpose) ?? deriveKey(secret, purpose);
    if (known.size < 10_000) known.set(purpose, key);
    return key;
  };
}
