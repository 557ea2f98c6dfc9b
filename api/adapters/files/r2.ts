import type { R2Bucket } from "@cloudflare/workers-types";
import type { Files } from "../../ports/files.ts";
import { checkKey } from "./key.ts";

/** Files in an R2 bucket, under the same keys. */
export function createR2Files(bucket: Pick<R2Bucket, "get" | "put" | "delete">): Files {
  return {
    async put(key, bytes, type) {
      checkKey(key);
      await bucket.put(key, bytes, { httpMetadata: { contentType: type } });
    },

    async get(key) {
      checkKey(key);
      const object = await bucket.get(key);
      return object ? new Uint8Array(await object.arrayBuffer()) : undefined;
    },

    async remove(key) {
      checkKey(key);
      await bucket.delete(key);
    },
  };
}
