/** Stored bytes, by key. Keys match `/^[a-z0-9_]+(\/[a-zA-Z0-9_.-]+)+$/` and never contain `..`. */
export interface Files {
  put(key: string, bytes: Uint8Array, type: string): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
  remove(key: string): Promise<void>;
}
