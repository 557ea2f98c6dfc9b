import { event } from "../../kernel/index.ts";
import { Key } from "./schema.ts";

export const keyCreated = event("key.created", "An API key was issued.", Key);
export const keyRevoked = event("key.revoked", "An API key was revoked, or replaced by rotation.", Key);
