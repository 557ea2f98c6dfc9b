export { conversationWakes } from "./change.ts";
