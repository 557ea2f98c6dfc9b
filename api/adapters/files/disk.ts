import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Files } from "../../ports/files.ts";
import { checkKey } from "./key.ts";

/** An unfinished upload older than this was left by a crash, in milliseconds. */
const abandonedAfter = 3_600_000;

/** Files below a folder. A key is its path there; the content type is the caller's to remember. */
export function createDiskFiles(folder: string): Files {
  const root = resolve(folder);
  // No key can start with a dot, so unfinished files are out of reach, and on the same file system.
  const unfinished = join(root, ".unfinished");
  let prepared: Promise<void> | undefined;

  return {
    async put(key, bytes) {
      checkKey(key);
      prepared ??= prepare(unfinished);
      await prepared;
      const temporary = join(unfinished, randomUUID());
      const path = join(root, key);
      try {
        const handle = await open(temporary, "wx");
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await mkdir(dirname(path), { recursive: true });
        await rename(temporary, path);
        // Up to the root every time: a folder that another writer has just made may not be on disk yet.
        await syncFolders(dirname(path), root);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },

    async get(key) {
      checkKey(key);
      return readFile(join(root, key)).catch((error) => {
        if (isMissing(error)) return undefined;
        throw error;
      });
    },

    async remove(key) {
      checkKey(key);
      const path = join(root, key);
      try {
        await rm(path);
        await syncFolders(dirname(path), dirname(path));
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
  };
}

async function prepare(unfinished: string): Promise<void> {
  const created = await mkdir(unfinished, { recursive: true });
  if (created) await syncFolders(unfinished, dirname(created));
  for (const name of await readdir(unfinished)) {
    const path = join(unfinished, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > abandonedAfter) await rm(path, { force: true });
  }
}

/** A name survives power loss once its folder is on disk, and the names of those folders too. */
async function syncFolders(from: string, to: string): Promise<void> {
  for (let folder = from; ; folder = dirname(folder)) {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (folder === to) return;
  }
}

/** Nothing of that key: no entry, or a key that is a folder of others. */
function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return ["ENOENT", "ENOTDIR", "EISDIR", "ERR_FS_EISDIR"].includes(code);
}
