import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { R2Bucket } from "@cloudflare/workers-types";
import { Miniflare } from "miniflare";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Files } from "../../ports/files.ts";
import { createDiskFiles } from "./disk.ts";
import { createR2Files } from "./r2.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (stored: Uint8Array | undefined) => stored && new TextDecoder().decode(stored);

let folder: string;
let workerd: Miniflare;
let bucket: R2Bucket;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "foyer-files-"));
  const script = "export default { fetch: () => new Response() }";
  workerd = new Miniflare({ modules: true, script, compatibilityDate: "2026-01-01", r2Buckets: ["FILES"] });
  // Its type is workerd's own copy of the same interface.
  bucket = (await workerd.getR2Bucket("FILES")) as unknown as R2Bucket;
});

afterAll(async () => {
  await workerd.dispose();
  await rm(folder, { recursive: true });
});

const stores: [string, () => Files][] = [
  ["disk", () => createDiskFiles(join(folder, "data"))],
  ["r2", () => createR2Files(bucket)],
];

describe.each(stores)("%s", (_name, create) => {
  test("gives back what was put, replaces it and forgets it", async () => {
    const files = create();
    const key = "media/con_1/Photo-1.small.png";
    expect(await files.get(key)).toBeUndefined();
    await files.put(key, bytes("one"), "image/png");
    expect(text(await files.get(key))).toBe("one");
    await files.put(key, bytes("another"), "image/png");
    expect(text(await create().get(key))).toBe("another");
    await files.remove(key);
    await files.remove(key);
    expect(await files.get(key)).toBeUndefined();
  });

  test("keeps every byte, also none and many", async () => {
    const files = create();
    const large = Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 31) % 256);
    for (const content of [new Uint8Array(), large, large.subarray(10, 20)]) {
      await files.put("media/raw", content, "application/octet-stream");
      expect(Buffer.compare((await files.get("media/raw"))!, content)).toBe(0);
    }
  });

  test("two writers of one key leave one whole file", async () => {
    const files = create();
    const whole = ["a", "b", "c", "d"].map((letter) => letter.repeat(200_000));
    await Promise.all(whole.map((content) => files.put("media/same", bytes(content), "text/plain")));
    expect(whole).toContain(text(await files.get("media/same")));
  });

  test("a key that could leave its folder is refused by every method", async () => {
    const files = create();
    const keys = [
      ...["", "plain", "/etc/passwd", "../up/a", "media/../../a", "media/..", "media/.", "media/./a", "media//a"],
      ...["media/a/", "Media/a", "media/a\0b", "media\\a", "media/a b", "media/é", "media/a..b", ".unfinished/a"],
      ...["media/%2e%2e/a", `media/${"a".repeat(600)}`, "media/a\n"],
    ];
    for (const key of keys) {
      await expect(files.put(key, bytes("x"), "text/plain"), key).rejects.toThrow("not a file key");
      await expect(files.get(key), key).rejects.toThrow("not a file key");
      await expect(files.remove(key), key).rejects.toThrow("not a file key");
    }
  });
});

test("disk: nothing unfinished stays behind, neither after a failed write nor after a crash", async () => {
  const root = join(folder, "crash");
  const unfinished = join(root, ".unfinished");
  await mkdir(unfinished, { recursive: true });
  await writeFile(join(unfinished, "old"), "half");
  await utimes(join(unfinished, "old"), 0, 0);
  const files = createDiskFiles(root);
  await files.put("media/a", bytes("x"), "text/plain");
  await expect(files.put("media/a/b", bytes("x"), "text/plain")).rejects.toThrow();
  expect(await readdir(unfinished)).toEqual([]);
  expect(text(await files.get("media/a"))).toBe("x");
  expect(await files.get("media/a/b")).toBeUndefined();
});

test("r2: the content type is kept with the object", async () => {
  await createR2Files(bucket).put("media/typed", bytes("x"), "text/plain");
  expect((await bucket.head("media/typed"))?.httpMetadata?.contentType).toBe("text/plain");
});
