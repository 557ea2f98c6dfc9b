import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Clock, systemClock } from "../../ports/clock.ts";
import type { KeptMail, Mail, Mailer } from "../../ports/mail.ts";
import { safeMail } from "./safe.ts";

/** Mail for development: nothing leaves, the portal shows what would have left. */
export interface Mailbox extends Mailer {
  /** Newest first. */
  list(): Promise<KeptMail[]>;
  read(id: string): Promise<KeptMail | undefined>;
}

/** Mails that are kept; older ones are removed. */
const kept = 500;

/** One JSON file per mail in the folder, named by its time and its id, so that names sort by age. */
export function createMailbox(folder: string, clock: Clock = systemClock): Mailbox {
  let newest = 0;
  let queue: Promise<unknown> = Promise.resolve();

  async function keep(given: Mail) {
    const mail = safeMail(given);
    await mkdir(folder, { recursive: true });
    const names = await stored(folder);
    const name = suffix(mail.id);
    if (names.some((other) => other.endsWith(name))) return { provider_id: mail.id };

    // Never the same time twice, so that the order of names is the order of sending.
    const at = Math.max(clock.now(), newest + 1);
    newest = at;
    const temporary = join(folder, `${randomUUID()}.tmp`);
    await writeFile(temporary, JSON.stringify({ ...mail, at } satisfies KeptMail, null, 2));
    await rename(temporary, join(folder, String(at).padStart(15, "0") + name));
    for (const old of names.slice(kept - 1)) await rm(join(folder, old), { force: true });
    return { provider_id: mail.id };
  }

  return {
    kind: "mailbox",
    send(mail) {
      // One after the other: two sends of one mail at once would both find nothing.
      const sent = queue.then(() => keep(mail));
      queue = sent.catch(() => {});
      return sent;
    },
    async list() {
      const mails = await Promise.all((await stored(folder)).map((name) => load(folder, name)));
      return mails.filter((mail) => mail !== undefined);
    },
    async read(id) {
      const name = (await stored(folder)).find((other) => other.endsWith(suffix(id)));
      return name === undefined ? undefined : load(folder, name);
    },
  };
}

/** Names of the mails in the folder, newest first. */
async function stored(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .reverse();
}

/** `undefined` when the mail was removed since the folder was read. */
async function load(folder: string, name: string): Promise<KeptMail | undefined> {
  const text = await readFile(join(folder, name), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return text === undefined ? undefined : (JSON.parse(text) as KeptMail);
}

function suffix(id: string): string {
  return `-${createHash("sha256").update(id).digest("hex").slice(0, 32)}.json`;
}
