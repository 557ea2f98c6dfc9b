import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { fromBase64, toBase64 } from "./sign.ts";

interface Cost {
  /** log2 of scrypt's N. */
  ln: number;
  r: number;
  p: number;
}

/** OWASP's scrypt setting with 16 MiB of memory; stronger than bcrypt at cost 10. */
const COST: Cost = { ln: 14, r: 8, p: 5 };
const HASH_BYTES = 32;
const stored = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{8,86})\$([A-Za-z0-9+/]{43})$/;

/** `$scrypt$ln=14,r=8,p=5$<salt>$<hash>`, unpadded base64: the PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, COST);
  return `$scrypt$ln=${COST.ln},r=${COST.r},p=${COST.p}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** `ok`: the password fits. `outdated`: it fits, but was hashed at another cost and should be hashed anew. */
export async function verifyPassword(hash: string, password: string): Promise<{ ok: boolean; outdated: boolean }> {
  const found = stored.exec(hash);
  if (!found || password.length > MAX_UNITS) return { ok: false, outdated: false };
  const cost = { ln: Number(found[1]), r: Number(found[2]), p: Number(found[3]) };
  // A damaged row must not be able to claim gigabytes.
  if (cost.ln < 1 || cost.ln > 17 || cost.r < 1 || cost.r > 16 || cost.p < 1 || cost.p > 16)
    return { ok: false, outdated: false };
  const expected = fromBase64(found[5]!)!;
  const ok = timingSafeEqual(await derive(password, fromBase64(found[4]!)!, cost), expected);
  return { ok, outdated: ok && (cost.ln !== COST.ln || cost.r !== COST.r || cost.p !== COST.p) };
}

const MIN = 8;
const MAX = 256;
const MAX_UNITS = MAX * 2;

/** What a new password lacks, as a sentence for the person; undefined when it is fine. */
export function passwordProblem(text: string): string | undefined {
  // Length first, in code units, so that a huge text is not walked.
  if (text.length > MAX_UNITS || [...text].length > MAX) return `Use at most ${MAX} characters.`;
  if ([...text].length < MIN) return `Use at least ${MIN} characters.`;
  if (!/\p{Lu}/u.test(text)) return "Use at least one upper-case letter.";
  if (!/\p{Ll}/u.test(text)) return "Use at least one lower-case letter.";
  if (!/\p{Nd}/u.test(text)) return "Use at least one digit.";
  if (!/[\p{P}\p{S}]/u.test(text)) return "Use at least one symbol.";
  return undefined;
}

function derive(password: string, salt: Uint8Array, cost: Cost): Promise<Uint8Array> {
  const N = 2 ** cost.ln;
  // scrypt needs 128·N·r bytes and a little more; the default ceiling would refuse stronger settings.
  const options = { N, r: cost.r, p: cost.p, maxmem: 256 * N * cost.r };
  return new Promise((resolve, reject) => {
    // The same password typed on two keyboards may differ in composition (NIST SP 800-63B asks for NFKC).
    scrypt(password.normalize("NFKC"), salt, HASH_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function unpadded(bytes: Uint8Array): string {
  return toBase64(bytes).replace(/=+$/, "");
}
